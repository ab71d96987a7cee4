// Every sentence of the portal, in both languages. Names of stations, parameters and states come with the data.
const texts = {
  vi: {
    skip: 'Đến danh sách trạm', subtitle: 'Quan trắc môi trường tự động, liên tục', stations: 'Các trạm quan trắc',
    search: 'Tìm trạm', medium: 'Loại trạm', map: 'Bản đồ trạm', retry: 'Thử lại',
    terms: 'Số liệu tự động, chưa thẩm định. Giờ Việt Nam (UTC+7).', openData: 'Dữ liệu mở', api: 'Mô tả API',
    title: 'Quan trắc môi trường', all: 'Tất cả', loading: 'Đang tải số liệu…', noStations: 'Chưa có trạm nào được công bố.',
    noMatch: 'Không có trạm nào phù hợp.', trouble: 'Không tải được số liệu mới. Số liệu đang hiển thị có thể đã cũ.',
    updated: (time) => `Cập nhật lúc ${time}`, count: (n) => `${n} trạm`, since: (time, ago) => `từ ${time}, ${ago}`,
    countLabel: 'trạm', close: 'Đóng', parameter: 'Thông số', value: 'Giá trị', limit: 'Giới hạn', status: 'Trạng thái',
    measuredAt: (time) => `Số liệu lúc ${time}`, chart: 'Diễn biến', at: 'Lúc', day: '24 giờ', week: '7 ngày', download: 'Tải CSV',
    noData: 'Không có số liệu trong khoảng này.', limitLine: 'Giới hạn', bad: 'Hiệu chuẩn hoặc lỗi', dominant: 'Thông số chính',
    indexAt: (time) => `Giờ kết thúc ${time}`, unverified: 'chưa kiểm chứng', average: { '1h': 'TB 1 giờ', '24h': 'TB 24 giờ' },
    statuses: { '00': 'Đang đo', '01': 'Hiệu chuẩn', '02': 'Lỗi thiết bị', '03': 'Bảo trì' }, otherStatus: (s) => `Mã ${s}`,
    media: { SURFACE_WATER: 'Nước mặt', WASTEWATER: 'Nước thải', AMBIENT_AIR: 'Không khí', STACK_GAS: 'Khí thải' },
    schematic: 'Nền sơ đồ, sông rạch vẽ gần đúng', notFound: (code) => `Không có trạm ${code}.`, above: 'vượt', noValue: '–',
    chartLabel: (name, from, to, min, max) => `${name}: từ ${min} đến ${max}, ${from} – ${to}`, facility: 'Cơ sở',
  },
  en: {
    skip: 'Skip to stations', subtitle: 'Continuous automatic environmental monitoring', stations: 'Monitoring stations',
    search: 'Find a station', medium: 'Kind of station', map: 'Map of stations', retry: 'Try again',
    terms: 'Automatic data, not yet validated. Vietnam time (UTC+7).', openData: 'Open data', api: 'API description',
    title: 'Environmental monitoring', all: 'All', loading: 'Loading…', noStations: 'No station has been published yet.',
    noMatch: 'No station matches.', trouble: 'New data could not be loaded. What is shown may be old.',
    updated: (time) => `Updated ${time}`, count: (n) => (n === 1 ? '1 station' : `${n} stations`), since: (time, ago) => `since ${time}, ${ago}`,
    countLabel: 'stations', close: 'Close', parameter: 'Parameter', value: 'Value', limit: 'Limit', status: 'Status',
    measuredAt: (time) => `Measured at ${time}`, chart: 'Trend', at: 'At', day: '24 hours', week: '7 days', download: 'Download CSV',
    noData: 'No data in this period.', limitLine: 'Limit', bad: 'Calibration or fault', dominant: 'Dominant',
    indexAt: (time) => `Hour ending ${time}`, unverified: 'not verified', average: { '1h': '1-h mean', '24h': '24-h mean' },
    statuses: { '00': 'Measuring', '01': 'Calibrating', '02': 'Device fault', '03': 'Maintenance' }, otherStatus: (s) => `Code ${s}`,
    media: { SURFACE_WATER: 'Surface water', WASTEWATER: 'Wastewater', AMBIENT_AIR: 'Ambient air', STACK_GAS: 'Stack gas' },
    schematic: 'Schematic base, waterways approximate', notFound: (code) => `There is no station ${code}.`, above: 'above', noValue: '–',
    chartLabel: (name, from, to, min, max) => `${name}: from ${min} to ${max}, ${from} – ${to}`, facility: 'Facility',
  },
};

function chosen() {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = texts[asked] ? asked : localStorage.getItem('lang');
  return texts[language] ? language : 'vi';
}

export const language = chosen();
export const t = texts[language];

/** The name of something that has one in each language. */
export function named(thing, name = 'name') {
  return language === 'en' ? thing[`${name}En`] || thing[`${name}Vi`] : thing[`${name}Vi`] || thing[`${name}En`];
}

/** Puts the words of the chosen language into the page. */
export function translatePage() {
  localStorage.setItem('lang', language);
  document.documentElement.lang = language;
  document.title = t.title;
  document.querySelectorAll('[data-text]').forEach((node) => { node.textContent = t[node.dataset.text]; });
  document.querySelectorAll('[data-label]').forEach((node) => node.setAttribute('aria-label', t[node.dataset.label]));
  document.querySelectorAll('[data-placeholder]').forEach((node) => {
    node.placeholder = t[node.dataset.placeholder];
    node.setAttribute('aria-label', t[node.dataset.placeholder]);
  });
  document.querySelectorAll('[data-lang]').forEach((link) => {
    link.href = `?lang=${link.dataset.lang}${location.hash}`;
    if (link.dataset.lang === language) link.setAttribute('aria-current', 'true');
  });
}

import { observations } from './data.js';
import { element } from './dom.js';
import { date, hour, limitText, number, plainNumber, time, typeset } from './format.js';
import { named, t } from './texts.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const GAP = 20 * 60;
const AXIS_FONT = '12px -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';
let plot = null;
let asked = 0;

window.addEventListener('resize', () => plot?.setSize(size(plot.root.parentElement)));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plot?.redraw());

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const size = (box) => ({ width: Math.max(260, box.clientWidth), height: 230 });

/** Draws a parameter's readings; only the newest call is shown, whatever answers first. */
export async function drawChart(box, station, value, hours) {
  const mine = ++asked;
  plot?.destroy();
  plot = null;
  box.setAttribute('aria-busy', 'true');
  try {
    const items = await observations(station, value.parameter, hours);
    if (mine !== asked) return;
    box.replaceChildren();
    if (items.some((item) => item.value !== undefined)) draw(box, value, items, hours);
    else box.append(element('p', { className: 'empty' }, t.noData));
  } catch (error) {
    if (mine === asked) box.replaceChildren(element('p', { className: 'empty', role: 'alert' }, t.trouble));
  }
  box.removeAttribute('aria-busy');
}

/** Times, good values and doubtful values; a silence becomes a hole in the line. */
function columns(items) {
  const times = [];
  const good = [];
  const doubtful = [];
  items.forEach((item) => {
    const at = Date.parse(item.time) / 1000;
    if (times.length && at - times[times.length - 1] > GAP) {
      times.push(at - 1);
      good.push(null);
      doubtful.push(null);
    }
    const measuring = item.status === '00';
    times.push(at);
    good.push(measuring ? item.value ?? null : null);
    doubtful.push(measuring ? null : item.value ?? null);
  });
  return [times, good, doubtful];
}

function draw(box, value, items, hours) {
  const data = columns(items);
  const name = typeset(named(value));
  const numbers = items.filter((item) => item.status === '00' && item.value !== undefined).map((item) => item.value);
  const limits = value.limit ? [value.limit.min, value.limit.max].filter((limit) => limit !== undefined) : [];
  describe(box, name, items, numbers, value);
  const axis = { stroke: () => colour('quiet'), font: AXIS_FONT, grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false } };
  plot = new uPlot({
    ...size(box),
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), ZONE),
    cursor: { y: false, points: { size: 7 } },
    legend: { live: true },
    scales: { x: { range: () => [Date.now() / 1000 - hours * 3600, Date.now() / 1000] }, y: { range: (u, min, max) => span(min, max, limits) } },
    axes: [
      { ...axis, size: 30, space: 56, values: (u, ticks) => ticks.map((tick) => (hours > 48 ? date(tick) : hour(tick))) },
      { ...axis, size: 52, values: (u, ticks) => ticks.map(plainNumber) },
    ],
    series: [
      { label: t.at, value: (u, at) => (at === null ? t.noValue : time(at * 1000)) },
      { label: `${name}${value.unitSymbol ? ` (${value.unitSymbol})` : ''}`, stroke: () => colour('plot'), width: 1.8, spanGaps: false, points: { show: false }, value: (u, at) => number(at) },
      { label: t.bad, stroke: () => colour('doubt'), width: 0, paths: () => null, points: { show: true, size: 5, width: 1.5, fill: () => colour('surface') }, value: (u, at) => number(at) },
    ],
    hooks: {
      // While the pointer is elsewhere the legend tells the newest value.
      ready: [(u) => newest(u)],
      setCursor: [(u) => { if (u.cursor.idx === null) newest(u); }],
      drawClear: [(u) => shade(u, items)],
      draw: [(u) => limits.forEach((limit) => limitLine(u, limit, limit === value.limit.max))],
    },
  }, data, box);
}

function newest(u) {
  u.setLegend({ idx: u.data[1].findLastIndex((shown) => shown !== null) });
}

/** The least and greatest value shown: data and limits, with some air. */
function span(min, max, limits) {
  const low = Math.min(min ?? Infinity, ...limits);
  const high = Math.max(max ?? -Infinity, ...limits);
  const air = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 ? Math.max(0, low - air) : low - air, high + air];
}

function describe(box, name, items, numbers, value) {
  const label = numbers.length
    ? t.chartLabel(name, time(items[0].time), time(items[items.length - 1].time), number(Math.min(...numbers)), number(Math.max(...numbers)))
    : name;
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', value.limit ? `${label}. ${t.limitLine} ${limitText(value.limit, value.unitSymbol)}` : label);
}

/** Times of calibration and fault stand on grey, values or not. */
function shade(u, items) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.fillStyle = colour('shade');
  let from = null;
  const paint = (start, end) => {
    const left = Math.max(bbox.left, u.valToPos(start, 'x', true));
    const right = Math.min(bbox.left + bbox.width, u.valToPos(end, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  };
  items.forEach((item, at) => {
    const seconds = Date.parse(item.time) / 1000;
    if (item.status !== '00' && from === null) from = seconds - 300;
    if (from !== null && (item.status === '00' || at === items.length - 1)) {
      paint(from, item.status === '00' ? seconds - 300 : seconds);
      from = null;
    }
  });
  ctx.restore();
}

/** A dashed line, and a breath of colour on the side that is not allowed. */
function limitLine(u, limit, greatest) {
  const { ctx, bbox } = u;
  const y = u.valToPos(limit, 'y', true);
  ctx.save();
  ctx.strokeStyle = colour('alarm');
  ctx.fillStyle = colour('alarm');
  ctx.globalAlpha = 0.06;
  ctx.fillRect(bbox.left, greatest ? bbox.top : y, bbox.width, greatest ? y - bbox.top : bbox.top + bbox.height - y);
  ctx.globalAlpha = 1;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `600 ${12 * devicePixelRatio}px -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillText(`${t.limitLine} ${plainNumber(limit)}`, bbox.left + 6 * devicePixelRatio, y - 3 * devicePixelRatio);
  ctx.restore();
}

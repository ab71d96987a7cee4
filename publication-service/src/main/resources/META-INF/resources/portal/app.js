import * as data from './data.js';
import { element } from './dom.js';
import { time } from './format.js';
import { focusStation, select, showStations } from './list.js';
import { drawMap, highlight, resized, showOnMap } from './map.js';
import { hidePanel, showMissing, showPanel } from './panel.js';
import { symbol, urgency } from './symbols.js';
import { named, t, translatePage } from './texts.js';

const REFRESH = 60000;
const trouble = document.getElementById('trouble');
let stations = null;
let open = null;

translatePage();
document.getElementById('list').append(element('li', { className: 'empty' }, t.loading));
trouble.querySelector('button').addEventListener('click', refresh);
window.addEventListener('hashchange', route);
document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && open) location.hash = '#/'; });
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
setInterval(() => { if (!document.hidden) refresh(); }, REFRESH);
start();

async function start() {
  const settings = await data.settings().catch(() => ({}));
  const centre = named(settings, 'centre');
  if (centre) {
    document.getElementById('centre').textContent = centre;
    document.title = `${t.title} · ${centre}`;
  }
  await drawMap(settings);
  await refresh();
}

async function refresh() {
  try {
    stations = await data.stations();
    trouble.hidden = true;
    showStations(stations);
    showOnMap(stations);
    summarize();
    route();
  } catch (error) {
    trouble.querySelector('span').textContent = t.trouble;
    trouble.hidden = false;
  }
}

/** How many stations are in each state, the worst first. */
function summarize() {
  const groups = new Map();
  [...stations].sort((a, b) => urgency(a.state) - urgency(b.state))
    .forEach((station) => groups.set(station.labelVi, [...(groups.get(station.labelVi) || []), station]));
  document.getElementById('summary').replaceChildren(
    element('li', { className: 'total' }, element('b', {}, String(stations.length)), ` ${stations.length === 1 ? t.count(1).replace(/^1 /, '') : t.countLabel}`),
    ...[...groups.values()].map((group) => element('li', {},
      symbol(group[0], 18, false), element('b', {}, String(group.length)), ` ${named(group[0], 'label')}`)));
  document.getElementById('updated').textContent = t.updated(time(new Date()));
}

/** The station in the address, or null. */
function asked() {
  const [, code] = location.hash.match(/^#\/station\/(.+)$/) || [];
  try {
    return code ? decodeURIComponent(code) : null;
  } catch (error) {
    return code;
  }
}

function route() {
  if (!stations) return;
  const code = asked();
  document.querySelectorAll('[data-lang]').forEach((link) => { link.href = `?lang=${link.dataset.lang}${location.hash}`; });
  const before = open;
  open = code;
  document.body.classList.toggle('detail', Boolean(code));
  const station = stations.find((one) => one.code === code);
  if (station) showPanel(station);
  else if (code) showMissing(code);
  else hidePanel();
  if (Boolean(before) !== Boolean(code)) resized();
  select(code);
  highlight(code);
  if (before && !code) focusStation(before);
}

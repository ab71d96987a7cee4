import { drawChart } from './chart.js';
import { observationsAddress, telling } from './data.js';
import { element } from './dom.js';
import { limitText, number, since, time, typeset } from './format.js';
import { indexed, ink, symbol } from './symbols.js';
import { named, t } from './texts.js';

const panel = document.getElementById('panel');
const RANGES = [[24, 'day'], [168, 'week']];
let shown = null;
let parameter = null;
let hours = 24;

/** Shows a station; called again with fresh data it keeps what the reader has chosen. */
export function showPanel(station) {
  const another = shown?.code !== station.code;
  shown = station;
  if (another || !station.latest.some((value) => value.parameter === parameter)) parameter = telling(station)?.parameter;
  const focus = panel.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
  panel.replaceChildren(head(station), state(station), index(station), values(station), trend(station));
  panel.hidden = false;
  drawTrend();
  if (another) {
    panel.scrollTop = 0;
    panel.querySelector('h2').focus({ preventScroll: true });
  } else if (focus) {
    panel.querySelector(`[data-keep="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  }
}

export function showMissing(code) {
  shown = null;
  panel.replaceChildren(closing(), element('h2', { id: 'panel-title', tabIndex: -1 }, t.notFound(code)));
  panel.hidden = false;
}

export function hidePanel() {
  shown = null;
  panel.hidden = true;
  panel.replaceChildren();
}

const closing = () => element('a', { className: 'close', href: '#/', 'aria-label': t.close, 'data-keep': 'close' }, '×');

function head(station) {
  return element('header', {}, closing(),
    element('h2', { id: 'panel-title', tabIndex: -1 }, named(station)),
    element('p', {}, [t.media[station.medium], station.administrativeUnit, station.code].filter(Boolean).join(' · ')),
    station.dischargeSource ? element('p', {}, `${t.facility}: ${station.dischargeSource.facilityName}`) : null);
}

function state(station) {
  if (indexed(station)) return '';
  return element('p', { className: 'state' }, symbol(station, 30),
    element('span', {}, element('strong', {}, named(station, 'label')), element('span', {}, since(station.since))));
}

/** The index as a card of its own, which says the state too where the state is its class. */
function index(station) {
  const of = station.index;
  if (!of) return '';
  const number = element('span', { className: 'index-value' }, String(of.value));
  number.style.backgroundColor = of.colour;
  number.style.color = ink(of.colour);
  return element('div', { className: 'index' }, number,
    element('div', {},
      element('strong', {}, `VN_AQI · ${named(of, 'band')}`),
      indexed(station) ? element('span', {}, since(station.since)) : null,
      element('span', {}, `${t.dominant}: ${typeset(of.dominant)} · ${t.indexAt(time(of.end))}`)));
}

function values(station) {
  if (!station.latest.length) return '';
  const exceeded = new Set(station.exceedances?.map((episode) => episode.parameter));
  const rows = station.latest.map((value) => {
    const over = exceeded.has(value.parameter);
    const row = element('tr', { className: value.status === '00' ? '' : 'doubtful' },
      element('th', { scope: 'row' }, element('button', {
        type: 'button', 'aria-pressed': String(value.parameter === parameter), 'data-keep': `value-${value.parameter}`, 'data-parameter': value.parameter,
        onclick: () => choose(value.parameter),
      }, typeset(named(value))), value.status === '00' ? null : element('span', { className: 'note' }, statusText(value.status))),
      element('td', { className: over ? 'number over' : 'number' }, element('b', {}, number(value.value)), value.unitSymbol ? ` ${value.unitSymbol}` : '',
        over ? element('span', { className: 'unseen' }, ` ${t.above}`) : null, over ? element('span', { 'aria-hidden': 'true' }, ' ▲') : null),
      element('td', { className: 'number limit', title: limitTitle(value.limit) }, limitText(value.limit), ' ',
        value.limit ? element('span', {}, t.average[value.limit.averaging]) : null),
      element('td', {}, statusText(value.status)));
    return row;
  });
  const newest = station.lastTime ? element('caption', {}, t.measuredAt(time(station.lastTime))) : null;
  return element('table', { className: 'values' }, newest,
    element('thead', {}, element('tr', {}, ...['parameter', 'value', 'limit', 'status'].map((name) => element('th', { scope: 'col' }, t[name])))),
    element('tbody', {}, rows));
}

function limitTitle(limit) {
  if (!limit) return null;
  const column = limit.column ? ` (${limit.column})` : '';
  return [`${limit.standard}${column}`, t.average[limit.averaging], limit.basis, limit.verified ? null : t.unverified].filter(Boolean).join(' · ');
}

export const statusText = (status) => t.statuses[status] || t.otherStatus(status);

function trend(station) {
  if (!station.latest.length) return '';
  return element('section', { className: 'trend', 'aria-label': t.chart },
    element('div', { className: 'choices' },
      element('select', { 'aria-label': t.parameter, 'data-keep': 'parameter', onchange: (event) => choose(event.target.value) },
        station.latest.map((value) => element('option', { value: value.parameter, selected: value.parameter === parameter }, typeset(named(value))))),
      element('div', { className: 'range', role: 'group', 'aria-label': t.chart },
        RANGES.map(([length, name]) => element('button', {
          type: 'button', 'aria-pressed': String(length === hours), 'data-hours': length, 'data-keep': `hours-${length}`,
          onclick: () => { hours = length; choose(parameter); },
        }, t[name])))),
    element('div', { className: 'chart', id: 'chart' }),
    element('p', { className: 'under' }, element('a', { id: 'download', 'data-keep': 'download' }, t.download)));
}

function choose(code) {
  parameter = code;
  panel.querySelectorAll('[data-parameter]').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.parameter === code)));
  panel.querySelectorAll('[data-hours]').forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.hours) === hours)));
  panel.querySelector('select').value = code;
  drawTrend();
}

function drawTrend() {
  const value = shown.latest.find((one) => one.parameter === parameter);
  if (!value) return;
  document.getElementById('download').href = observationsAddress(shown.code, parameter, hours, { format: 'csv', bom: 'true' });
  drawChart(document.getElementById('chart'), shown.code, value, hours);
}

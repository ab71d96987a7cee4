import { element } from './dom.js';
import { telling } from './data.js';
import { number, plain, since, typeset } from './format.js';
import { indexed, symbol, urgency } from './symbols.js';
import { named, t } from './texts.js';

const list = document.getElementById('list');
const search = document.getElementById('search');
const media = document.getElementById('media');
let medium = '';
let stations = null;
let selected = null;

search.addEventListener('input', draw);

export function showStations(current) {
  stations = current;
  list.removeAttribute('aria-busy');
  drawMedia();
  draw();
}

export function select(code) {
  selected = code;
  list.querySelectorAll('a').forEach((link) => mark(link, link.dataset.code === code));
}

export const focusStation = (code) => list.querySelector(`a[data-code="${CSS.escape(code)}"]`)?.focus();

function mark(link, current) {
  if (current) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
}

function drawMedia() {
  const present = [...new Set(stations.map((station) => station.medium))].sort();
  const choices = ['', ...present];
  if (media.childElementCount === choices.length) return;
  media.replaceChildren(...choices.map((choice) => element('button', {
    type: 'button', 'aria-pressed': String(choice === medium), 'data-medium': choice,
    onclick: () => {
      medium = choice;
      media.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.medium === medium)));
      draw();
    },
  }, choice ? t.media[choice] : t.all)));
}

function draw() {
  if (!stations) return;
  const wanted = plain(search.value.trim());
  const shown = stations
    .filter((station) => !medium || station.medium === medium)
    .filter((station) => plain(`${named(station)} ${station.code} ${station.administrativeUnit || ''}`).includes(wanted))
    .sort((a, b) => urgency(a.state) - urgency(b.state) || named(a).localeCompare(named(b)));
  const focused = document.activeElement?.dataset?.code;
  list.replaceChildren(...(shown.length ? shown.map(item) : [element('li', { className: 'empty' }, stations.length ? t.noMatch : t.noStations)]));
  if (focused) focusStation(focused);
}

function item(station) {
  const link = element('a', { href: `#/station/${encodeURIComponent(station.code)}`, 'data-code': station.code },
    symbol(station, 30),
    element('span', { className: 'what' },
      element('strong', {}, named(station)),
      element('span', { className: 'where' }, [t.media[station.medium], commune(station)].filter(Boolean).join(' · '))),
    figure(station),
    element('span', { className: 'state' }, element('b', {}, named(station, 'label')), station.since ? ` ${since(station.since)}` : ''));
  mark(link, station.code === selected);
  return element('li', {}, link);
}

/** The commune; the province is the same for all. */
const commune = (station) => (station.administrativeUnit || '').split(',')[0];

/** One number, large. */
function figure(station) {
  if (station.state === 'no-data' || station.state === 'offline') return null;
  const of = indexed(station) ? { value: station.index.value, name: 'VN_AQI', unit: '' } : null;
  const value = telling(station);
  if (!of && !value) return null;
  const { value: shown, name, unit } = of || { value: value.value, name: typeset(value.parameter), unit: value.unitSymbol };
  return element('span', { className: 'figure' },
    element('span', { className: 'big' }, of ? String(shown) : number(shown)),
    element('span', { className: 'unit' }, [name, unit].filter(Boolean).join(', ')));
}

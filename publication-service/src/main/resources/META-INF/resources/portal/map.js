import { element } from './dom.js';
import { since } from './format.js';
import { symbol } from './symbols.js';
import { named, t } from './texts.js';

const STEP = 0.1;
let map = null;
let markers = new Map();
let fitted = false;
let moved = false;

export async function drawMap({ tileUrl, tileAttribution }) {
  map = L.map('map', { zoomControl: false, zoomSnap: 0.25, attributionControl: false, scrollWheelZoom: true });
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const source = L.control.attribution({ prefix: false, position: 'bottomright' }).addTo(map);
  map.setView([9.82, 105.65], 10.5);
  map.on('dragstart', () => { moved = true; });
  map.getContainer().addEventListener('wheel', () => { moved = true; }, { passive: true });
  if (tileUrl) {
    L.tileLayer(tileUrl, { maxZoom: 18, attribution: tileAttribution || '' }).addTo(map);
    return;
  }
  source.addAttribution(t.schematic);
  graticule();
  await base();
}

function graticule() {
  const lines = [];
  for (let n = 95; n <= 102; n += 1) lines.push([[n * STEP, 104.9], [n * STEP, 106.5]]);
  for (let e = 1049; e <= 1065; e += 1) lines.push([[9.4, e * STEP], [10.2, e * STEP]]);
  L.polyline(lines, { className: 'graticule', interactive: false }).addTo(map);
}

async function base() {
  const answer = await fetch('/portal/waterways.json');
  const { waterways, places } = await answer.json();
  waterways.forEach(({ width, line }) => L.polyline(smooth(line), { className: 'waterway', weight: width, interactive: false, smoothFactor: 0.4 }).addTo(map));
  map.createPane('places').style.zIndex = 450;
  places.forEach(({ name, at, kind }) => L.marker(at, {
    interactive: false, keyboard: false, pane: 'places',
    icon: L.divIcon({ className: `place ${kind}`, html: element('span', {}, name), iconSize: null }),
  }).addTo(map));
}

/** A curve through the points of a line (Catmull-Rom). */
function smooth(line) {
  const curve = [];
  for (let at = 0; at < line.length - 1; at += 1) {
    const [a, b, c, d] = [line[at - 1] || line[at], line[at], line[at + 1], line[at + 2] || line[at + 1]];
    for (let part = 0; part < 1; part += 0.1) {
      curve.push([0, 1].map((axis) => 0.5 * (2 * b[axis] + (c[axis] - a[axis]) * part
        + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * part ** 2 + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * part ** 3)));
    }
  }
  return [...curve, line[line.length - 1]];
}

export function showOnMap(stations) {
  const codes = new Set(stations.map((station) => station.code));
  markers.forEach((marker, code) => { if (!codes.has(code)) { marker.remove(); markers.delete(code); } });
  stations.forEach((station) => {
    const label = `${named(station)}: ${named(station, 'label')} ${since(station.since)}`;
    const icon = L.divIcon({ className: 'pin', html: symbol(station, 34), iconSize: [34, 34], iconAnchor: [17, 17] });
    let marker = markers.get(station.code);
    if (!marker) {
      marker = L.marker(station.place, { icon, alt: label, riseOnHover: true }).addTo(map);
      marker.on('click', () => { location.hash = `#/station/${encodeURIComponent(station.code)}`; });
      marker.bindTooltip('', { direction: 'top', offset: [0, -16] });
      markers.set(station.code, marker);
    }
    const had = document.activeElement === marker.getElement();
    marker.setLatLng(station.place).setIcon(icon).setTooltipContent(element('span', {}, label));
    const node = marker.getElement();
    node.setAttribute('aria-label', label);
    node.setAttribute('role', 'button');
    if (had) node.focus();
  });
  if (!fitted && stations.length) {
    fitted = true;
    fit();
  }
}

function fit() {
  if (markers.size) map.fitBounds(L.latLngBounds([...markers.values()].map((marker) => marker.getLatLng())), { padding: [48, 48], maxZoom: 12, animate: false });
}

export function highlight(code) {
  markers.forEach((marker, of) => marker.getElement()?.classList.toggle('selected', of === code));
  const marker = markers.get(code);
  if (marker) map.panInside(marker.getLatLng(), { padding: [60, 60], animate: false });
}

/** The space of the map has changed; all stations stay in view unless the reader has moved it. */
export function resized() {
  map.invalidateSize({ animate: false });
  if (!moved) fit();
}

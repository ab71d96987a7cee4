import { element } from './dom.js';
import { since } from './format.js';
import { symbol } from './symbols.js';
import { named, t } from './texts.js';

const STEP = 0.1;
let map = null;
let markers = new Map();
let fitted = false;

export async function drawMap({ tileUrl, tileAttribution }) {
  map = L.map('map', { zoomControl: false, zoomSnap: 0.25, attributionControl: false, scrollWheelZoom: true });
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  const source = L.control.attribution({ prefix: false, position: 'bottomright' }).addTo(map);
  map.setView([9.82, 105.65], 10.5);
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
  const { rivers, canals, places } = await answer.json();
  rivers.forEach((line) => L.polyline(line, { className: 'river', interactive: false, smoothFactor: 0.5 }).addTo(map));
  canals.forEach((line) => L.polyline(line, { className: 'canal', interactive: false }).addTo(map));
  places.forEach(({ name, at, kind }) => L.marker(at, {
    interactive: false, keyboard: false,
    icon: L.divIcon({ className: `place ${kind}`, html: element('span', {}, name), iconSize: null }),
  }).addTo(map));
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

export function fit() {
  if (markers.size) map.fitBounds(L.latLngBounds([...markers.values()].map((marker) => marker.getLatLng())), { padding: [48, 48], maxZoom: 12, animate: false });
}

export function highlight(code) {
  markers.forEach((marker, of) => marker.getElement()?.classList.toggle('selected', of === code));
  const marker = markers.get(code);
  if (marker) map.panInside(marker.getLatLng(), { padding: [60, 60], animate: false });
}

/** The space of the map has changed. */
export function resized() {
  map?.invalidateSize({ animate: false });
}

import { drawing } from './dom.js';

// A state is never told by colour alone: each has its shape, and the shape its sign.
const SHAPES = {
  circle: () => ['circle', { cx: 12, cy: 12, r: 9.5 }],
  ring: () => ['circle', { cx: 12, cy: 12, r: 8.5, fill: 'none', 'stroke-width': 3 }],
  triangle: () => ['path', { d: 'M12 2.200 22.600 20.800H1.400z', 'stroke-linejoin': 'round' }],
  diamond: () => ['path', { d: 'M12 1.600 22.400 12 12 22.400 1.600 12z', 'stroke-linejoin': 'round' }],
  square: () => ['rect', { x: 3, y: 3, width: 18, height: 18, rx: 3.5 }],
};
const SIGNS = {
  check: 'M7.500 12.300l3.100 3.100 5.900-6.300',
  alarm: 'M12 8.500v5.200M12 17.100v.1',
  cross: 'M8.500 8.500l7 7M15.500 8.500l-7 7',
  wave: 'M7 12.500c1.600-3 3.400-3 5 0s3.400 3 5 0',
  slash: 'M6 18 18 6',
  dot: 'M12 12v.1',
};
const STATES = {
  exceeded: ['triangle', 'alarm'],
  fault: ['square', 'cross'],
  calibration: ['diamond', 'wave'],
  offline: ['ring', 'slash'],
  'no-data': ['ring', null],
  measuring: ['circle', 'dot'],
  good: ['circle', 'check'],
};
const INDEX_CLASSES = ['good', 'moderate', 'poor', 'bad', 'very-bad', 'hazardous'];

/** Black or white, whichever is read better on a colour. */
export function ink(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3 ? '#10201c' : '#ffffff';
}

/** Whether the state is a class of the air quality index, which then stands on the symbol. */
export const indexed = (station) => Boolean(station.index) && INDEX_CLASSES.includes(station.state) && station.state === station.index.band;

/** How bad a state is, for sorting: the worst first. */
export function urgency(state) {
  const order = ['exceeded', 'hazardous', 'very-bad', 'bad', 'poor', 'fault', 'offline', 'calibration', 'moderate', 'measuring', 'good', 'no-data'];
  return order.indexOf(state);
}

export function symbol(station, size = 24, withNumber = true) {
  const svg = drawing('svg', { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: 'symbol' });
  const edge = ink(station.colour) === '#ffffff' ? 'none' : 'rgba(16,32,28,.55)';
  if (indexed(station)) {
    svg.append(drawing('path', { d: 'M7 2h10l5.500 10L17 22H7L1.500 12z', fill: station.colour, stroke: edge, 'stroke-width': 1.2, 'stroke-linejoin': 'round' }));
    if (!withNumber) return svg;
    const text = drawing('text', { x: 12, y: 15.6, 'text-anchor': 'middle', 'font-size': station.index.value > 99 ? 8 : 10, 'font-weight': 700, fill: ink(station.colour) });
    text.textContent = station.index.value;
    svg.append(text);
    return svg;
  }
  const [shape, sign] = STATES[station.state] || STATES.measuring;
  const [name, attributes] = SHAPES[shape]();
  const hollow = attributes.fill === 'none';
  svg.append(drawing(name, { fill: station.colour, stroke: hollow ? station.colour : edge, ...attributes }));
  if (sign) {
    svg.append(drawing('path', { d: SIGNS[sign], fill: 'none', stroke: hollow ? station.colour : ink(station.colour), 'stroke-width': sign === 'dot' ? 5 : 2.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  }
  return svg;
}

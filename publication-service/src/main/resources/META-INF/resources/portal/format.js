import { language, t } from './texts.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const locale = language === 'en' ? 'en-GB' : 'vi-VN';
const clock = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
// Both languages write 24/11; the short form of vi-VN would be 24-11.
const day = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });

/** 10:05, and the day when it is another one than today; Vietnam time. */
export function time(instant, now = new Date()) {
  const at = new Date(instant);
  return day.format(at) === day.format(now) ? clock.format(at) : `${clock.format(at)} ${day.format(at)}`;
}

export const hour = (seconds) => clock.format(new Date(seconds * 1000));
export const date = (seconds) => day.format(new Date(seconds * 1000));

function ago(instant, now = new Date()) {
  const minutes = Math.max(0, Math.round((now - new Date(instant)) / 60000));
  if (minutes < 60) return relative.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  return relative.format(-Math.floor(minutes / 1440), 'day');
}

/** "từ 10:05, 3 giờ trước"; nothing when it is not known. */
export const since = (instant) => (instant ? t.since(time(instant), ago(instant)) : '');

export function number(value) {
  if (value === null || value === undefined) return t.noValue;
  const size = Math.abs(value);
  // A trace must not read as zero: limits of metals are thousandths of a milligram.
  if (size > 0 && size < 1) return value.toLocaleString(locale, { minimumSignificantDigits: 2, maximumSignificantDigits: 3 });
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A number as it was given, such as a limit. */
export const plainNumber = (value) => value.toLocaleString(locale, { maximumFractionDigits: 4 });

/** "≤ 81 mg/L", "6 – 9", "≥ 4 mg/L". */
export function limitText(limit, unit) {
  if (!limit) return t.noValue;
  const both = limit.min !== undefined && limit.max !== undefined;
  const text = both ? `${plainNumber(limit.min)} – ${plainNumber(limit.max)}`
    : limit.max !== undefined ? `≤ ${plainNumber(limit.max)}` : `≥ ${plainNumber(limit.min)}`;
  return unit ? `${text} ${unit}` : text;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const lower = (digits) => digits.replace(/\d/g, (digit) => SUBSCRIPTS[digit]).replace(',', '.');

/** Formulas as they are printed: PM₂.₅, NO₂, NH₄. */
export function typeset(text) {
  return text.replace(/\b(PM|NOx?|SO|NH|PO|CO|O|H|BOD)(\d+(?:[.,]\d+)?)(?!\w)/g, (all, symbol, digits) => symbol + lower(digits));
}

/** For searching: without marks and capitals. */
export const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

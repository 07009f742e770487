import type { Kind } from './formats.ts';

/**
 * The shortest decimal text that reads back as the same number, never in scientific notation: 17 digits of a file
 * (`0.10000000000000001`) become what was typed (`0.1`), and `4.0001E4` becomes `40001`.
 * @param shift moves the decimal point to the right, without arithmetic and so without its noise
 */
export function plainDecimal(value: number, shift = 0): string {
  const [mantissa = '0', exponent = '0'] = String(Math.abs(value)).split('e');
  const sign = value < 0 ? '-' : '';
  if (exponent === '0' && shift === 0) return sign + mantissa;
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const point = whole.length + Number(exponent) + shift;
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`;
  const at = Math.max(point, 1);
  const left = digits
    .padEnd(at, '0')
    .slice(0, at)
    .replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

const day = 86_400;
const two = (n: number): string => String(n).padStart(2, '0');
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Excel believes that 1900 was a leap year; serial 60 is its 29 February, which no other calendar has. */
function isoDay(days: number, date1904: boolean): string {
  if (!date1904 && days === 60) return '1900-02-29';
  if (!date1904 && days === 0) return '1900-01-00';
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + days * day * 1000).toISOString().slice(0, 10);
}

/** The last day that Excel shows, 9999-12-31, in each of its two calendars. */
const lastDay = (date1904: boolean): number => (date1904 ? 2_957_003 : 2_958_465);

/**
 * A serial number as ISO text, to the second; as much of date and time as its format shows.
 * @returns undefined where Excel shows `####`: negative, or past the year 9999
 */
export function serialToIso(serial: number, kind: Kind, date1904: boolean): string | undefined {
  const total = Math.round(serial * day);
  const days = Math.floor(total / day);
  if (serial < 0 || days > lastDay(date1904)) return undefined;
  const seconds = total - days * day;
  if (kind === 'elapsed') return clock(total);
  if (kind === 'time') return clock(seconds);
  const date = isoDay(kind === 'date' ? Math.floor(serial) : days, date1904);
  return kind === 'date' || seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

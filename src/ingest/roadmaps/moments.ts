/** First and last day of something, ISO. */
export interface Days {
  from: string;
  to: string;
}

/** A day or a month as worded; `year` is null where the wording has none. */
export interface Moment {
  year: number | null;
  month: number;
  day: number | null;
}

/** In the nominative; other cases share the stem. */
const stems = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

const monthWord = `(январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])`;
const year = String.raw`(\d{4}|\d{2})`;
const numeric = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})(?:\.${year})?$`);
const worded = new RegExp(String.raw`^(\d{1,2}) ${monthWord}(?: ${year})?$`);
const month = new RegExp(`^${monthWord}(?: ${year})?$`);

const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text) + (text.length === 2 ? 2000 : 0);
const monthOf = (word: string): number =>
  stems.findIndex((stem, i) => (i === 4 ? /^ма[йяе]$/.test(word) : word.startsWith(stem))) + 1;

/** Reads `12.03.2021`, `30.06.24`, `1 декабря 2024`, `август 2023`, `март`; `null` for anything else. */
export function moment(text: string): Moment | null {
  const [, day, number, ofDay] = numeric.exec(text) ?? [];
  if (day !== undefined) return { year: yearOf(ofDay), month: Number(number), day: Number(day) };
  const [, wordDay, word = '', ofWord] = worded.exec(text) ?? [];
  if (wordDay !== undefined) return { year: yearOf(ofWord), month: monthOf(word), day: Number(wordDay) };
  const [, only = '', ofMonth] = month.exec(text) ?? [];
  return only === '' ? null : { year: yearOf(ofMonth), month: monthOf(only), day: null };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The number of days of a month. */
const monthDays = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The days of a moment in a year; `null` for a day that the calendar does not have. */
export function daysOf({ month, day }: Moment, year: number): Days | null {
  if (month < 1 || month > 12) return null;
  const last = monthDays(year, month);
  if (day !== null && (day < 1 || day > last)) return null;
  const iso = (n: number) => `${year}-${two(month)}-${two(n)}`;
  return { from: iso(day ?? 1), to: iso(day ?? last) };
}

/** The day before or after a day. */
export function shifted(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export const yearIn = (iso: string): number => Number(iso.slice(0, 4));

import type { MunicipalityFile } from '../contract/public.ts';
import type { AreaStatus } from '../contract/status.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { Interval } from '../stats/wilson.ts';
import { basicLines } from './basics.ts';
import { comparability, methodology, subjectOrder } from './reference.ts';
import { municipalities, region } from './release.ts';

/** What a page needs of a catalogue entry of `indicators`. */
export interface Entry {
  id: string;
  name: Record<Language, string>;
  description: Record<Language, string>;
  group: string;
  unit: 'share' | 'score';
  direction: 'higher-better' | 'lower-better' | 'neither';
  levels: readonly string[];
  sql: string;
  source: string;
  section: string;
}

/** One value of one indicator. */
export interface Line {
  dimension: string;
  year: number;
  numerator: Interval | null;
  denominator: Interval | null;
  uncounted: number | null;
  value: Interval | null;
  reason: string | null;
}

type Row = Partial<AreaStatus['monitoring'][number]>;
const span = (low: number | null | undefined, high: number | null | undefined): Interval | null =>
  typeof low === 'number' && typeof high === 'number' ? { low, high } : null;

const toLine = (row: Row): Line => ({
  dimension: row.dimension ?? '',
  year: row.year ?? 0,
  numerator: span(row.numerator_low, row.numerator_high),
  denominator: span(row.denominator_low, row.denominator_high),
  uncounted: row.uncounted ?? null,
  value: row.reason ? null : span(row.value_low, row.value_high),
  reason: row.reason ?? null,
});

/** The values of an area by dimension and year. */
export const statusLines = (status: AreaStatus | undefined, id: string): Line[] =>
  (status?.monitoring ?? []).filter(({ indicator_id }) => indicator_id === id).map(toLine);

/** The values of the region, by dimension and year. */
export const regionLines = (entry: Entry): Line[] =>
  entry.group === 'results' ? basicLines(entry.id, region().results) : statusLines(region().status, entry.id);

/** The values of one municipality, by dimension and year. */
export const municipalityIndicatorLines = (entry: Entry, { results, status }: MunicipalityFile): Line[] =>
  entry.group === 'results' ? basicLines(entry.id, results) : statusLines(status, entry.id);

/** The values of every municipality in a year. */
export function municipalityValues(entry: Entry, year: number) {
  return municipalities().map((file) => {
    const all = municipalityIndicatorLines(entry, file);
    return { municipality: file.municipality, lines: all.filter((one) => one.year === year) };
  });
}

/** Subjects in the order of the reference table; what the order counts before what is confirmed. */
const rank = (dimension: string): string =>
  dimension
    .split(' ')
    .map((word) => {
      const subject = subjectOrder().indexOf(word);
      const fixed = ['vpr', 'oge', 'ege', 'formal', 'confirmed'].indexOf(word);
      return subject >= 0 ? String(subject).padStart(3, '0') : fixed >= 0 ? String(fixed) : word;
    })
    .join(' ');

/** The dimensions of some lines, the whole first. */
export const dimensionsOf = (lines: readonly Line[]): string[] =>
  [...new Set(lines.map(({ dimension }) => dimension))].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));

/** The dimensions that the list of indicators shows: the whole, or the required subjects of one procedure. */
export function headline(lines: readonly Line[]): string[] {
  const all = dimensionsOf(lines);
  if (all.includes('')) return [''];
  const { subjects } = methodology().identification;
  const required = all.filter(
    (one) => !one.includes('at-risk') && one.split(' ').some((word) => subjects.includes(word)),
  );
  const shown = required.filter((one) => !/^(oge|ege) /.test(one));
  if (shown.length > 0) return shown;
  return required.length > 0 ? required : all;
}

/** The last line of each dimension that stands for the indicator. */
export const latest = (lines: readonly Line[]): Line[] =>
  headline(lines).flatMap((dimension) => lines.filter((one) => one.dimension === dimension).at(-1) ?? []);

/** Years whose ВПР was written in autumn, where the indicator has them. */
export function autumnYears(lines: readonly Line[]): string[] {
  const years = new Set(lines.map(({ year }) => year));
  const autumn = comparability().filter((row) => row.session === 'autumn' && years.has(row.year));
  return [...new Set(autumn.map(({ year }) => String(year)))];
}

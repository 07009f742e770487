import type { AreaStatus, MonitoringRow } from '../contract/status.ts';
import type { Language } from '../contract/vocabulary.ts';
import { countText, integer, percentDigits, percentRange } from '../i18n/formats.ts';
import { municipalities, municipality, region } from './release.ts';

/** What a report of support is about: the region, or one municipality. */
export interface Scope {
  level: 'region' | 'municipality';
  id: string;
  name: string;
  status: AreaStatus | undefined;
  /** Ids of its schools. */
  schools: ReadonlySet<string>;
}

export function regionScope(): Scope {
  const { region: row, status } = region();
  const all = municipalities().flatMap(({ schools }) => schools.map(({ school_id }) => school_id));
  return { level: 'region', id: row.region_id, name: row.name, status, schools: new Set(all) };
}

export function municipalityScope(id: string): Scope {
  const { municipality: row, status, schools } = municipality(id);
  const own = new Set(schools.map(({ school_id }) => school_id));
  return { level: 'municipality', id, name: row.name, status, schools: own };
}

type Row = Partial<MonitoringRow>;

/** Observed or computed values of an indicator in a scope, by dimension and year. */
export const monitored = ({ status }: Scope, indicator: string): Row[] =>
  (status?.monitoring ?? []).filter(({ indicator_id }) => indicator_id === indicator);

/** A share with the counts that made it, as cells. */
export function shareCells(row: Row | undefined, lang: Language): [string, string, string] {
  const { value_low: low, value_high: high, numerator_low: a, numerator_high: b } = row ?? {};
  const { denominator_low: c, denominator_high: d } = row ?? {};
  const has = (x: unknown, y: unknown): boolean => typeof x === 'number' && typeof y === 'number';
  return [
    has(low, high)
      ? percentRange(lang, { low: Number(low), high: Number(high) }, percentDigits(Number(c ?? 0)))
      : '–',
    has(a, b) ? countText(lang, { low: Number(a), high: Number(b) }) : '–',
    has(c, d) ? countText(lang, { low: Number(c), high: Number(d) }) : '–',
  ];
}

export const whole = (lang: Language, value: number): string => integer(lang, value);

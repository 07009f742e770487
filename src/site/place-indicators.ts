import type { MunicipalityFile } from '../contract/public.ts';
import type { Cluster, Language } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import { clusterYear } from './cluster-tables.ts';
import { type Entry, headline, type Line, regionLines, statusLines } from './indicator-lines.ts';
import { lineText, nameOf } from './indicators.ts';
import { once } from './tables.ts';

/** One indicator of a municipality in its last year, with the region's value beside it. */
export interface PlaceIndicator {
  id: string;
  name: string;
  /** What the value is of, where the indicator has several. */
  of: string;
  year: number;
  value: string | null;
  counts: string;
  reason: string;
  region: string | null;
}

const ofRegion = once(() => new Map<string, Line[]>());

function regional(entry: Entry): Line[] {
  const known = ofRegion().get(entry.id);
  if (known) return known;
  const lines = regionLines(entry);
  ofRegion().set(entry.id, lines);
  return lines;
}

/** The indicators of the orders that a municipality has, in the order of the catalogue. */
export function placeIndicators(
  file: MunicipalityFile,
  entries: readonly Entry[],
  lang: Language,
): PlaceIndicator[] {
  return entries.flatMap((entry) => {
    const lines = statusLines(file.status, entry.id);
    const shown = headline(lines);
    return shown.flatMap((dimension): PlaceIndicator[] => {
      const line = lines.findLast((one) => one.dimension === dimension);
      if (!line) return [];
      const all = regional(entry).find((one) => one.dimension === dimension && one.year === line.year);
      const { value, reason, numerator, denominator } = lineText(line, entry.unit, lang);
      return [
        {
          id: entry.id,
          name: entry.name[lang],
          of: dimension === '' ? '' : capital(nameOf(dimension, lang)),
          year: line.year,
          value,
          counts: numerator && denominator ? `${numerator} / ${denominator}` : '',
          reason,
          region: all ? lineText(all, entry.unit, lang).value : null,
        },
      ];
    });
  });
}

/** Schools of a municipality by cluster in the last year. */
export const placeClusters = (file: MunicipalityFile): { cluster: Cluster; schools: number }[] =>
  (file.status?.clusters ?? [])
    .filter(({ year }) => year === clusterYear())
    .map(({ cluster, schools }) => ({ cluster: cluster as Cluster, schools }));

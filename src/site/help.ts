import type { Language } from '../contract/vocabulary.ts';
import { list } from '../i18n/formats.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { helpMessages } from '../i18n/pages-help.ts';
import { once, tableRows } from './tables.ts';

const programmes = once(() => Map.groupBy(tableRows('programmes'), ({ school_id }) => school_id));
const deficits = once(() => Map.groupBy(tableRows('deficits'), ({ school_id }) => school_id));

/** Years in ascending order, runs as `2021–2023`. */
export function yearRuns(years: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** The programmes that a school took part in, each with its role and years. */
export function programmeLines(id: string, lang: Language): string[] {
  const words = helpMessages(lang);
  const groups = Map.groupBy(programmes().get(id) ?? [], ({ programme, role }) => `${programme}|${role}`);
  return [...groups.values()].flatMap((rows) => {
    const [row] = rows;
    if (!row) return [];
    const role = words.roles[row.role] ?? row.role;
    return [words.programme(row.programme, role, yearRuns(rows.map(({ year }) => year)))];
  });
}

/** The deficits found at a school and those removed, by year, the last ones first. */
export function deficitLines(id: string, lang: Language) {
  const words = helpMessages(lang);
  const { deficitKinds } = clusterMessages(lang);
  const named = (kinds: readonly string[]) =>
    kinds.length === 0
      ? words.nothing
      : list(
          lang,
          kinds.map((kind) => deficitKinds[kind] ?? kind),
        );
  return [...Map.groupBy(deficits().get(id) ?? [], ({ year }) => year)]
    .sort(([a], [b]) => b - a)
    .map(([year, rows]) => {
      const found = rows.filter(({ identified }) => identified);
      const removed = found.filter(({ eliminated }) => eliminated);
      const kinds = (all: typeof rows) => named(all.map(({ kind }) => kind));
      return { year, found: kinds(found), removed: found.length === 0 ? '' : kinds(removed) };
    });
}

import type { Entry } from './indicator-lines.ts';
import { once, releaseLines } from './tables.ts';

/** The lines of a table as cells; these tables have no quoted cell that matters here. */
const cells = (path: string) => {
  const [header = '', ...lines] = releaseLines(path);
  const names = header.split(',');
  const index = (name: string) => names.indexOf(name);
  return {
    index,
    rows: lines.filter((line) => line !== '').map((line) => line.replaceAll('"', '').split(',')),
  };
};

const observations = once(() => cells('observations.csv'));
const monitoring = once(() => cells('monitoring.csv'));

type Counts = Map<string, number>;

function tally(
  table: ReturnType<typeof cells>,
  what: Readonly<Record<string, string>>,
  column: string,
): Counts {
  const counts: Counts = new Map();
  const wanted = Object.entries(what).map(([name, value]) => [table.index(name), value] as const);
  const at = table.index(column);
  for (const row of table.rows) {
    if (!wanted.every(([index, value]) => row[index] === value)) continue;
    const reason = row[at] ?? '';
    if (reason !== '' && reason !== 'none') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

const ofResults = new Map<string, Counts>();

/** Both languages ask for the same counts of a long table. */
function resultCounts(id: string, year: string): Counts {
  const key = `${id} ${year}`;
  const counts = ofResults.get(key) ?? tally(cells(`indicators/${id}.csv`), { year }, 'reason');
  ofResults.set(key, counts);
  return counts;
}

/** How many values of schools and municipalities are absent or ranges in a year, by reason. */
export function hiddenCounts(entry: Entry, year: number): [reason: string, count: number][] {
  const own = { indicator_id: entry.id, year: String(year) };
  const counts =
    entry.group === 'results'
      ? resultCounts(entry.id, own.year)
      : new Map([...tally(monitoring(), own, 'reason'), ...tally(observations(), own, 'protection')]);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

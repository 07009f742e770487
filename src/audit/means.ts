import type { Finding } from './finding.ts';
import type { Places } from './model.ts';
import type { Release } from './release.ts';
import type { CountRow, Counts } from './rows.ts';

/** Columns that say over how many a mean is taken, where it is not over all participants. */
const over = 'mean_participants';
// Deviations and correlations do not add up over places.
const additive = ['score_mean', 'completion_mean'];
/** Half a unit of the last of three decimals. */
const rounding = 0.0005;

interface Ends {
  low: number;
  high: number;
}

const participants = (row: CountRow, place: number): Ends => ({
  low: row.low[place] ?? 0,
  high: row.high[place] ?? 0,
});

/**
 * Means of hidden groups that follow from means around them: total mean × n less every visible mean × n is the sum of
 * those who are left. A leak where they are fewer than the minimum, or where they may be and their mean is known to a
 * tenth of the spread between schools. A total mean that is the mean of the published rows tells nothing beside them.
 */
export function meanFindings(
  counts: Counts,
  rows: readonly CountRow[],
  places: Places,
  { minParticipants, number }: Release,
): Finding[] {
  const place = counts.columns.indexOf('participants');
  const members = membersOf(rows, places);
  return additive
    .filter((name) => counts.means.includes(name))
    .flatMap((name) => {
      const spread = spreadOf(rows, name);
      return [...members].flatMap(([parent, all]): Finding[] => {
        const schools = all.flatMap((row) => (row.level === 'school' ? [row] : (members.get(row) ?? [])));
        const rest = followsFrom(parent, schools, name, place) ? null : remainder(parent, all, name, place);
        if (!rest || rest.people.high <= 0) return [];
        const seen = spread.get(parent.series);
        const isFew = rest.people.high < minParticipants && !saysNothing(rest, seen);
        const isSharp =
          rest.people.low < minParticipants &&
          rest.mean.high - rest.mean.low < (seen ? seen.high - seen.low : 0) / 10;
        if (!isFew && !isSharp) return [];
        return [
          {
            kind: 'hidden-mean',
            cell: { table: parent.table, key: parent.key, column: name },
            release: number,
            feasible: [rest.mean.low, rest.mean.high],
            details: { participants: `${rest.people.low}–${rest.people.high}` },
            chain: [],
          },
        ];
      });
    });
}

/** Whether a total's mean, and over how many it is, is what the means and participants of its published schools give. */
function followsFrom(parent: CountRow, schools: readonly CountRow[], name: string, place: number): boolean {
  const [mean, told] = [parent.means[name] ?? null, parent.means[over] ?? null];
  if (mean === null || told === null) return false;
  let [points, people] = [0, 0];
  for (const row of schools) {
    const own = row.means[name] ?? null;
    if (own === null) continue;
    const { low, high } = participants(row, place);
    points += (own * (low + high)) / 2;
    people += (low + high) / 2;
  }
  return Math.floor(people) === told && Math.abs(points / people - mean) <= 2 * rounding;
}

function membersOf(rows: readonly CountRow[], places: Places): Map<CountRow, CountRow[]> {
  const own = new Map(rows.map((row) => [`${row.level} ${row.entity} ${row.series}`, row]));
  const members = new Map<CountRow, CountRow[]>();
  for (const row of rows) {
    const above = places.get(`${row.level} ${row.entity}`);
    const level = row.level === 'school' ? 'municipality' : 'region';
    const parent = row.level === 'region' ? undefined : own.get(`${level} ${above} ${row.series}`);
    if (!parent) continue;
    const list = members.get(parent);
    if (list) list.push(row);
    else members.set(parent, [row]);
  }
  return members;
}

/** Who is left when the members with a mean are taken out of a total with one, and what their mean can be. */
function remainder(
  parent: CountRow,
  members: readonly CountRow[],
  name: string,
  place: number,
): { people: Ends; mean: Ends } | null {
  const mean = parent.means[name];
  if (mean === null || mean === undefined) return null;
  const count = (row: CountRow): Ends => {
    const exact = row.means[over];
    return exact === null || exact === undefined ? participants(row, place) : { low: exact, high: exact };
  };
  const visible = members.filter((row) => (row.means[name] ?? null) !== null);
  const people = { ...count(parent) };
  let [low, high] = [people.low * mean, people.high * mean];
  let slack = people.high * rounding;
  for (const row of visible) {
    const own = count(row);
    const value = row.means[name] as number;
    people.low -= own.high;
    people.high -= own.low;
    low -= own.high * value;
    high -= own.low * value;
    slack += own.high * rounding;
  }
  // Every hidden member has as many as it says at least; of a mean that says over how many it is, one of them at least.
  const lows = members
    .filter((row) => (row.means[name] ?? null) === null)
    .map((row) => participants(row, place).low);
  const isOverAll = (parent.means[over] ?? null) === null;
  const sure = isOverAll ? lows.reduce((sum, low) => sum + low, 0) : Math.min(people.high, ...lows);
  people.low = Math.max(0, Math.min(people.high, Math.max(people.low, lows.length > 0 ? sure : 0)));
  const [least, most] = [Math.max(1, people.low), Math.max(1, people.high)];
  return {
    people,
    mean: { low: (low - slack) / (low > slack ? most : least), high: (high + slack) / least },
  };
}

/** Points that may be none, of a group whose mean may be as great as any that a school shows. */
const saysNothing = ({ mean }: { mean: Ends }, seen: Ends | undefined): boolean =>
  mean.low <= 0 && seen !== undefined && mean.high >= seen.high;

/** Least and greatest mean of a school, by series. */
function spreadOf(rows: readonly CountRow[], name: string): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const row of rows) {
    const value = row.means[name];
    if (row.level !== 'school' || value === null || value === undefined) continue;
    const found = ends.get(row.series);
    ends.set(row.series, {
      low: Math.min(found?.low ?? value, value),
      high: Math.max(found?.high ?? value, value),
    });
  }
  return ends;
}

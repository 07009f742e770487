import type { Model, Places } from './model.ts';
import type { CountRow, Counts } from './rows.ts';

const name = ({ level, entity, series }: CountRow): string => `${level} ${entity} ${series}`;

/** The place whose numbers a row is part of: a municipality with its schools, or a region alone. */
const placeOf = ({ level, entity }: CountRow, places: Places): string =>
  level === 'school'
    ? (places.get(`school ${entity}`) ?? entity)
    : `${level === 'region' ? 'region ' : ''}${entity}`;
const blockOf = (row: CountRow, places: Places): string => `${placeOf(row, places)} ${row.series}`;

const sameEnds = (a: CountRow, b: CountRow): boolean =>
  a.low.length === b.low.length && a.low.every((low, c) => low === b.low[c] && a.high[c] === b.high[c]);

/** Whether one table could be behind both rows: every published range meets the other. */
const couldBeSame = (a: CountRow, b: CountRow): boolean =>
  a.low.every((low, c) => {
    const [ownHigh, otherLow, otherHigh] = [a.high[c], b.low[c], b.high[c]];
    if (low === null || otherLow === null || otherLow === undefined) return true;
    return low <= (otherHigh ?? otherLow) && otherLow <= (ownHigh ?? low);
  });

/** Rows that say that they hold on to what an earlier release hid. */
const holding = new Set(['remembered', 'corrected']);

/**
 * Whether a reader sees that a row was corrected: no table could be behind both, or the newer one says that it holds on to
 * what was hidden while the older did not say so or its range has moved, which only a changed number makes it do.
 */
const isSeenToDiffer = (row: CountRow, newer: CountRow): boolean =>
  !couldBeSame(row, newer) ||
  (newer.protection === 'corrected' && row.protection !== 'corrected') ||
  (holding.has(newer.protection) && !sameEnds(row, newer));

/** Totals that look the same whether or not a hidden number below them was corrected. */
const silent = new Set(['few-participants', 'corrected']);

/**
 * Blocks in which a correction may be that nobody sees: the region's total says that some hidden number was corrected, and
 * theirs would look as it does either way.
 */
function unseen(newest: Counts, earlier: Counts, places: Places): string[] {
  const before = new Map(earlier.rows.map((row) => [name(row), row]));
  const moved = new Set(
    newest.rows
      .filter((row) => row.level === 'region' && row.protection === 'corrected')
      .filter((row) => {
        const old = before.get(name(row));
        return old === undefined || old.protection !== 'corrected' || !sameEnds(old, row);
      })
      .map((row) => `${row.entity} ${row.series}`),
  );
  return newest.rows
    .filter((row) => row.level === 'municipality' && silent.has(row.protection))
    .filter((row) => moved.has(`${places.get(`municipality ${row.entity}`)} ${row.series}`))
    .map((row) => blockOf(row, places));
}

/**
 * An earlier release as a reader uses it beside the newest: rows that say the same are taken as the same, rows of a
 * municipality and series that nobody can see a change in are taken as about the same pupils, the others stand alone.
 * @returns the rows of the earlier release, with the newest's own rows where they say the same
 */
export function relateEarlier(newest: Counts, earlier: Counts, places: Places, model: Model): CountRow[] {
  const now = new Map(newest.rows.map((row) => [name(row), row]));
  const before = new Set(earlier.rows.map(name));
  const changed = new Set<string>();
  const mark = (row: CountRow) => {
    changed.add(blockOf(row, places));
    const region = places.get(`municipality ${placeOf(row, places)}`);
    if (region !== undefined) changed.add(`region ${region} ${row.series}`);
  };
  for (const row of earlier.rows) {
    const other = now.get(name(row));
    if (!other || isSeenToDiffer(row, other)) mark(row);
  }
  const seriesBefore = new Set(earlier.rows.map(({ series }) => series));
  for (const row of newest.rows) if (seriesBefore.has(row.series) && !before.has(name(row))) mark(row);
  for (const block of unseen(newest, earlier, places)) changed.add(block);
  return earlier.rows.map((row) => {
    const other = now.get(name(row));
    if (!other || changed.has(blockOf(row, places))) return row;
    if (sameEnds(row, other)) return other;
    for (const column of earlier.columns)
      if (model.amount(row, column) !== null && model.amount(other, column) !== null)
        model.relate(
          'previous-release',
          { row, column },
          [
            [{ row, column }, 1],
            [{ row: other, column }, -1],
          ],
          0,
          0,
        );
    return row;
  });
}

import { resultCounts } from '../contract/canonical.ts';
import type { Cell, Engine, Row } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { boxOnPlane } from './base-polyhedron.ts';
import { series } from './hidden-sql.ts';
import { type Node, publishTotal } from './partition.ts';
import { tableOf } from './rows.ts';

type Range = readonly [low: number, high: number];
type Counts = Map<string, Range>;

/** The numbers that round to the same multiple. */
const cellOf =
  (multiple: number) =>
  (value: number): Range => {
    const middle = Math.round(value / multiple) * multiple;
    return [Math.max(0, middle - Math.floor(multiple / 2)), middle + Math.floor(multiple / 2)];
  };

/**
 * Rounds the parts that make up a row, one after the other: a part is told as the numbers that round alike, or, where
 * with the other parts that would narrow what was told before, as several such steps together.
 */
function roundParts(
  whole: Range,
  parts: readonly number[],
  published: number,
  cell: (value: number) => Range,
) {
  const [least, most] = whole;
  const widths = [most - least, ...parts.map(() => most)];
  const zero = widths.map(() => 0);
  const fixed = (end: number) => boxOnPlane({ low: zero.with(0, end), high: widths.with(0, end) }, most);
  const node: Node = {
    sum: boxOnPlane({ low: zero, high: widths }, most),
    extremes: least === most ? [] : [fixed(0), fixed(most - least)],
  };
  const order = Array.from({ length: published }, (_, i) => i + 1);
  const sum = parts.reduce((total, part) => total + part, 0);
  const { low, high } = publishTotal(node, order, [most - sum, ...parts], (_, value) => cell(value));
  return order.map((i): Range => [low[i] as number, high[i] as number]);
}

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
const scores = ['below_threshold', 'high_score'];
const journal = ['journal_lowered', 'journal_confirmed', 'journal_raised'];

/** Rounds those columns of a row that are known and do not overlap; what is in none of them is a part by itself. */
function roundColumns(
  row: Row,
  names: readonly string[],
  rounded: Counts,
  cell: (value: number) => Range,
): void {
  const known = names.filter((name) => row[name] !== null);
  const parts = known.map((name) => Number(row[name]));
  const rest = Number(row.participants) - parts.reduce((sum, part) => sum + part, 0);
  if (rest < 0) throw new RangeError(`parts above the whole: ${names.join(', ')}`);
  const isMarks = names === marks && rest === 0;
  const ranges = roundParts(
    rounded.get('participants') as Range,
    isMarks ? parts : [...parts, rest],
    known.length,
    cell,
  );
  for (const [i, name] of known.entries()) rounded.set(name, ranges[i] as Range);
}

/** A count that is part of others: wide enough not to narrow them. */
function roundInside(
  row: Row,
  name: string,
  [least, most]: Range,
  rounded: Counts,
  cell: (value: number) => Range,
): void {
  if (row[name] === null) return;
  const [low, high] = cell(Number(row[name]));
  rounded.set(name, [Math.min(low, least), Math.min(high, most)]);
}

/** Every count of a row with at least the minimum of participants. */
export function roundRow(row: Row, least: number, multiple: number): Counts {
  const cell = cellOf(multiple);
  const [low, high] = cell(Number(row.participants));
  const whole: Range = [Math.max(least, low), high];
  const rounded: Counts = new Map([['participants', whole]]);
  const ofMarks = row.mark_2 !== null;
  if (ofMarks) roundColumns(row, marks, rounded, cell);
  if (ofMarks && row.below_threshold === row.mark_2)
    rounded.set('below_threshold', rounded.get('mark_2') as Range);
  else if (ofMarks) roundInside(row, 'below_threshold', whole, rounded, cell);
  const overlap = Number(row.below_threshold) + Number(row.high_score) > Number(row.participants);
  if (ofMarks || overlap) {
    if (!ofMarks) roundInside(row, 'below_threshold', whole, rounded, cell);
    roundInside(row, 'high_score', whole, rounded, cell);
  } else roundColumns(row, scores, rounded, cell);
  roundInside(row, 'max_score', rounded.get('high_score') ?? whole, rounded, cell);
  roundInside(row, 'basic_level_met', whole, rounded, cell);
  roundColumns(row, journal, rounded, cell);
  const [lowered, raised] = [rounded.get('journal_lowered') ?? whole, rounded.get('journal_raised') ?? whole];
  roundInside(row, 'journal_gap_2', [lowered[0] + raised[0], lowered[1] + raised[1]], rounded, cell);
  return rounded;
}

/** Makes `rounded_rows`: school rows with at least the minimum of participants, every count as `<name>_from`, `_to`. */
export async function roundRows(engine: Engine, { protection }: Methodology): Promise<void> {
  const key = ['entity_id', ...series.split(', ')];
  const counts = resultCounts
    .filter((name) => name !== 'participants')
    .map((name) => `${name}_low AS ${name}`);
  const rows = await engine.query<Row>(
    `SELECT ${key.join(', ')}, participants, ${counts.join(', ')} FROM school_truth
     WHERE participants >= ${protection.min_participants} ORDER BY ALL`,
  );
  const known = new Map<string, Counts>();
  const values = rows.map((row) => {
    const alike = resultCounts.map((name) => row[name]).join(' ');
    const counted = known.get(alike) ?? roundRow(row, protection.min_participants, protection.rounding_base);
    known.set(alike, counted);
    return [
      ...key.map((name) => row[name]),
      ...resultCounts.flatMap((name): Cell[] => [...(counted.get(name) ?? [null, null])]),
    ];
  });
  const types = Object.fromEntries([
    ...key.map((name): [string, string] => [
      name,
      name === 'year' || name === 'grade' ? 'INTEGER' : 'VARCHAR',
    ]),
    ...resultCounts.flatMap((name): [string, string][] => [
      [`${name}_from`, 'INTEGER'],
      [`${name}_to`, 'INTEGER'],
    ]),
  ]);
  for (const statement of tableOf('rounded_rows', types, values)) await engine.run(statement);
}

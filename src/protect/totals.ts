import type { Cell, Engine, Row } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { type Box, cutOf, greatest } from './base-polyhedron.ts';
import {
  columnsOfMarks,
  columnsOfScores,
  elementCount,
  hiddenKinds,
  parts,
  plainSums,
  series,
  unknownElement,
} from './hidden-sql.ts';
import { type Inheritance, totalKey } from './history.ts';
import { inheritedBox, sinceBefore } from './inherit.ts';
import { narrowByRow, narrowParts, narrowTree, type Range, type Ranges } from './narrow.ts';
import { type Grain, type Node, nodeOfRows, nodeOfTotals, publishTotal } from './partition.ts';
import { hiddenOf, numberIn } from './rows.ts';

/** A total before publication: what is known of its rows to everybody (`base`), and the hidden part above it. */
interface Total {
  key: Row;
  ofMarks: boolean;
  base: number[];
  truth: number[];
  node: Node;
}

const elements = Array.from({ length: elementCount }, (_, i) => i);
const seriesNames = series.split(', ');
const plainly = [
  'high_score',
  'basic_level_met',
  'journal_lowered',
  'journal_confirmed',
  'journal_raised',
  'journal_gap_2',
];

function totalOfRows(rows: readonly Row[]): Total {
  const [first = {}] = rows;
  const { base, truth, kinds } = hiddenOf(rows, elementCount);
  const key = Object.fromEntries(
    [...seriesNames, 'municipality_id', 'region_id', 'apart'].map((name) => [name, first[name] ?? null]),
  );
  return { key, ofMarks: first.of_marks === true, base, truth, node: nodeOfRows(elementCount, kinds) };
}

function totalOfTotals(children: readonly { total: Total; box: Box }[]): Total {
  const [first] = children;
  if (!first) throw new RangeError('a total of nothing');
  const add = (name: 'base' | 'truth') =>
    elements.map((i) => children.reduce((sum, { total }) => sum + (total[name][i] ?? 0), 0));
  const node = nodeOfTotals(
    elementCount,
    children.map(({ total, box }) => ({ node: total.node, box })),
  );
  return { ...first.total, base: add('base'), truth: add('truth'), node };
}

/** Numbers that round to the same multiple, in the shifted numbers of a node. */
const roundedGrain =
  (multiple: number, base: readonly number[]): Grain =>
  (element, value) => {
    const half = Math.floor(multiple / 2);
    const actual = (base[element] ?? 0) + value;
    const middle = Math.round(Math.abs(actual) / multiple) * multiple * Math.sign(actual);
    return [middle - half - (base[element] ?? 0), middle + half - (base[element] ?? 0)];
  };

function publish(total: Total, preset: Preset, { protection }: Methodology): Box {
  const order = total.ofMarks ? [0, 1, 2, 3, 4] : preset === 'rounded' ? [0, 1, 3] : [0, 1, 3, 4];
  const grain = preset === 'rounded' ? roundedGrain(protection.rounding_base, total.base) : undefined;
  return publishTotal(total.node, order, total.truth, grain);
}

/** The published ranges of a total by column. Columns that are no element are the sum of what is published below. */
function rangesOf(
  { base, key, ofMarks, node }: Total,
  box: Box,
  sums: Row,
  rounded: boolean,
  below: readonly Ranges[],
): Ranges {
  const of = (i: number): Range => [(base[i] ?? 0) + (box.low[i] ?? 0), (base[i] ?? 0) + (box.high[i] ?? 0)];
  const plain = (name: string): Range => [numberIn(sums, `${name}_low`), numberIn(sums, `${name}_high`)];
  const cut = cutOf(box);
  // Participants whose result the publisher does not have may be in any one part, but they are so many and no more.
  const more = (name: string, [low, high]: Range, ...elements: number[]): Range => {
    const set = [...elements, unknownElement].reduce((mask, i) => mask | (1 << i), 0);
    const known = [...elements, unknownElement].reduce((all, i) => all + (base[i] ?? 0), 0);
    return [low, Math.min(high + numberIn(sums, `${name}_unknown`), known + greatest(node.sum, cut, set))];
  };
  const ranges = new Map<string, Range>(parts.map((name) => [name, plain(name)]));
  const [low, high] = of(0);
  ranges.set('participants', [-high, -low]);
  for (const [i, name] of (ofMarks ? columnsOfMarks : columnsOfScores).entries())
    if (i > 0 && name && !(rounded && name === 'max_score')) ranges.set(name, more(name, of(i), i));
  if (ofMarks) narrowByRow(ranges, columnsOfMarks.slice(1), [-high, -low]);
  if (ofMarks && key.apart !== true) ranges.set('below_threshold', ranges.get('mark_2') as Range);
  if (!ofMarks && !rounded) {
    const [under, max] = [of(3), of(4)];
    // A hidden row may be all under the maximum or all at it, not both: never more than is told of the rows.
    const [least, most] = more('high_score', [under[0] + max[0], under[1] + max[1]], 3, 4);
    const [told, open] = plain('high_score');
    ranges.set('high_score', [Math.max(least, told), Math.min(most, open)]);
  }
  for (const name of parts) {
    const [least, most] = ranges.get(name) as Range;
    if (sums[`${name}_known`] !== true) ranges.delete(name);
    else {
      const others = -low - numberIn(sums, `${name}_among`);
      const limit = plainly.includes(name) ? numberIn(sums, `${name}_told`) + others : -low;
      ranges.set(name, [least, Math.min(most, -low, limit)]);
    }
  }
  narrowBySum(ranges, below);
  narrowParts(ranges, -low);
  return ranges;
}

/** Cuts what is a plain sum to the sum of what is published of the totals below. */
function narrowBySum(ranges: Ranges, below: readonly Ranges[]): void {
  if (below.length === 0) return;
  for (const name of plainly) {
    const own = ranges.get(name);
    const parts = below.map((one) => one.get(name)).filter((one) => one !== undefined);
    if (!own || parts.length < below.length) continue;
    const sum = (end: 0 | 1) => parts.reduce((total, range) => total + range[end], 0);
    ranges.set(name, [Math.max(own[0], sum(0)), Math.min(own[1], sum(1))]);
  }
}

const keyOf = (area: Cell | undefined, row: Row): string =>
  [area, ...seriesNames.map((name) => row[name])].join('\u0000');

/** One published total: its key, its ranges and the means over rows whose own mean is published. */
export interface PublishedTotal {
  level: 'municipality' | 'region';
  entity: string;
  key: Row;
  ranges: Map<string, Range>;
  sums: Row;
  /** Numbers that are hidden below it were corrected since an earlier release. */
  isCorrected: boolean;
}

/** Ranges that follow from what is published beside a total, by `totalKey` and column. */
export type TotalCuts = ReadonlyMap<string, ReadonlyMap<string, Range>>;

/** What bounds totals beside the rows below them. */
export interface TotalBounds {
  /** What releases before leave to be told; a total that they had is told no narrower than that. */
  inherited?: Inheritance | undefined;
  /** What anyone would cut from the totals of this release. */
  cuts?: TotalCuts | undefined;
}

/**
 * Municipality and region rows from `hidden_rows`: every range as narrow as it may be, and no narrower.
 * @throws Fault `unfit-history` where that does not hold the truth
 */
export async function publishedTotals(
  engine: Engine,
  methodology: Methodology,
  preset: Preset,
  { inherited, cuts }: TotalBounds = {},
): Promise<PublishedTotal[]> {
  const sumsBy = async (area: string) =>
    new Map((await engine.query<Row>(plainSums(area))).map((row) => [keyOf(row.entity_id, row), row]));
  const sums = { municipality: await sumsBy('municipality_id'), region: await sumsBy('region_id') };
  const kinds = await engine.query<Row>(hiddenKinds);
  const out: PublishedTotal[] = [];
  const tell = (level: PublishedTotal['level'], total: Total, below: readonly Ranges[] = []) => {
    const entity = String(total.key[`${level}_id`]);
    const own = sums[level].get(keyOf(entity, total.key)) as Row;
    const key = totalKey(level, entity, total.key);
    const old = inherited?.totals.get(key);
    const box = old
      ? inheritedBox(total, old.ranges, own, preset === 'rounded')
      : publish(total, preset, methodology);
    if (!box)
      throw new Fault(
        'unfit-history',
        { file: inherited?.file ?? '' },
        { total: key.split('\u0000').join(' ') },
      );
    const ranges = rangesOf(total, box, own, preset === 'rounded', below);
    if (old) cutTo(ranges, old.ranges);
    const cut = cuts?.get(key);
    if (cut) cutTo(ranges, cut);
    out.push({ level, entity, key: total.key, ranges, sums: own, isCorrected: old?.isCorrected === true });
    return { key, total, box, ranges };
  };
  const groups = Map.groupBy(kinds, (row) => keyOf(row.municipality_id, row));
  const municipalities = [...groups.values()].map((rows) => tell('municipality', totalOfRows(rows)));
  const regions = Map.groupBy(municipalities, ({ total }) => keyOf(total.key.region_id, total.key));
  for (const children of regions.values()) {
    const below = children.map(({ ranges }) => ranges);
    const { key, total, ranges } = tell('region', totalOfTotals(children), below);
    // What is rounded is told in steps of its own.
    if (preset === 'rounded') continue;
    const since = inherited && sinceBefore(inherited, key, children);
    narrowTree({ above: ranges, below, ofMarks: total.ofMarks, apart: total.key.apart === true, since });
  }
  return out;
}

function cutTo(ranges: Ranges, allowed: ReadonlyMap<string, Range>): void {
  for (const [name, [low, high]] of ranges) {
    const [least, most] = allowed.get(name) ?? [low, high];
    ranges.set(name, [Math.max(low, least), Math.min(high, most)]);
  }
}

import type { Finding, Kind } from './finding.ts';
import { type Cell, cellName, type Model } from './model.ts';
import type { Range, Ranges } from './ranges.ts';
import type { CountRow } from './rows.ts';

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];

function kindOf(cell: Cell, published: readonly [number, number] | null, range: Range): Kind {
  const { low, high } = range;
  if (published) return low === high ? 'exact' : 'narrowed';
  if (cell.column === 'passed' && high === 0) return 'one-outcome';
  return high === 0 ? 'inferred-zero' : 'inferred';
}

/**
 * What the ranges say of single cells, and of whole rows. Chains are written for the shortest `chains` of each kind.
 */
export function betrayed(model: Model, ranges: Ranges, chains: number): Finding[] {
  const { system } = model;
  const found: { finding: Finding; rows: readonly number[] }[] = [];
  const empty = new Map<CountRow, number[]>();
  for (const [id, range] of ranges.narrowed) {
    const hidden = system.hidden[id];
    if (!hidden) continue;
    const { cell, published } = hidden;
    const kind = kindOf(cell, published, range);
    if (range.high === 0 && marks.includes(cell.column))
      empty.set(cell.row, [...(empty.get(cell.row) ?? []), id]);
    found.push({ finding: finding(kind, cell, published, range), rows: range.rows });
  }
  for (const [row, ids] of empty) {
    if (ids.length < marks.length - 1) continue;
    const columns = ids.map((id) => system.hidden[id]?.cell.column);
    const column = marks.find((mark) => !columns.includes(mark)) ?? 'mark_5';
    const whole: Range = { low: 0, high: 0, rows: [] };
    const rows = ids.flatMap((id) => ranges.narrowed.get(id)?.rows ?? []);
    found.push({ finding: finding('one-outcome', { row, column }, null, whole), rows: [...new Set(rows)] });
  }
  const stepsOf = (rows: readonly number[]) =>
    rows.map((row) => system.steps[row]).flatMap((step) => (step ? [step()] : []));
  for (const group of Map.groupBy(found, ({ finding: { kind } }) => kind).values())
    for (const one of group.toSorted((a, b) => a.rows.length - b.rows.length).slice(0, chains))
      one.finding.chain = stepsOf(one.rows);
  const impossible = [
    ...ranges.impossible.map((rows) => stepsOf(rows.slice(-50))),
    ...system.contradictions.slice(0, 50).map((step) => [step()]),
  ].map(
    (chain): Finding => ({
      kind: 'impossible',
      cell: chain.at(-1)?.of,
      release: chain.at(-1)?.release ?? 0,
      chain,
    }),
  );
  const unsolved = [...new Set(ranges.unsolved)].flatMap((id): Finding[] => {
    const hidden = system.hidden[id];
    return hidden
      ? [{ kind: 'unsolved', cell: cellName(hidden.cell), release: hidden.cell.row.release, chain: [] }]
      : [];
  });
  return [...found.map(({ finding: one }) => one), ...impossible, ...unsolved];
}

const finding = (
  kind: Kind,
  cell: Cell,
  published: readonly [number, number] | null,
  { low, high }: Range,
): Finding => ({
  kind,
  cell: cellName(cell),
  release: cell.row.release,
  published,
  feasible: [low, high],
  chain: [],
});

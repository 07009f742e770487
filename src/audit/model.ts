import type { CellName, Relation, Step } from './finding.ts';
import { type Law, lawsOf } from './laws.ts';
import type { CountRow, Counts } from './rows.ts';
import { type Amount, System, type Term } from './system.ts';

/** A count of a row: the row, and the place of the count among the columns. */
export interface Cell {
  row: CountRow;
  column: string;
}

/** Which municipality a school is in, which region a municipality. */
export type Places = ReadonlyMap<string, string>;

/** The equations of all releases as one system. */
export interface Model {
  system: System<Cell>;
  /** The amount behind a cell; null: no such count exists. */
  amount(row: CountRow, column: string): Amount | null;
  /** Adds an equation over cells; cells that do not exist count nothing. */
  relate(
    relation: Relation,
    of: Cell | (() => Cell),
    parts: readonly Part[],
    low: number,
    high: number,
  ): void;
}
type Part = readonly [cell: Cell, coefficient: number];

export const cellName = ({ row, column }: Cell): CellName => ({ table: row.table, key: row.key, column });

/** Whether a count that a row does not show exists all the same: rows beside it that hide nothing show it. */
type Knowledge = 'known' | 'mixed' | 'absent';

const open = new Set(['none', 'rounded', 'widened']);
/** A count that a row does not have though rows beside it do: nothing in a total, and no law holds of it. */
export const absent: Amount = { exact: 0 };

function knowledgeOf(counts: Counts): (row: CountRow, column: number) => Knowledge {
  const tally = new Map<string, { rows: number; shown: Int32Array }>();
  const keysOf = ({ key, series }: CountRow) => [series, `${key.procedure}|${key.year}`, `${key.procedure}`];
  for (const row of counts.rows) {
    if (!open.has(row.protection)) continue;
    for (const key of keysOf(row)) {
      const of = tally.get(key) ?? { rows: 0, shown: new Int32Array(counts.columns.length) };
      tally.set(key, of);
      of.rows++;
      row.low.forEach((low, c) => {
        if (low !== null) of.shown[c] = (of.shown[c] ?? 0) + 1;
      });
    }
  }
  return (row, column) => {
    const of = keysOf(row)
      .map((key) => tally.get(key))
      .find((found) => found !== undefined);
    const shown = of?.shown[column] ?? 0;
    if (!of || shown === 0) return 'absent';
    return shown === of.rows ? 'known' : 'mixed';
  };
}

/** What the rows of one table have in common. */
interface Shape {
  places: ReadonlyMap<string, number>;
  known: ReturnType<typeof knowledgeOf>;
}
interface Taken {
  shape: Shape;
  amounts: (Amount | null | undefined)[];
}

/** A model over tables of counts; `tables` share one list of columns per table name. */
export function newModel(): Model & { take(counts: Counts): void } {
  const system = new System<Cell>();
  const taken = new Map<CountRow, Taken>();
  const make = (row: CountRow, c: number, column: string, { known, places }: Shape): Amount | null => {
    const low = row.low[c];
    const high = row.high[c];
    if (low !== null && low !== undefined && high !== null && high !== undefined)
      // A rounded number is a range by design; only a range of one value would be a leak.
      return low === high
        ? { exact: low }
        : system.add(
            { row, column },
            low,
            high,
            row.protection === 'rounded' ? null : [low, high],
            row.series,
          );
    if (known(row, c) === 'absent') return null;
    if (open.has(row.protection)) return absent;
    const whole = row.high[places.get('participants') ?? -1] ?? 0;
    return system.add({ row, column }, 0, whole, null, row.series);
  };
  const amount = (row: CountRow, column: string): Amount | null => {
    const own = taken.get(row);
    const c = own?.shape.places.get(column);
    if (own === undefined || c === undefined) return null;
    const made = own.amounts[c];
    if (made !== undefined) return made;
    const fresh = make(row, c, column, own.shape);
    own.amounts[c] = fresh;
    return fresh;
  };
  const relate: Model['relate'] = (relation, of, parts, low, high) => {
    const terms: Term[] = [];
    for (const [{ row, column }, coefficient] of parts) {
      const found = amount(row, column);
      if (found) terms.push([found, coefficient]);
    }
    system.equation(terms, low, high, () => {
      const step = stepOf(relation, typeof of === 'function' ? of() : of, parts, { amount, system });
      return step.total || !Number.isFinite(high - low) ? step : { ...step, total: [low, high] };
    });
  };
  return {
    system,
    amount,
    relate,
    take(counts) {
      const places = new Map(counts.columns.map((name, c) => [name, c]));
      const shape = { places, known: knowledgeOf(counts) };
      for (const row of counts.rows) taken.set(row, { shape, amounts: [] });
      for (const row of counts.rows) for (const column of counts.columns) amount(row, column);
      relateRows(counts, { system, amount, relate });
    },
  };
}

function stepOf(
  relation: Relation,
  of: Cell,
  parts: readonly Part[],
  { amount, system }: Pick<Model, 'amount' | 'system'>,
): Step {
  const total = amount(of.row, of.column);
  const hidden: CellName[] = [];
  const known = { count: 0, sum: 0 };
  for (const [cell] of parts) {
    if (cell.row === of.row && cell.column === of.column) continue;
    const found = amount(cell.row, cell.column);
    if (!found) continue;
    if ('exact' in found) {
      known.count++;
      known.sum += found.exact;
    } else hidden.push(cellName(cell));
  }
  const exact = total && 'exact' in total ? ([total.exact, total.exact] as const) : null;
  const range = total && 'id' in total ? system.hidden[total.id]?.published : null;
  return {
    relation,
    of: cellName(of),
    total: exact ?? range ?? null,
    hidden,
    known,
    release: of.row.release,
  };
}

/** The laws of every row, and those who passed where no marks tell. */
function relateRows(counts: Counts, model: Model): void {
  const laws = lawsOf(counts, (r) => `${counts.rows[r]?.key.procedure ?? ''}`);
  for (const row of counts.rows) {
    const isHidden = (column: string): boolean => {
      const found = model.amount(row, column);
      return found !== null && 'id' in found;
    };
    for (const law of laws.get(String(row.key.procedure ?? '')) ?? []) relateLaw(row, law, model);
    const [whole, failed] = ['participants', 'below_threshold'] as const;
    if (!isHidden(whole)) continue;
    if (model.amount(row, 'mark_3') !== null || model.amount(row, failed) === null) continue;
    const high = row.high[counts.columns.indexOf(whole)] ?? 0;
    const passed = model.system.add({ row, column: 'passed' }, 0, high, null, row.series);
    const terms = [whole, failed]
      .map((column) => model.amount(row, column))
      .filter((found) => found !== null);
    model.system.equation(
      [...terms.map((found, i): Term => [found, i === 0 ? 1 : -1]), [passed, -1]],
      0,
      0,
      () => stepOf('passed', { row, column: whole }, [[{ row, column: failed }, 1]], model),
    );
  }
}

function relateLaw(row: CountRow, law: Law, model: Model): void {
  // A law over a count that this row does not have says nothing of it.
  if (law.terms.some(([column]) => [null, absent].includes(model.amount(row, column)))) return;
  const parts = law.terms.map(([column, coefficient]): Part => [{ row, column }, coefficient]);
  model.relate(law.relation, { row, column: law.of }, parts, 0, law.high);
}

/**
 * Schools add up to their municipality, municipalities to their region, count by count.
 * @param release whose sums they are; rows may be borrowed from a newer one that says the same
 */
export function relatePlaces(counts: Counts, places: Places, model: Model, release = 0): void {
  const rows = new Map(counts.rows.map((row) => [`${row.level} ${row.entity} ${row.series}`, row]));
  const children = new Map<CountRow, CountRow[]>();
  for (const row of counts.rows) {
    const parent = parentOf(row, places, rows);
    if (!parent) continue;
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  }
  for (const [parent, members] of children) {
    // All of a newer release: the equation is there already.
    if (parent.release !== release && members.every((row) => row.release !== release)) continue;
    const relation = members[0]?.level === 'school' ? 'sum-of-schools' : 'sum-of-municipalities';
    for (const column of counts.columns) {
      if (model.amount(parent, column) === null) continue;
      const parts = members.map((row): Part => [{ row, column }, -1]);
      model.relate(relation, { row: parent, column }, [[{ row: parent, column }, 1], ...parts], 0, 0);
    }
  }
}

/** The nearest published row above: a school's municipality, else its region. */
function parentOf(
  { level, entity, series }: CountRow,
  places: Places,
  rows: ReadonlyMap<string, CountRow>,
): CountRow | undefined {
  const municipality = level === 'school' ? places.get(`school ${entity}`) : undefined;
  const own = municipality === undefined ? undefined : rows.get(`municipality ${municipality} ${series}`);
  if (own || level === 'region') return own;
  return rows.get(`region ${places.get(`municipality ${municipality ?? entity}`)} ${series}`);
}

import type { Engine, Row } from '../contract/engine.ts';
import type { Relation } from './finding.ts';
import { absent, type Cell, type Model } from './model.ts';
import type { PublishedTable, Release } from './release.ts';
import type { CountRow } from './rows.ts';

type Part = readonly [cell: Cell, coefficient: number];
/** What a derived number is made of. */
export type Sum = readonly Part[];

/** Rows of results by place and work, as derived tables name them. */
export class Results {
  readonly #rows: Map<string, CountRow[]>;

  constructor(rows: readonly CountRow[]) {
    this.#rows = Map.groupBy(
      rows,
      ({ level, entity, key }) => `${level} ${entity} ${key.year} ${key.procedure}`,
    );
  }

  /** Rows of a place and procedure in a year, as far as `match` lets them. */
  find(level: string, entity: unknown, year: unknown, procedure: unknown, match: (row: CountRow) => boolean) {
    return (this.#rows.get(`${level} ${entity} ${year} ${procedure}`) ?? []).filter(match);
  }
}

/** A sum of one count over rows. */
export const over = (rows: readonly CountRow[], column: string, by = 1): Part[] =>
  rows.map((row) => [{ row, column }, by]);

/** Says of a derived table what it says of counts. Whatever the counts say themselves is dropped. */
export class Told {
  readonly #model: Model;
  readonly #release: Release;
  readonly #table: string;

  constructor(model: Model, release: Release, table: string) {
    this.#model = model;
    this.#release = release;
    this.#table = table;
  }

  /**
   * The sum lies between two ends; unknown ends say nothing.
   * @param whole what the sum is a part of: that it is not negative and not more is known anyway
   */
  range(row: Row, column: string, sum: Sum, low: unknown, high: unknown, whole?: Sum): void {
    if (typeof low !== 'number' || typeof high !== 'number' || !this.#exists(sum)) return;
    const most = whole ? this.#greatest(whole) : Number.POSITIVE_INFINITY;
    const from = whole && low <= 0 ? Number.NEGATIVE_INFINITY : low;
    this.#relate('derived-range', row, column, sum, from, high >= most ? Number.POSITIVE_INFINITY : high);
  }

  /** The ratio of two sums lies between two published shares of six decimals. */
  share(row: Row, column: string, part: Sum, whole: Sum, low: unknown, high: unknown): void {
    if (!this.#exists(part) || !this.#exists(whole)) return;
    const slack = this.#greatest(whole) * 1e-6;
    const less = (share: number): Part[] => whole.map(([cell, by]) => [cell, -by * share]);
    if (typeof low === 'number' && low > 0)
      this.#relate('rate', row, column, [...part, ...less(low)], -slack, Number.POSITIVE_INFINITY);
    if (typeof high === 'number' && high < 1)
      this.#relate('rate', row, column, [...part, ...less(high)], Number.NEGATIVE_INFINITY, slack);
  }

  #exists(sum: Sum): boolean {
    return (
      sum.length > 0 &&
      sum.every(([{ row, column }]) => ![null, absent].includes(this.#model.amount(row, column)))
    );
  }

  #greatest(sum: Sum): number {
    return sum.reduce((total, [{ row, column }]) => total + (this.#most(row, column) ?? 0), 0);
  }

  #most(row: CountRow, column: string): number | undefined {
    const found = this.#model.amount(row, column);
    if (!found) return undefined;
    return 'exact' in found ? found.exact : this.#model.system.bounds(found.id)[1];
  }

  #relate(relation: Relation, row: Row, column: string, sum: Sum, low: number, high: number): void {
    // Most of these are dropped: who they are about is only asked of the others.
    this.#model.relate(relation, () => ({ row: this.#rowOf(row), column }), sum, low, high);
  }

  #rowOf(row: Row): CountRow {
    const key = Object.fromEntries(
      this.#keys.map((name) => [name, row[name] as string | number]).filter(([, value]) => value !== null),
    );
    const place = { level: '', entity: '', municipality: '', series: '', protection: '', comparability: '' };
    const { number } = this.#release;
    return { ...place, table: this.#table, release: number, key, low: [], high: [], means: {} };
  }

  get #keys(): readonly string[] {
    return this.#release.tables.get(this.#table)?.key ?? [];
  }
}

/** Reads some columns of a table; those that it does not have are absent. */
export async function read(engine: Engine, table: PublishedTable, wanted: readonly string[]): Promise<Row[]> {
  const columns = [...new Set([...table.key, ...wanted])].filter((name) => table.columns.includes(name));
  return engine.query<Row>(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${table.view}`);
}

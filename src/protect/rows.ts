import type { Cell, Row } from '../contract/engine.ts';
import type { HiddenKind } from './partition.ts';

export const numberIn = (row: Row, name: string): number => Number(row[name]);

/** What a group of rows adds up to: what everybody knows of it, the hidden part above that, and the rows that hide it. */
export interface Hidden {
  base: number[];
  truth: number[];
  kinds: HiddenKind[];
}

/**
 * Reads rows alike to a reader (`e0_width` …, `slack`, `count`, `e0_low` …, `e0_over` …). Ranges are narrowed to what the
 * sum of a row allows, so that both ends can be reached.
 */
export function hiddenOf(rows: readonly Row[], elements: number): Hidden {
  const each = Array.from({ length: elements }, (_, i) => i);
  const hidden: Hidden = { base: each.map(() => 0), truth: each.map(() => 0), kinds: [] };
  for (const row of rows) {
    const count = numberIn(row, 'count');
    const slack = numberIn(row, 'slack');
    const widths = each.map((i) => numberIn(row, `e${i}_width`));
    const room = widths.reduce((sum, width) => sum + width, 0);
    const sure = widths.map((width) => Math.max(0, slack - (room - width)));
    for (const i of each) {
      const more = count * (sure[i] ?? 0);
      hidden.base[i] = (hidden.base[i] ?? 0) + numberIn(row, `e${i}_low`) + more;
      hidden.truth[i] = (hidden.truth[i] ?? 0) + numberIn(row, `e${i}_over`) - more;
    }
    const rank = slack - sure.reduce((sum, low) => sum + low, 0);
    if (rank > 0)
      hidden.kinds.push({
        count,
        rank,
        widths: widths.map((width, i) => Math.min(width, slack) - (sure[i] ?? 0)),
      });
  }
  return hidden;
}

const literal = (value: Cell | undefined): string =>
  value === null || value === undefined
    ? 'NULL'
    : typeof value === 'string'
      ? `'${value.replaceAll("'", "''")}'`
      : String(value);

const atOnce = 500;

/** Statements that make a table of rows. */
export function* tableOf(
  name: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly (readonly (Cell | undefined)[])[],
): Generator<string> {
  const types = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  yield `CREATE OR REPLACE TEMP TABLE ${name} (${types.join(', ')})`;
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = rows.slice(from, from + atOnce).map((row) => `(${row.map(literal).join(', ')})`);
    yield `INSERT INTO ${name} VALUES ${values.join(', ')}`;
  }
}

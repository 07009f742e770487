import type { Profile } from '../contract/profile.ts';
import { type Cell, cleaned } from './cells.ts';
import { identifier, literals } from './sql.ts';

/**
 * A column with few possible texts, read for nothing but its fault: where another text stands, the cells of the row
 * have shifted, and every other cell would be read as something that it is not.
 */
export function anchorCell(
  { from, values }: NonNullable<Profile['anchor']>,
  raw: string,
): Cell & { from: string } {
  const name = from.replaceAll("'", '');
  const text = identifier(`t_${name}`);
  const known = literals(values.map((value) => value.toLowerCase()));
  return {
    name,
    from: raw,
    text: `lower(${cleaned(raw)})`,
    withheld: 'false',
    value: 'NULL',
    fault: `CASE WHEN ${text} <> '' AND ${text} NOT IN (${known}) THEN 'shifted-row' END`,
  };
}

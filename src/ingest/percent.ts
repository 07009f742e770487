import { identifier } from './sql.ts';

/**
 * Turns percentages of the participants into whole pupils by largest remainder, so that they add up to the
 * participants when the percentages add up to 100. `_residue` is the largest distance, in pupils, between a
 * published count and the percentage times the participants.
 * @param columns our columns that hold percentages in `typed`
 * @returns the select list over `typed`
 */
export function wholeCounts(columns: readonly string[]): string {
  const exact = (name: string) => `(${identifier(name)} * participants / 100)`;
  const fraction = (name: string) => `(${exact(name)} - floor(${exact(name)}))`;
  const floors = columns.map((name) => `floor(${exact(name)})`).join(' + ');
  const total = columns.map((name) => identifier(name)).join(' + ');
  const left = `(CASE WHEN abs(${total} - 100) <= 1 THEN participants ELSE round((${total}) * participants / 100) END - (${floors}))`;
  const counts = columns.map((name, i) => {
    const ahead = columns
      .filter((other) => other !== name)
      .map((other) => {
        const earlier = columns.indexOf(other) < i ? '>=' : '>';
        return `CAST(${fraction(other)} ${earlier} ${fraction(name)} AS INTEGER)`;
      });
    const rank = ahead.length === 0 ? '0' : ahead.join(' + ');
    return `CAST(floor(${exact(name)}) + CASE WHEN ${rank} < ${left} THEN 1 ELSE 0 END AS INTEGER)`;
  });
  const residue = columns.map((name, i) => `abs(${counts[i]} - ${exact(name)})`).join(', ');
  const replaced = columns.map((name, i) => `${counts[i]} AS ${identifier(name)}`).join(', ');
  return `* REPLACE (${replaced}), greatest(${residue}) AS _residue`;
}

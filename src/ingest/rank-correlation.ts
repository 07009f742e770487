/**
 * SQL of Spearman's rank correlation between `score` and `journal_mark` for each series of `staged_pupils`, ties by
 * mid-ranks, each row counting `pupils` times. Ranks are multiples of one half, so the sums are exact whatever the
 * order of rows. No value where one of the two does not vary.
 * @see Spearman (1904), The proof and measurement of association between two things
 */
export function rankCorrelation(keys: readonly string[]): string {
  const list = keys.join(', ');
  const rank = (column: string) =>
    `(SELECT ${list}, ${column}, sum(n) OVER (PARTITION BY ${list} ORDER BY ${column}) - n + (n + 1) / 2 AS rank
      FROM (SELECT ${list}, ${column}, sum(pupils) AS n FROM marked GROUP BY ${list}, ${column}))`;
  const product = (a: string, b: string) =>
    `(sum(pupils) * sum(pupils * ${a} * ${b}) - sum(pupils * ${a}) * sum(pupils * ${b}))`;
  return `WITH marked AS (SELECT * FROM staged_pupils WHERE score IS NOT NULL AND journal_mark IS NOT NULL),
    ranked AS (SELECT marked.*, CAST(s.rank AS DOUBLE) AS x, CAST(j.rank AS DOUBLE) AS y FROM marked
      JOIN ${rank('score')} s USING (${list}, score) JOIN ${rank('journal_mark')} j USING (${list}, journal_mark))
    SELECT ${list}, round(${product('x', 'y')} / nullif(sqrt(${product('x', 'x')} * ${product('y', 'y')}), 0), 6) AS journal_rho
    FROM ranked GROUP BY ${list}`;
}

/** Product-moment numerator over the pupils of a series: every row counts `n` times. */
const product = (n: string, xy: string, x: string, y: string): string => `(${n} * ${xy} - ${x} * ${y})`;

const journal = [2, 3, 4, 5] as const;

/**
 * SQL of Spearman's rank correlation between scores and marks of the journal, ties by mid-ranks. Ranks are multiples of
 * one half, so the sums are exact whatever the order of rows. No value where one of the two does not vary.
 * @param keys columns of a series
 * @param relation SQL of a relation with the keys, `score`, and `j2` … `j5`: pupils of the series with this score whose
 *   mark in the journal is 2 … 5; any number of rows for a score
 * @see Spearman (1904), The proof and measurement of association between two things
 */
export function rankCorrelation(keys: readonly string[], relation: string): string {
  const list = keys.join(', ');
  const each = (make: (mark: number) => string, between = ', ') => journal.map(make).join(between);
  // Rank of a journal mark: all below, and the middle of its own.
  const rank = (mark: number) =>
    `(${journal
      .filter((other) => other < mark)
      .map((other) => `m${other} + `)
      .join('')}(m${mark} + 1) / 2)`;
  return `WITH scores AS (SELECT ${list}, score, ${each((j) => `CAST(sum(j${j}) AS DOUBLE) AS j${j}`)}
      FROM (${relation}) GROUP BY ${list}, score),
    counted AS (SELECT *, ${each((j) => `j${j}`, ' + ')} AS n FROM scores),
    ranked AS (SELECT *, sum(n) OVER (PARTITION BY ${list} ORDER BY score) - n + (n + 1) / 2 AS x FROM counted WHERE n > 0),
    sums AS (SELECT ${list}, sum(n) AS n, sum(n * x) AS sx, sum(n * x * x) AS sxx,
      ${each((j) => `sum(j${j}) AS m${j}, sum(j${j} * x) AS x${j}`)} FROM ranked GROUP BY ${list}),
    placed AS (SELECT *, ${each((j) => `m${j} * ${rank(j)}`, ' + ')} AS sy, ${each((j) => `m${j} * ${rank(j)} * ${rank(j)}`, ' + ')} AS syy,
      ${each((j) => `x${j} * ${rank(j)}`, ' + ')} AS sxy FROM sums)
    SELECT ${list}, round(${product('n', 'sxy', 'sx', 'sy')} /
      nullif(sqrt(${product('n', 'sxx', 'sx', 'sx')} * ${product('n', 'syy', 'sy', 'sy')}), 0), 6) AS journal_rho FROM placed`;
}

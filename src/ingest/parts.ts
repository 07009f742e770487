import type { Engine } from '../contract/engine.ts';

const key = 'school_id, year, procedure, subject, grade, session';
/** What a part may add to a result row. */
const added = [
  ...['high_score', 'max_score', 'score_mean', 'score_sd', 'completion_mean', 'basic_level_met'],
  ...['journal_lowered', 'journal_confirmed', 'journal_raised', 'journal_gap_2', 'journal_rho'],
];

/** Rules over `staged_parts p`, in order. */
const rules: [rule: string, column: string, condition: string][] = [
  [
    'duplicate-key',
    'school_id+year+procedure+subject+grade+session',
    `rowid IN (SELECT id FROM (SELECT rowid AS id, row_number() OVER
      (PARTITION BY source_id, ${key} ORDER BY _file, _row) AS copy FROM staged_parts) WHERE copy > 1)`,
  ],
  ['part-without-results', 'school_id', `(${key}) NOT IN (SELECT (${key}) FROM staged_results)`],
  [
    'count-above-participants',
    'participants',
    `EXISTS (FROM staged_results r WHERE ${key
      .split(', ')
      .map((name) => `r.${name} = p.${name}`)
      .join(' AND ')} AND greatest(coalesce(p.basic_level_met, 0), coalesce(p.journal_lowered, 0)
      + coalesce(p.journal_confirmed, 0) + coalesce(p.journal_raised, 0)) > r.participants)`,
  ],
];

/**
 * Adds the columns of parts (comparison with the journal, completion of tasks, basic level) to the checked result rows
 * of the same school and work. A part for which there is no such row is rejected.
 */
export async function mergeParts(engine: Engine): Promise<void> {
  const [some] = await engine.query<{ n: number }>('SELECT count(*) AS n FROM staged_parts');
  if (!some || some.n === 0) return;
  for (const [rule, column, condition] of rules) {
    await engine.run(`INSERT INTO rejections BY NAME SELECT _file, _row, '${column}' AS "column", '${rule}' AS rule, _rows AS rows
      FROM staged_parts p WHERE ${condition}`);
    await engine.run(`DELETE FROM staged_parts AS p WHERE ${condition}`);
  }
  const sets = added.map((name) => `${name} = coalesce(r.${name}, p.${name})`);
  const values = added.map((name) => `max(${name}) AS ${name}`);
  await engine.run(`UPDATE staged_results AS r SET ${sets.join(', ')}
    FROM (SELECT ${key}, ${values.join(', ')} FROM staged_parts GROUP BY ${key}) p
    WHERE (${key.replaceAll(/(\w+)/g, 'r.$1')}) = (${key.replaceAll(/(\w+)/g, 'p.$1')}) AND NOT r.suppressed`);
}

import { type CanonicalTable, canonical } from '../contract/canonical.ts';
import type { Column } from '../contract/column.ts';
import type { Engine } from '../contract/engine.ts';
import { deficits, municipalities, observations, responses, roadmaps, schools } from './others.ts';
import { results } from './results.ts';
import type { Rule } from './rule.ts';

const special: Partial<Record<CanonicalTable, Rule[]>> = {
  deficits,
  municipalities,
  observations,
  responses,
  results,
  roadmaps,
  schools,
};

/** The rule of a reference that points nowhere, named after what is unknown. */
const unknownRule: Record<string, string> = {
  schools: 'unknown-school',
  municipalities: 'unknown-municipality',
  regions: 'unknown-region',
  roadmap_sources: 'unknown-roadmap',
};

function columnRules(name: string, column: Column): Rule[] {
  const rules: Rule[] = [];
  if (!column.nullable) rules.push({ rule: 'missing-value', column: name, condition: `"${name}" IS NULL` });
  if (column.min !== undefined)
    rules.push({ rule: 'out-of-range', column: name, condition: `"${name}" < ${column.min}` });
  if (column.max !== undefined)
    rules.push({ rule: 'out-of-range', column: name, condition: `"${name}" > ${column.max}` });
  if (column.references) {
    rules.push({
      rule: unknownRule[column.references] ?? 'unknown-value',
      column: name,
      condition: `"${name}" NOT IN (SELECT "${name}" FROM staged_${column.references})`,
    });
  }
  return rules;
}

/** Every row of a key after the first, in the order of files and rows. */
function duplicateRule(table: CanonicalTable): Rule {
  const { key } = canonical[table];
  const list = key.join(', ');
  return {
    rule: 'duplicate-key',
    column: key.join('+'),
    condition: `rowid IN (SELECT rowid FROM (SELECT rowid, row_number() OVER
      (PARTITION BY ${list} ORDER BY _file NULLS FIRST, _row NULLS FIRST, rowid) AS copy FROM staged_${table}) WHERE copy > 1)`,
  };
}

/** A code that can only be a school's: where columns are shifted, others may be a pupil's. */
const login = `CASE WHEN regexp_full_match(school_id, '[A-Za-z]{2,6}[0-9]{3,}') THEN school_id END AS school`;

async function apply(
  engine: Engine,
  table: CanonicalTable,
  { rule, column, condition }: Rule,
): Promise<void> {
  const [found] = await engine.query<{ n: number }>(
    `SELECT count(*) AS n FROM staged_${table} WHERE ${condition}`,
  );
  if (!found || found.n === 0) return;
  if (table === 'results') await rejectPupils(engine, condition, rule, column);
  // Pupils are charged above; a score distribution is the same pupils once more.
  const own = { results: ' AND _row IS NOT NULL', score_distribution: ' AND false' }[table as string] ?? '';
  const school = column === 'school_id' ? `, ${login}` : '';
  await engine.run(`INSERT INTO rejections BY NAME SELECT _file, _row, '${column}' AS "column", '${rule}' AS rule, _rows AS rows${school}
    FROM staged_${table} WHERE (${condition})${own}`);
  await engine.run(`DELETE FROM staged_${table} WHERE ${condition}`);
}

/** A rejected group of pupils is charged to each file that its pupils came from. */
async function rejectPupils(engine: Engine, condition: string, rule: string, column: string): Promise<void> {
  await engine.run(`INSERT INTO rejections BY NAME
    SELECT p._file, '${column}' AS "column", '${rule}' AS rule, p.rows, ${login} FROM pupil_rows p
    SEMI JOIN (SELECT * FROM staged_results WHERE _row IS NULL AND (${condition}))
      USING (school_id, year, procedure, subject, grade, session)`);
}

/** The first of the rules that a row breaks, by its place among them; all of them when none does. One scan for all. */
async function firstBroken(engine: Engine, table: CanonicalTable, rules: readonly Rule[]): Promise<number> {
  const counts = rules.map(({ condition }, at) => `count(*) FILTER (WHERE ${condition}) AS n${at}`);
  const [found = {}] = await engine.query(`SELECT ${counts.join(', ')} FROM staged_${table}`);
  const first = rules.findIndex((_, at) => found[`n${at}`] !== 0);
  return first < 0 ? rules.length : first;
}

/**
 * Checks every staged table: values, identifiers, references, keys, sums. Rows that break a rule move to
 * `rejections`; nothing is repaired. What is left is canonical.
 */
export async function checkStaged(engine: Engine): Promise<void> {
  for (const [name, { columns }] of Object.entries(canonical)) {
    const table = name as CanonicalTable;
    const own = Object.entries<Column>(columns).flatMap(([column, spec]) => columnRules(column, spec));
    const rules = [...(special[table] ?? []), ...own, duplicateRule(table)];
    // Rows that a rule has taken away are not counted again by those after it.
    for (const rule of rules.slice(await firstBroken(engine, table, rules))) await apply(engine, table, rule);
  }
}

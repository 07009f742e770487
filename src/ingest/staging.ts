import type { CanonicalTable } from '../contract/canonical.ts';
import { canonical } from '../contract/canonical.ts';
import type { Engine } from '../contract/engine.ts';
import { identifier } from './sql.ts';

/**
 * Creates the staging tables: `staged_<table>` for each canonical table (typed rows with `_file`, `_row`, `_rows`: how
 * many raw rows each stands for), `staged_carried` for names that results carry along, `pupil_rows` (raw pupil rows
 * by file and series) and `rejections`.
 */
export async function createStaging(engine: Engine): Promise<void> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${identifier(name)} ${sql}`);
    await engine.run(
      `CREATE TEMP TABLE staged_${table} (_file INTEGER, _row BIGINT, _rows BIGINT DEFAULT 1, ${list.join(', ')})`,
    );
  }
  await engine.run('CREATE TEMP TABLE staged_parts AS FROM staged_results');
  await engine.run(`CREATE TEMP TABLE staged_carried (_file INTEGER, _row BIGINT, year INTEGER, school_id VARCHAR,
    school_name VARCHAR, municipality_id VARCHAR, municipality_name VARCHAR)`);
  await engine.run(`CREATE TEMP TABLE staged_pupils (_file INTEGER, _excluded VARCHAR, _fault VARCHAR, school_id VARCHAR, year INTEGER, procedure VARCHAR,
    subject VARCHAR, grade INTEGER, session VARCHAR, written_in_grade INTEGER, mark INTEGER, score INTEGER,
    journal_mark INTEGER, pupils BIGINT)`);
  await engine.run(`CREATE TEMP TABLE pupil_rows (_file INTEGER, school_id VARCHAR, year INTEGER, procedure VARCHAR,
    subject VARCHAR, grade INTEGER, session VARCHAR, rows BIGINT)`);
  await engine.run(`CREATE TEMP TABLE rejections (_file INTEGER, _row BIGINT, line BIGINT, "column" VARCHAR,
    rule VARCHAR, rows BIGINT DEFAULT 1)`);
}

/** The canonical tables in an order in which every reference points back. */
export const tablesInOrder = Object.keys(canonical) as CanonicalTable[];

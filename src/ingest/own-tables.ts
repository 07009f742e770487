import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { reference } from '../contract/reference.ts';
import type { SourceSet } from './source.ts';
import { literal } from './sql.ts';

/** Reads a small hand-kept CSV of a source set; every named column must be there and filled. */
function readTable(folder: string, name: string, columns: readonly string[]): Record<string, string>[] {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Fault('missing-file', { file: name });
  const { data, meta } = Papa.parse<Record<string, string>>(
    readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
    { header: true, skipEmptyLines: true },
  );
  const missing = columns.find((column) => !meta.fields?.includes(column));
  if (missing !== undefined)
    throw new Fault(
      'own-table-column',
      { file: name, line: 1, column: missing },
      { columns: columns.join(', ') },
    );
  for (const [i, row] of data.entries()) {
    const empty = columns.find((column) => (row[column] ?? '').trim() === '');
    if (empty !== undefined) throw new Fault('missing-value', { file: name, line: i + 2, column: empty });
  }
  return data;
}

async function addScales(engine: Engine, folder: string, name: string): Promise<void> {
  const { columns, key } = reference.scales;
  const names = Object.keys(columns);
  const rows = readTable(folder, name, names);
  for (const [i, row] of rows.entries()) {
    const wrong = ['grade', 'year', 'mark_3', 'mark_4', 'mark_5', 'maximum'].find(
      (column) => !/^\d+$/.test(row[column] ?? ''),
    );
    if (wrong) throw new Fault('not-a-number', { file: name, line: i + 2, column: wrong });
    const values = names.map((column) => literal(row[column]?.trim() ?? '')).join(', ');
    const same = key.map((column) => `${column} = ${literal(row[column]?.trim() ?? '')}`).join(' AND ');
    await engine.run(`DELETE FROM ref_scales WHERE ${same}; INSERT INTO ref_scales VALUES (${values})`);
  }
}

/** Every table of a file's reading that names a school, with its column. */
const schoolColumns: [table: string, column: string, where: string][] = [
  ...[
    ...['staged_schools', 'staged_results', 'staged_parts', 'staged_score_distribution', 'staged_deficits'],
    ...[
      'staged_social_index',
      'staged_programmes',
      'staged_bias_list',
      'staged_responses',
      'staged_carried',
      'pupil_series',
    ],
  ].map((table): [string, string, string] => [table, 'school_id', 'true']),
  ['staged_observations', 'entity_id', "entity_level = 'school'"],
];

/** Loads what a source set brings along beside its files: scales of its own, and aliases of logins. */
export async function loadOwnTables(engine: Engine, { folder, dataset }: SourceSet): Promise<void> {
  if (dataset.scales) await addScales(engine, folder, dataset.scales);
  await engine.run('CREATE OR REPLACE TEMP TABLE school_aliases (alias VARCHAR, school_id VARCHAR)');
  if (!dataset.aliases) return;
  for (const row of readTable(folder, dataset.aliases, ['alias', 'school_id'])) {
    const values = [row.alias, row.school_id].map((value) => literal(value?.trim() ?? ''));
    await engine.run(`INSERT INTO school_aliases VALUES (${values.join(', ')})`);
  }
}

/**
 * Gives every staged row the login that its school is known by.
 * @param files only rows of these files
 */
export async function applyAliases(engine: Engine, files: readonly number[]): Promise<void> {
  if (files.length === 0) return;
  const own = `t._file IN (${files.join(', ')})`;
  for (const [table, column, where] of schoolColumns) {
    await engine.run(`UPDATE ${table} AS t SET ${column} = a.school_id FROM school_aliases a
      WHERE lower(t.${column}) = lower(a.alias) AND ${where} AND ${own}`);
  }
}

/** Logins `sch…` and `edu…` with the same digits, of which a person must say whether they are one school. */
export async function proposedAliases(engine: Engine): Promise<{ alias: string; school_id: string }[]> {
  return engine.query(`WITH ids AS (SELECT school_id FROM staged_results UNION SELECT school_id FROM pupil_series
      UNION SELECT school_id FROM staged_carried UNION SELECT school_id FROM staged_schools),
    parts AS (SELECT DISTINCT lower(school_id) AS id, regexp_extract(lower(school_id), '^(sch|edu)0*([0-9]+)$', 2) AS digits FROM ids)
    SELECT min(id) AS alias, max(id) AS school_id FROM parts WHERE digits <> '' GROUP BY digits
    HAVING count(*) > 1 ORDER BY 1`);
}

import { type CanonicalTable, canonical } from '../contract/canonical.ts';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { carried } from '../contract/profile.ts';
import type { Header } from './header.ts';
import { personalContent } from './personal.ts';
import { readPupils } from './pupils.ts';
import { excludeRepeats } from './repeats.ts';
import { coverage, typedRows } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier, literal } from './sql.ts';

/** What reading one file left behind, beside the staged rows. */
export interface ReadResult {
  rowsIn: number;
  excluded: Record<string, number>;
  warnings: string[];
}

/** Stops when a used text column looks like personal data: in doubt nothing is stored. */
async function guardContent(
  engine: Engine,
  relation: string,
  present: string[],
  file: SourceFile,
): Promise<void> {
  const texts = present.filter((name) =>
    ['name', 'short_name', 'school_name', 'note', 'school_id'].includes(name),
  );
  for (const name of texts) {
    for (const [kind, pattern] of Object.entries(personalContent)) {
      const matches = `regexp_full_match(${identifier(name)}, ${literal(pattern)})`;
      const [found] = await engine.query<{ n: number }>(
        `SELECT count(*) AS n FROM ${relation} WHERE ${matches}`,
      );
      if (found && found.n > 0)
        throw new Fault('personal-content', { file: file.name, column: name }, { kind, n: found.n });
    }
  }
}

async function stageTable(engine: Engine, file: SourceFile, present: string[]): Promise<void> {
  const table = file.profile.table as CanonicalTable;
  const columns = present.filter((name) => name in canonical[table].columns);
  const extra = table === 'results' ? ', suppressed' : '';
  const list = columns.map(identifier).join(', ');
  const constants = table === 'results' ? `, ${literal(file.input.id)} AS source_id` : '';
  const target = table === 'results' && file.profile.part ? 'parts' : table;
  await engine.run(`INSERT INTO staged_${target} BY NAME
    SELECT ${file.number} AS _file, _row, 1 AS _rows, ${list}${extra}${constants}
    FROM scan WHERE _excluded IS NULL AND _fault IS NULL`);
  const names = carried.filter((name) => present.includes(name));
  if (table !== 'results' || names.length === 0) return;
  await engine.run(`INSERT INTO staged_carried BY NAME
    SELECT ${file.number} AS _file, min(_row) AS _row, year, school_id, ${names.join(', ')}
    FROM scan WHERE _excluded IS NULL AND _fault IS NULL GROUP BY ALL`);
}

/** Moves faulty rows of the relation `scan` to `rejections` and counts everything. */
async function account(engine: Engine, file: SourceFile): Promise<ReadResult> {
  await engine.run(`INSERT INTO rejections BY NAME SELECT ${file.number} AS _file, _row,
    split_part(_fault, '|', 2) AS "column", split_part(_fault, '|', 1) AS rule FROM scan WHERE _fault IS NOT NULL`);
  await engine.run(
    `INSERT INTO rejections BY NAME SELECT DISTINCT ON (line) ${file.number} AS _file, line, '' AS "column", 'malformed-row' AS rule FROM malformed ORDER BY line`,
  );
  const excluded = await engine.query<{ reason: string; n: number }>(
    'SELECT _excluded AS reason, count(*) AS n FROM scan WHERE _excluded IS NOT NULL GROUP BY 1 ORDER BY 1',
  );
  const [total] = await engine.query<{ n: number }>(
    'SELECT (SELECT count(*) FROM scan) + (SELECT count(DISTINCT line) FROM malformed) AS n',
  );
  return {
    rowsIn: total?.n ?? 0,
    excluded: Object.fromEntries(excluded.map(({ reason, n }) => [reason, n])),
    warnings: [],
  };
}

async function residueWarning(engine: Engine, file: SourceFile): Promise<string[]> {
  if (!Object.values(file.profile.columns).some((column) => column.percent)) return [];
  const [worst] = await engine.query<{ residue: number | null }>(
    'SELECT max(_residue) AS residue FROM scan WHERE _excluded IS NULL AND _fault IS NULL',
  );
  return [`percent-residue ${(worst?.residue ?? 0).toFixed(3)}`];
}

/** A file of pupils: grouped, marked by the scales, its schools' names kept. */
async function readPupilFile(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<ReadResult> {
  const result = await readPupils(engine, path, file, header);
  const names = carried.filter((name) => coverage(file, header).present.includes(name));
  if (names.length > 0) await guardContent(engine, 'staged_carried', names, file);
  return result;
}

/**
 * Reads one UTF-8 file into the staging tables.
 * @throws Fault `unfilled-column` when a required column comes from nowhere, `personal-content`
 */
export async function readFile(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<ReadResult> {
  const { present, absent } = coverage(file, header);
  if (absent.length > 0) {
    throw new Fault(
      'unfilled-column',
      { file: file.input.profile },
      {
        columns: absent.join(', '),
        table: file.profile.table,
      },
    );
  }
  if (file.profile.table === 'pupils') return readPupilFile(engine, path, file, header);
  await engine.run(`CREATE OR REPLACE TEMP TABLE scan AS ${typedRows(path, file, header)}`);
  await guardContent(engine, 'scan', present, file);
  await excludeRepeats(engine, present);
  const result = await account(engine, file);
  await stageTable(engine, file, present);
  result.warnings.push(...(await residueWarning(engine, file)));
  await engine.run('DROP TABLE scan; DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans');
  return result;
}

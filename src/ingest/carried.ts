import type { Engine } from '../contract/engine.ts';
import { carried } from '../contract/profile.ts';
import type { Header } from './header.ts';
import { cellFault, cellsOf, coverage, rawRows } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier } from './sql.ts';

/**
 * Keeps the names of schools and municipalities that rows of pupils carry along: for each school and year the most
 * frequent spelling, so that the order of rows does not matter. Equal texts are grouped before they are understood.
 * @returns names that were kept
 */
export async function carryNames(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
): Promise<string[]> {
  const { present } = coverage(file, header);
  const names = carried.filter((name) => present.includes(name));
  if (names.length === 0) return names;
  const wanted = ['school_id', 'year', ...names, file.profile.anchor?.from];
  const cells = cellsOf(file, header).filter(({ name }) => wanted.includes(name));
  const columns = new Set(cells.map(({ from }) => from).filter((from) => /^c\d+$/.test(from)));
  const texts = cells.map(({ name, text }) => `${text} AS ${identifier(`t_${name}`)}`);
  const numbers = cells.flatMap(({ name, number }) =>
    number ? [`, ${number} AS ${identifier(`n_${name}`)}`] : [],
  );
  const values = cells.map(({ name, value }) => `${value} AS ${identifier(name)}`);
  const faults = cells.map((cell) => cellFault(cell, file.profile));
  const list = names.join(', ');
  await engine.run(`INSERT INTO staged_carried BY NAME
    WITH raw AS (SELECT ${[...columns, 'count(*) AS _pupils'].join(', ')}
      FROM ${rawRows(path, header, file.profile)} GROUP BY ALL),
    texts AS (SELECT _pupils, ${texts.join(', ')} FROM raw),
    numbers AS (SELECT *${numbers.join('')} FROM texts),
    typed AS (SELECT _pupils, ${values.join(', ')}, coalesce(${faults.join(', ')}, NULL) AS _fault FROM numbers),
    named AS (SELECT year, school_id, ${list}, sum(_pupils) AS n FROM typed WHERE _fault IS NULL GROUP BY ALL)
    SELECT ${file.number} AS _file, 0 AS _row, year, school_id, ${list} FROM named
    SEMI JOIN (FROM staged_pupils WHERE _file = ${file.number} AND _excluded IS NULL AND _fault IS NULL) USING (school_id, year)
    QUALIFY row_number() OVER (PARTITION BY school_id, year ORDER BY n DESC, ${list}) = 1`);
  await engine.run('DROP TABLE IF EXISTS malformed; DROP TABLE IF EXISTS malformed_scans');
  return names;
}

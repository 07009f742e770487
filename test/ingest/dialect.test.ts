import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBConnection } from '@duckdb/node-api';
import type { TrinoSQL } from 'dt-sql-parser';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bundled } from '../bundled.ts';
import { folderWith, lines, row, run, sourceSet } from '../support.ts';

/**
 * How what would move to an engine over partitions is written there. docs/scale.md tells them; a text that needs another
 * one is no longer the same SQL.
 */
const rewritings: readonly (readonly [pattern: RegExp, written: string])[] = [
  // Tables are made by the engine that holds them; the query is what moves.
  [/^\s*INSERT INTO \w+( BY NAME)?\s+/, ''],
  [/^\s*CREATE (OR REPLACE )?TEMP (TABLE|VIEW) \w+ AS\s+/, ''],
  // The raw file is a table there.
  [/\bread_csv\('[^']*',(?:[^()']|'[^']*'|\([^()]*\))*\)/g, 'raw_file'],
  // A hint of ours.
  [/ AS MATERIALIZED\b/g, ' AS'],
  [/list_position\(\[([^\]]*)\]::VARCHAR\[\],/g, 'array_position(ARRAY[$1],'],
];

const moved = (sql: string): string =>
  rewritings.reduce((text, [pattern, written]) => text.replaceAll(new RegExp(pattern, 'g'), written), sql);

let trino: TrinoSQL;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  // Its grammar is Trino's own.
  const parsers = await bundled<{ TrinoSQL: typeof TrinoSQL }>(
    `export { TrinoSQL } from 'dt-sql-parser/dist/parser/trino';`,
  );
  trino = new parsers.TrinoSQL();
  // Beside what it returns, the parser complains to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const faults = (sql: string): string[] =>
  trino.validate(sql).map(({ startLine, startColumn, message }) => {
    const line = sql.split('\n')[startLine - 1] ?? '';
    return `${message}: ${line.slice(Math.max(0, startColumn - 40), startColumn + 40)}`;
  });

describe('the parser of another engine', () => {
  it('refuses what is ours alone', () => {
    for (const sql of [
      'SELECT school_id, count(*) FROM results GROUP BY ALL',
      'FROM results',
      'SELECT * EXCLUDE (mark_2) FROM results',
      "SELECT * FROM read_csv('a.csv', delim = ';')",
    ])
      expect(faults(sql).length, sql).toBeGreaterThan(0);
    expect(faults('SELECT school_id, count(*) FROM results GROUP BY 1')).toEqual([]);
  });
});

describe('SQL that would run on Trino when a country no longer fits one machine', () => {
  it('pupil rows become results by SQL that it reads', async () => {
    const [head = '', ...pupils] = readFileSync('data/demo/pupils-2021.csv', 'utf8').split('\n');
    const folder = sourceSet(
      { 'a.csv': lines(row) },
      {
        'pupils.json': readFileSync('data/demo/profiles/pupils.json', 'utf8'),
        'pupils/b.csv': `${[head, ...pupils.slice(0, 40)].join('\n').replaceAll('sch981638', 'sch001')}\n`,
      },
    );
    const description = JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8')) as {
      inputs: object[];
    };
    const pupilInput = {
      id: 'pupils',
      files: 'pupils/*.csv',
      profile: 'pupils.json',
      constants: { year: 2021 },
    };
    const set = folderWith({
      ...Object.fromEntries(
        globSync('**/*.*', { cwd: folder }).map((path) => [path, readFileSync(join(folder, path))]),
      ),
      'dataset.json': { ...description, inputs: [...description.inputs, pupilInput] },
    });
    const asked = vi.spyOn(DuckDBConnection.prototype, 'run');
    await run(set);
    // Where rows are as many as pupils: reading, grouping, numbering, sums.
    const growing =
      /^\s*(?:CREATE OR REPLACE TEMP TABLE (raw_groups|raw_series|raw_series_texts|raw_values_texts|raw_values|file_series|series_of_raw|pupil_groups)\b|INSERT INTO (pupil_scores|pupil_series|staged_results)\b)/;
    const texts = new Map<string, string>();
    for (const [sql] of asked.mock.calls) {
      const name = growing.exec(sql)?.slice(1).find(Boolean);
      if (name !== undefined && /SELECT/.test(sql)) texts.set(`${name} ${texts.size}`, moved(sql));
    }
    asked.mockRestore();
    const names = [...texts.keys()].map((name) => name.split(' ')[0]);
    expect(names).toEqual(
      expect.arrayContaining(['raw_groups', 'pupil_groups', 'pupil_series', 'pupil_scores']),
    );
    expect(names.length).toBeGreaterThanOrEqual(8);
    const wrong = [...texts].flatMap(([name, sql]) => faults(sql).map((fault) => `${name}: ${fault}`));
    expect(wrong).toEqual([]);
  });

  const indicators = globSync('src/indicators/*.sql').sort();

  it('every indicator is read by it as it stands, but for one hint', () => {
    expect(indicators.length).toBeGreaterThan(25);
    const wrong = indicators.flatMap((file) =>
      faults(moved(readFileSync(file, 'utf8'))).map((fault) => `${file}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });
});

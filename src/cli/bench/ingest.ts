import { once } from 'node:events';
import { createWriteStream, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measured, measuredHead, measuredLine } from './measured.ts';

const schools = 2000;
const header = 'Логин;Код;Класс;Предмет;Вариант;Пол;Отметка за предыдущий триместр;Итого баллов;Отметка';

/** A deterministic pupil file of the demo's layout. */
async function writePupils(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  let seed = 1;
  const random = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  let block = [header];
  for (let i = 0; i < rows; i++) {
    const school = `sch${981000 + Math.floor((i * schools) / rows)}`;
    const grade = 4 + random(5);
    const score = random(21);
    const mark = score < 6 ? 2 : score < 10 ? 3 : score < 15 ? 4 : 5;
    const subject = random(2) ? 'Русский язык' : 'Математика';
    const absent = random(100) < 12;
    const result = absent ? ';' : `${score};${mark}`;
    block.push(
      `${school};${grade * 10000 + (i % 9999)};${grade};${subject};${absent ? 'отсутствовал' : '1'};м;${3 + random(3)};${result}`,
    );
    if (block.length < 20_000) continue;
    if (!file.write(`${block.join('\n')}\n`)) await once(file, 'drain');
    block = [];
  }
  file.end(block.length > 0 ? `${block.join('\n')}\n` : '');
  await once(file, 'finish');
}

const from = (name: string) => ({ from: name });

const dataset = {
  id: 'bench',
  title: { ru: 'Замер', en: 'Bench' },
  publisher: 'Dinamika (bench)',
  licence: 'CC0-1.0',
  accessed: '2025-01-01',
  released: '2025-01-01',
  synthetic: true,
  region: { id: 'r', name: 'Bench' },
  inputs: ['pupils', 'schools', 'municipalities'].map((id) => ({
    id,
    files: `${id}.csv`,
    profile: `${id}.json`,
  })),
};

const profiles = {
  pupils: {
    table: 'pupils',
    encoding: 'utf-8',
    delimiter: ';',
    columns: {
      school_id: from('Логин'),
      grade: from('Класс'),
      subject: from('Предмет'),
      journal_mark: from('Отметка за предыдущий триместр'),
      score: from('Итого баллов'),
      mark: from('Отметка'),
    },
    constants: { procedure: 'vpr', session: 'spring', year: 2024 },
    filters: [{ from: 'Вариант', drop: ['отсутствовал'], reason: 'absent' }],
    ignore: ['Код', 'Пол'],
  },
  schools: {
    table: 'schools',
    columns: { school_id: from('id'), name: from('name'), municipality_id: from('m') },
  },
  municipalities: { table: 'municipalities', columns: { municipality_id: from('id'), name: from('name') } },
};

function writeSet(folder: string): void {
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  json('dataset.json', dataset);
  for (const [name, profile] of Object.entries(profiles)) json(`${name}.json`, profile);
  const list = Array.from({ length: schools + 1 }, (_, i) => `sch${981000 + i},School ${i},m1`);
  writeFileSync(join(folder, 'schools.csv'), `id,name,m\n${list.join('\n')}\n`);
  writeFileSync(join(folder, 'municipalities.csv'), 'id,name\nm1,Bench\n');
}

/** A bare `read_csv → group by → COPY` over the same file: no checks, no reading of spellings, no report. */
const bare = (csv: string, out: string, groups: string, aggregates: string): string => `
import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB' })).connect();
await connection.run(\`COPY (SELECT ${groups}, ${aggregates} FROM read_csv('${csv}')
  WHERE "Вариант" <> 'отсутствовал' GROUP BY ALL) TO '${out}' (FORMAT parquet)\`);`;

const bySeries = `count(*) AS participants, count(*) FILTER (WHERE "Отметка" = 2) AS mark_2,
  count(*) FILTER (WHERE "Отметка" = 3) AS mark_3, count(*) FILTER (WHERE "Отметка" = 4) AS mark_4,
  count(*) FILTER (WHERE "Отметка" = 5) AS mark_5, avg("Итого баллов") AS score_mean`;

/** Ingest of a pupil file to a published release, against the bare engine on the same file in the same run. */
export async function benchIngest(folder: string, rows: number): Promise<string[][]> {
  const set = join(folder, 'set');
  mkdirSync(set, { recursive: true });
  writeSet(set);
  const csv = join(set, 'pupils.csv');
  await writePupils(csv, rows);
  const run = (groups: string, aggregates: string) =>
    measured(['--input-type=module', '-e', bare(csv, join(folder, 'bare.parquet'), groups, aggregates)]);
  const series = run('"Логин", "Класс", "Предмет"', bySeries);
  // What ingest needs: the joint distribution of mark, score and journal mark in every series.
  const base = run(
    '"Логин", "Класс", "Предмет", "Отметка", "Итого баллов", "Отметка за предыдущий триместр"',
    'count(*) AS pupils',
  );
  const started = ['--import', './scripts/compiled.ts'];
  const reading = measured([...started, 'src/cli/bench/reading.ts', set]);
  const own = measured([
    ...started,
    'scripts/ingest.ts',
    set,
    '--out',
    join(folder, 'out'),
    '--work',
    join(folder, 'work'),
  ]);
  // Nothing has changed: what was read is taken as it was.
  const again = measured([
    ...started,
    'scripts/ingest.ts',
    set,
    '--out',
    join(folder, 'out'),
    '--work',
    join(folder, 'work'),
  ]);
  const line = (name: string, cost: Measured) => measuredLine(name, rows, cost, base);
  return [
    [`${rows.toLocaleString('en')} pupil rows, ${(statSync(csv).size / 1e6).toFixed(0)} MB`, ...measuredHead],
    line('bare DuckDB read_csv → group by series → COPY', series),
    line('bare DuckDB read_csv → group by series, mark, score, journal → COPY (baseline)', base),
    line(
      'reading alone: hash, guard, spellings, checks of cells, sums (npm run ingest, first stage)',
      reading,
    ),
    line('npm run ingest (reads, checks, protects, publishes)', own),
    line('npm run ingest again, nothing changed', again),
  ];
}

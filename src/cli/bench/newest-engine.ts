import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnFromArray, float64, int32, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import { build } from 'esbuild';
import type { Latest } from '../../contract/public.ts';
import { openNative } from '../../query/native.ts';
import { firstExtracts, unpack } from '../../site/extracts.ts';
import { pack } from './json-page.ts';

/** The release that was the newest when the engine's pin was last weighed; another by `DINAMIKA_BENCH_ENGINE`. */
const version = process.env.DINAMIKA_BENCH_ENGINE ?? '1.32.0';
const published = [
  'results',
  'schools',
  'municipalities',
  'clusters',
  'identification',
  'social_index',
  'programmes',
];

/**
 * That release's Parquet reader is an extension fetched from its maker's server at run time, which we never do: the same
 * tables come as Arrow streams, the fallback that architecture.md names.
 */
const script = (tables: readonly string[], results: string) => `import * as duckdb from '@duckdb/duckdb-wasm';
import * as Plot from '@observablehq/plot';
const tables = ${JSON.stringify(tables)};
const streams = tables.map((name) => fetch(name + '.arrows').then((r) => r.arrayBuffer()));
const at = (name) => new URL(name, location.href).href;
const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker('engine-worker.js'));
await db.instantiate(at('duckdb-eh.wasm'));
const connection = await db.connect();
for (const [i, name] of tables.entries())
  await connection.insertArrowFromIPCStream(new Uint8Array(await streams[i]), { name, create: true });
performance.mark('arrow:ready');
const rows = (await connection.query(\`SELECT year, sum(below_threshold_low) / sum(participants_low) AS share FROM ${results}
  WHERE level = 'region' AND procedure = 'vpr' AND subject = 'russian' GROUP BY year ORDER BY year\`)).toArray();
document.getElementById('chart').append(Plot.plot({ marks: [Plot.line(rows.map((r) => ({ ...r })), { x: 'year', y: 'share' })] }));
performance.mark('arrow:chart');`;

const page = `<!doctype html><meta charset="utf-8"><title>Arrow</title><div id="chart"></div>
<script type="module" src="page.js"></script>`;

/** Installs that release beside the project, once. @returns its folder, or what stood in the way */
function fetched(): { folder: string } | { why: string } {
  const home = join('.cache', 'bench-engine', version);
  const folder = join(home, 'node_modules', '@duckdb', 'duckdb-wasm');
  if (existsSync(join(folder, 'package.json'))) return { folder };
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  try {
    const wanted = [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `@duckdb/duckdb-wasm@${version}`,
    ];
    execFileSync('npm', wanted, { cwd: home, stdio: 'pipe', timeout: 240_000 });
    return { folder };
  } catch {
    return { why: `not measured: ${version} could not be fetched` };
  }
}

/** What a page loads: name of the table → the rows of it, as SQL. */
type Tables = ReadonlyMap<string, string>;

/** Every table that the explorer's are made of, whole, as the release has it. */
function publishedTables(site: string): Tables {
  const { release } = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
  return new Map(
    published.map((name) => [name, `FROM read_parquet('${site}/data/${release}/${name}.parquet')`]),
  );
}

/** The very tables that our engine reads before it is ready. */
function extractedTables(site: string): Tables {
  const [folder = ''] = globSync('explore/tables/*', { cwd: site });
  return new Map(
    firstExtracts.map((name) => [
      name,
      `SELECT ${unpack[name] ?? '*'} FROM read_parquet('${site}/${folder}/${name}.parquet')`,
    ]),
  );
}

async function arrowFiles(tables: Tables, target: string): Promise<void> {
  const engine = await openNative();
  try {
    for (const [name, text] of tables) {
      const rows = await engine.query(text);
      const columns = Object.keys(rows[0] ?? {}).map(
        (column): [string, ReturnType<typeof columnFromArray>] => {
          const values = rows.map((row) => row[column] ?? null);
          const found = values.find((value) => value !== null);
          const whole = values.every((value) => value === null || Number.isInteger(value));
          const type = typeof found !== 'number' ? utf8() : whole ? int32() : float64();
          const cells =
            typeof found === 'number'
              ? values
              : values.map((value) => (value === null ? null : String(value)));
          return [column, columnFromArray(cells, type)];
        },
      );
      const path = join(target, `${name}.arrows`);
      const bytes = tableToIPC(tableFromColumns(columns), {
        format: 'stream',
      });
      writeFileSync(path, bytes ?? new Uint8Array());
      pack(path);
    }
  } finally {
    await engine.close();
  }
}

async function writePage(
  engine: string,
  nodePaths: string[],
  tables: Tables,
  results: string,
  target: string,
): Promise<void> {
  mkdirSync(target, { recursive: true });
  await build({
    stdin: { contents: script([...tables.keys()], results), resolveDir: process.cwd(), loader: 'js' },
    alias: { '@duckdb/duckdb-wasm': join(process.cwd(), engine, 'duckdb-browser.mjs') },
    nodePaths,
    outfile: join(target, 'page.js'),
    ...{ bundle: true, format: 'esm', minify: true, target: 'es2022', logLevel: 'error' },
  });
  copyFileSync(join(engine, 'duckdb-browser-eh.worker.js'), join(target, 'engine-worker.js'));
  copyFileSync(join(engine, 'duckdb-eh.wasm'), join(target, 'duckdb-eh.wasm'));
  for (const name of ['page.js', 'engine-worker.js']) pack(join(target, name));
  // As well as ours; a minute, once.
  const packed = join(engine, 'duckdb-eh.wasm');
  if (!existsSync(`${packed}.br`)) pack(packed, 11);
  copyFileSync(`${packed}.br`, join(target, 'duckdb-eh.wasm.br'));
  writeFileSync(join(target, 'index.html'), page);
  await arrowFiles(tables, target);
}

/**
 * Puts two pages of the engine's newest release below `folder`: `arrow/` with the published tables, `arrow-extracts/`
 * with those that a build of ours has taken out of them.
 * @returns the version, or why there is none
 */
export async function newestEnginePages(
  site: string,
  folder: string,
): Promise<{ version: string } | { why: string }> {
  const found = fetched();
  if ('why' in found) return found;
  const engine = join(found.folder, 'dist');
  const nodePaths = [join(process.cwd(), found.folder, '..', '..')];
  await writePage(engine, nodePaths, publishedTables(site), 'results', join(folder, 'arrow'));
  await writePage(engine, nodePaths, extractedTables(site), 'area_results', join(folder, 'arrow-extracts'));
  return { version };
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../contract/engine.ts';
import type { Manifest } from '../../contract/public.ts';
import { filesBelow, sha256 } from '../../publish/files.ts';

/** How large a country is. */
export interface Country {
  regions: number;
  schools: number;
  rows: number;
}

const syllables = [
  'бо',
  'ва',
  'го',
  'до',
  'за',
  'ки',
  'ло',
  'ми',
  'но',
  'по',
  'ру',
  'се',
  'та',
  'ур',
  'хо',
  'ча',
];
const endings = ['во', 'ск', 'но', 'вка', 'ево', 'ино'];

/** A made-up place; different numbers have different names. */
export function placeName(number: number): string {
  let left = number * 7919 + 5000;
  let name = '';
  for (let i = 0; i < 4; i++) {
    name += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  name += endings[number % endings.length];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const schoolsOfPlace = 18;

async function writeRegion(
  engine: Engine,
  folder: string,
  number: number,
  { regions, schools, rows }: Country,
  demo: { results: string; rows: number; manifest: Manifest },
  day: string,
): Promise<void> {
  const id = String(number).padStart(2, '0');
  const count = Math.floor(schools / regions) + (number <= schools % regions ? 1 : 0);
  const places = Math.ceil(count / schoolsOfPlace);
  const staged = join(folder, id, 'data', 'staged');
  mkdirSync(staged, { recursive: true });
  const copy = (select: string, name: string) =>
    engine.run(
      `COPY (${select}) TO ${quoted(join(staged, `${name}.parquet`))} (FORMAT parquet, COMPRESSION zstd)`,
    );
  await engine.run('CREATE OR REPLACE TABLE place (municipality_id VARCHAR, name VARCHAR)');
  const named = Array.from({ length: places }, (_, i) => {
    const name = `${placeName(number * 1000 + i)} район`;
    return `(${quoted(`${id}${String(i).padStart(3, '0')}`)}, ${quoted(name)})`;
  });
  await engine.run(`INSERT INTO place VALUES ${named.join(', ')}`);
  await copy(`SELECT '${id}' AS region_id, ${quoted(`${placeName(number)} область`)} AS name`, 'regions');
  await copy(`SELECT *, '${id}' AS region_id FROM place ORDER BY 1`, 'municipalities');
  await copy(
    `SELECT 'sch' || i AS school_id, 'МБОУ «СОШ № ' || (i % ${schoolsOfPlace} + 1) || ' с. ' || name || '»' AS name,
       'СОШ № ' || (i % ${schoolsOfPlace} + 1) AS short_name, municipality_id, NULL::DATE AS closed
     FROM range(${count}) AS r(i) JOIN place
       ON municipality_id = '${id}' || lpad(CAST(i // ${schoolsOfPlace} AS VARCHAR), 3, '0') ORDER BY 1`,
    'schools',
  );
  const own = Math.floor(rows / regions);
  await copy(
    `SELECT * EXCLUDE (copy) REPLACE ('${id}' || entity_id || '-' || copy AS entity_id)
     FROM read_parquet(${quoted(demo.results)})
     CROSS JOIN range(${Math.ceil(own / demo.rows)}) AS c(copy) LIMIT ${own}`,
    'results',
  );
  const files = filesBelow(staged).map((path) => {
    const bytes = readFileSync(join(staged, path));
    return { path, bytes: bytes.length, sha256: sha256(bytes) };
  });
  const release = `${day}-${sha256(JSON.stringify(files)).slice(0, 8)}`;
  const manifest: Manifest = {
    ...demo.manifest,
    ...{ release, files, sources: [] },
    counts: { schools: count, municipalities: places, results: own },
  };
  const text = JSON.stringify(manifest);
  writeFileSync(join(staged, 'manifest.json'), text);
  renameSync(staged, join(folder, id, 'data', release));
  const latest = { release, manifest_sha256: sha256(text) };
  writeFileSync(join(folder, id, 'data', 'latest.json'), JSON.stringify(latest));
}

/** Writes what regions of a country would have published: registers and results, the latter after those of the demo. */
export async function writeCountry(
  engine: Engine,
  folder: string,
  country: Country,
  demoFolder: string,
  { only, day = '2025-09-01' }: { only?: number; day?: string } = {},
): Promise<void> {
  const results = join(demoFolder, 'results.parquet');
  const [counted] = await engine.query<{ n: number }>(
    `SELECT count(*) AS n FROM read_parquet(${quoted(results)})`,
  );
  const manifest = JSON.parse(readFileSync(join(demoFolder, 'manifest.json'), 'utf8')) as Manifest;
  const demo = { results, rows: counted?.n ?? 0, manifest };
  for (let number = 1; number <= country.regions; number++)
    if (only === undefined || only === number) await writeRegion(engine, folder, number, country, demo, day);
}

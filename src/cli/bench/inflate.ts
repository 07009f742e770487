import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Latest, Manifest } from '../../contract/public.ts';
import { describeFiles, sha256 } from '../../publish/files.ts';
import { openNative } from '../../query/native.ts';
import { writeExtracts } from '../extracts.ts';

const bySchool = ['schools', 'clusters', 'identification', 'social_index'];
const byEntity = ['results', 'pooled_results', 'dynamics'];

/** The explorer's pages name what they read by its sums: those of the copy name the copy's. */
function copyExplorer(site: string, folder: string, sums: readonly (readonly [string, string])[]): void {
  for (const path of globSync('explore/**/*.html', { cwd: site })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const page = readFileSync(join(site, path), 'utf8');
    writeFileSync(
      join(folder, path),
      sums.reduce((text, [before, after]) => text.replaceAll(before, after), page),
    );
  }
  for (const path of globSync('explore/**/*', { cwd: site }))
    if (!existsSync(join(folder, path)) && statSync(join(site, path)).isFile()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(resolve(site, path), join(folder, path));
    }
}

/** Takes the explorer's tables out of the copy's release. @returns what pages say of them, before and after */
async function extractAnew(site: string, folder: string, release: string): Promise<[string, string][]> {
  const [before = ''] = globSync('explore/tables/*', { cwd: site });
  const list = (inside: string) => new Map(describeFiles(inside, new Map()).map((file) => [file.path, file]));
  const after = join(folder, before);
  await writeExtracts(release, after);
  const made = list(after);
  return [...list(join(site, before))].map(([path, file]) => [
    JSON.stringify(file),
    JSON.stringify(made.get(path)),
  ]);
}

/**
 * A copy of a built site whose release has its schools so many times over, under ids of their own, that `results` has at
 * least so many rows: the explorer at the size of a large region. The files of the copy are hashed anew, so that they pass the explorer's checks.
 * @returns rows of `results`
 */
export async function inflate(site: string, folder: string, rows: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  for (const path of globSync('*', { cwd: site }))
    if (path !== 'data' && path !== 'explore') symlinkSync(resolve(site, path), join(folder, path));
  const latest = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
  const from = join(site, 'data', latest.release);
  const to = join(folder, 'data', latest.release);
  mkdirSync(to, { recursive: true });
  for (const path of globSync('*.{parquet,json,geojson}', { cwd: from }))
    copyFileSync(join(from, path), join(to, basename(path)));
  const engine = await openNative();
  const [count] = await engine.query<{ schools: number; others: number }>(
    `SELECT count(*) FILTER (level = 'school') AS schools, count(*) FILTER (level <> 'school') AS others
     FROM read_parquet('${from}/results.parquet')`,
  );
  const { schools = rows, others = 0 } = count ?? {};
  const times = Math.max(1, Math.ceil((rows - others) / schools));
  const copies = (table: string, id: string, where: string) => `COPY (
    FROM read_parquet('${from}/${table}.parquet')
    UNION ALL BY NAME
    SELECT t.* REPLACE (t.${id} || '-' || k.k AS ${id}) FROM read_parquet('${from}/${table}.parquet') t, range(1, ${times}) k(k)
    WHERE ${where}) TO '${to}/${table}.parquet' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1)`;
  try {
    for (const table of byEntity) await engine.run(copies(table, 'entity_id', "t.level = 'school'"));
    for (const table of bySchool) await engine.run(copies(table, 'school_id', 'true'));
    const [row] = await engine.query<{ n: number }>(
      `SELECT count(*) AS n FROM read_parquet('${to}/results.parquet')`,
    );
    const path = join(to, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    for (const file of manifest.files)
      if ([...bySchool, ...byEntity].some((table) => file.path === `${table}.parquet`)) {
        const bytes = readFileSync(join(to, file.path));
        Object.assign(file, { bytes: bytes.length, sha256: sha256(bytes) });
      }
    writeFileSync(path, JSON.stringify(manifest));
    const pointer: Latest = { ...latest, manifest_sha256: sha256(readFileSync(path)) };
    writeFileSync(join(folder, 'data/latest.json'), JSON.stringify(pointer));
    const tables = await extractAnew(site, folder, to);
    copyExplorer(site, folder, [[latest.manifest_sha256, pointer.manifest_sha256], ...tables]);
    return row?.n ?? 0;
  } finally {
    await engine.close();
  }
}

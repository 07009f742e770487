import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import { published } from '../contract/published.ts';
import { describeFiles } from '../publish/files.ts';
import { attachParquet } from '../query/attach.ts';
import { sqlLiteral, sqlName } from '../query/literal.ts';
import { openNative } from '../query/native.ts';
import { extractSources, extractsList, extractsPath, extractTexts } from '../site/extracts.ts';

/** The tables of a release as views; an older release that lacks one is read as if it were empty. */
async function attachSources(engine: Engine, release: string): Promise<void> {
  for (const table of extractSources) {
    const file = join(release, `${table}.parquet`);
    if (existsSync(file)) {
      await attachParquet(engine, table, file);
      continue;
    }
    const columns = Object.entries(published[table].columns).map(
      ([name, { sql }]) => `${sqlName(name)} ${sql}`,
    );
    await engine.run(`CREATE TABLE ${table} (${columns.join(', ')})`);
  }
}

const versionOf = (release: string): string =>
  (JSON.parse(readFileSync(join(release, 'methodology.json'), 'utf8')) as { version: string }).version;

/**
 * Takes the tables of the explorer out of a release, a Parquet file each, beside a list with their sums. The same release
 * gives the same bytes: one thread, a fixed order and fixed row groups.
 * @param release folder of the release
 */
export async function writeExtracts(release: string, folder: string): Promise<void> {
  const engine = await openNative({ threads: 1 });
  try {
    await attachSources(engine, release);
    mkdirSync(folder, { recursive: true });
    for (const [table, text] of Object.entries(extractTexts(versionOf(release))))
      await engine.run(`COPY (${text}) TO ${sqlLiteral(join(folder, `${table}.parquet`))}
        (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 22, PARQUET_VERSION v1, ROW_GROUP_SIZE 122880)`);
    writeFileSync(join(folder, extractsList), JSON.stringify(describeFiles(folder, new Map())));
  } finally {
    await engine.close();
  }
}

/** Moves the tables, without their list, to where the pages look for them. */
export function placeExtracts(folder: string, site: string, edition: string): void {
  const target = join(site, extractsPath(edition));
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(folder))
    if (name !== extractsList) copyFileSync(join(folder, name), join(target, name));
}

import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { countrySearch } from '../../hub/search.ts';
import { filesBelow } from '../../publish/files.ts';
import { openNative } from '../../query/native.ts';
import { intactRelease } from '../release.ts';
import { type Country, placeName, writeCountry } from './country-regions.ts';
import { type Measured, measured } from './measured.ts';

const bytesBelow = (folder: string, pattern = /./): number =>
  filesBelow(folder)
    .filter((path) => pattern.test(path))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);

const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

/** What a reader loads who opens the page and types a query, gzip. */
async function readerBytes(
  hub: string,
  query: string,
): Promise<{ page: number; search: number; found: number }> {
  const packed = (path: string) => gzipSync(readFileSync(join(hub, path))).length;
  const edition = readdirSync(join(hub, 'search')).find((name) => name !== 's') ?? '';
  let search = 0;
  const read = async <T>(path: string): Promise<T> => {
    search += packed(`search/${path}.json`);
    return JSON.parse(readFileSync(join(hub, `search/${path}.json`), 'utf8')) as T;
  };
  const found = await (await countrySearch(read, edition))(query);
  return { page: packed('index.html'), search, found: found?.entries.length ?? 0 };
}

const line = (name: string, { seconds, megabytes }: Measured, base: Measured): string[] => [
  name,
  seconds.toFixed(1),
  megabytes.toFixed(0),
  (seconds / base.seconds).toFixed(2),
];

/**
 * The hub over a country of generated regions: everything read, nothing changed, one region changed; beside it a tenth
 * of the country. Then what a reader loads of each, and a question asked of all results where they lie as partitions.
 */
export async function benchCountry(data: string, folder: string, rows: number): Promise<string[][][]> {
  const { folder: demo } = intactRelease(data);
  const full: Country = { regions: 85, schools: 40_000, rows };
  const tenth: Country = { regions: 8, schools: 3_765, rows: Math.floor((rows * 8) / 85) };
  const times = [['hub', 's', 'peak MB', '÷ all read']];
  const sizes = [['country', 'results MB', 'hub MB', 'page KB', 'search KB', 'found']];
  for (const country of [full, tenth]) {
    const regions = join(folder, `regions-${country.regions}`);
    const engine = await openNative({ memoryLimit: '1GB' });
    await writeCountry(engine, regions, country, demo);
    const [hub, lake] = [join(folder, 'hub'), join(folder, 'lake')];
    const run = () =>
      measured(['scripts/hub.ts', regions, '--out', hub, '--work', join(folder, 'work'), '--lake', lake]);
    const first = run();
    const name = `${country.regions} regions, ${country.schools} schools`;
    times.push(line(`${name}: all read`, first, first), line('nothing changed', run(), first));
    await writeCountry(engine, regions, country, demo, { only: 5, day: '2025-10-01' });
    times.push(line('one region changed', run(), first));
    const query = `СОШ № 5 ${placeName(3000)}`;
    const { page, search, found } = await readerBytes(hub, query);
    sizes.push([
      name,
      mb(bytesBelow(lake, /^results\//)),
      mb(bytesBelow(hub)),
      ...[kb(page), kb(search), String(found)],
    ]);
    await engine.close();
    if (country === full) times.push(...(await askLake(lake)));
    for (const used of [regions, hub, lake, join(folder, 'work')])
      rmSync(used, { recursive: true, force: true });
  }
  return [times, sizes];
}

/** A question over all results of the country, in a process of its own with bounded memory. */
async function askLake(lake: string): Promise<string[][]> {
  const sql = `SELECT region, year, sum(below_threshold_low) AS failed, sum(participants_low) AS participants
    FROM read_parquet('${lake}/results/*/*/*.parquet', hive_partitioning = true)
    WHERE level = 'school' GROUP BY ALL ORDER BY ALL`;
  const ask = (where: string) =>
    measured([
      '--input-type=module',
      '-e',
      `import { openNative } from '${process.cwd()}/src/query/native.ts';
       const engine = await openNative({ memoryLimit: '512MB' });
       await engine.query(${JSON.stringify(sql)}.replace("WHERE", "WHERE ${where}"));
       await engine.close();`,
    ]);
  const all = ask('');
  return [
    line('a question over all regions’ results', all, all),
    line('the same over one region', ask(`region = '05' AND`), all),
  ];
}

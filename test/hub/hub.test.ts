import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Country, placeName, writeCountry } from '../../src/cli/bench/country-regions.ts';
import { bucketOf, type HubRegions } from '../../src/hub/files.ts';
import { countrySearch } from '../../src/hub/search.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { openNative } from '../../src/query/native.ts';
import { fingerprint, temporaryFolder } from '../support.ts';

const country: Country = { regions: 3, schools: 4000, rows: 300 };
const root = temporaryFolder();
const regions = join(root, 'regions');

const demo = join(root, 'demo');
const results = `SELECT 'school' AS level, 's' || i AS entity_id, 2024 AS year, 20 AS participants_low FROM range(50) AS r(i)`;

async function write(only?: number, day?: string): Promise<void> {
  const engine = await openNative();
  await engine.run(`COPY (${results}) TO '${demo}/results.parquet' (FORMAT parquet)`);
  await writeCountry(engine, regions, country, demo, { only, day });
  await engine.close();
}

function hub(name: string, folder = regions) {
  const out = join(root, name);
  const args = [
    folder,
    '--out',
    out,
    '--work',
    join(root, `${name}-work`),
    '--lake',
    join(root, `${name}-lake`),
  ];
  const run = spawnSync(process.execPath, ['scripts/hub.ts', ...args, '--lang', 'en'], { encoding: 'utf8' });
  return { out, lake: join(root, `${name}-lake`), ...run };
}

const listOf = (out: string) => JSON.parse(readFileSync(join(out, 'regions.json'), 'utf8')) as HubRegions;

/** The search of a hub with the files that it reads. */
async function searchOf(out: string) {
  const read: string[] = [];
  const find = await countrySearch(async (path) => {
    read.push(path);
    return JSON.parse(readFileSync(join(out, 'search', `${path}.json`), 'utf8'));
  }, listOf(out).edition);
  return { find, read };
}

beforeAll(async () => {
  cpSync('test/files/sample-release/2025-10-01-5a3e91c2', demo, { recursive: true });
  await write();
}, 60_000);

describe('a hub over three regions', () => {
  it('names every region with its schools, in both languages, and their catalogues', () => {
    const { out, status, stderr } = hub('first');
    expect(status, stderr).toBe(0);
    const { regions: listed } = listOf(out);
    expect(listed.map(({ id, counts }) => [id, counts.schools])).toEqual([
      ['01', 1334],
      ['02', 1333],
      ['03', 1333],
    ]);
    for (const page of ['index.html', 'en/index.html']) {
      const html = readFileSync(join(out, page), 'utf8');
      for (const { url, name } of listed) {
        expect(html).toContain(`href="/${url}${page.startsWith('en') ? 'en/' : ''}"`);
        expect(html).toContain(name);
        expect(html).toContain(`href="/${url}${page.startsWith('en') ? 'en/' : ''}explore/"`);
      }
    }
    const catalogue = JSON.parse(readFileSync(join(out, 'catalog.jsonld'), 'utf8'));
    expect(catalogue['dcat:catalog'].map((one: Record<string, string>) => one['@id'])).toEqual([
      '/01/data/catalog.jsonld',
      '/02/data/catalog.jsonld',
      '/03/data/catalog.jsonld',
    ]);
  });

  it('finds a school by its number and place, in its region, from few files', async () => {
    const { out } = hub('search');
    const place = placeName(2003);
    const { find, read } = await searchOf(out);
    const found = await find(`школа № 5 ${place}`);
    expect(found?.best).toMatchObject({
      n: `МБОУ «СОШ № 5 с. ${place} район»`,
      region: '02/',
      school: 'sch58',
    });
    expect(read.filter((path) => path.startsWith('s/')).length).toBeLessThanOrEqual(4);
    expect(filesBelow(join(out, 'search', 's')).length).toBeGreaterThan(12);
  });

  it('finds it with a typo and in Latin letters, and the region by its name', async () => {
    const { find } = await searchOf(join(root, 'search'));
    const place = placeName(2003);
    const typo = `${place.slice(0, 4)}${place.slice(5)}`;
    expect((await find(`5 ${typo}`))?.entries.map(({ n }) => n)).toContain(
      `МБОУ «СОШ № 5 с. ${place} район»`,
    );
    expect((await find(placeName(2)))?.entries[0]).toMatchObject({
      id: '',
      n: `${placeName(2)} область`,
      region: '02/',
    });
    expect(await find('школа 5')).toBeNull();
  });

  it('a network that fails is not an empty answer', async () => {
    const { edition } = listOf(join(root, 'search'));
    const find = await countrySearch(async (path) => {
      if (!path.endsWith('index')) throw new Error('no network');
      return JSON.parse(readFileSync(join(root, 'search/search', `${path}.json`), 'utf8'));
    }, edition);
    await expect(find(placeName(2003))).rejects.toThrow('no network');
  });

  it('reads a changed region alone, and is the same whether made at once or step by step', async () => {
    const before = hub('steps');
    expect(before.stdout).toContain('read: 3, unchanged: 0');
    expect(hub('steps').stdout).toContain('read: 0, unchanged: 3');
    await write(2, '2025-12-01');
    const shards = new Set(filesBelow(join(before.out, 'search/s')));
    const after = hub('steps');
    expect(after.stdout).toContain('read: 1, unchanged: 2');
    expect(after.stdout).toContain('files laid out: 3');
    // The schools are the same: so are their files.
    expect(new Set(filesBelow(join(after.out, 'search/s')))).toEqual(shards);
    expect(fingerprint(hub('fresh').out)).toBe(fingerprint(after.out));
  });

  it('lays the tables out so that a region is a partition', async () => {
    const { lake } = hub('steps');
    const engine = await openNative();
    const rows = await engine.query(
      `SELECT region, count(*) AS n FROM read_parquet('${lake}/results/*/*/*.parquet', hive_partitioning = true,
         hive_types = {'region': VARCHAR}) GROUP BY ALL ORDER BY region`,
    );
    await engine.close();
    expect(rows).toEqual([
      { region: '01', n: 100 },
      { region: '02', n: 100 },
      { region: '03', n: 100 },
    ]);
  });
});

describe('a region that went wrong', () => {
  it('stands as it stood, keeps no other back, and is named with a remedy', async () => {
    const folder = join(root, 'wrong');
    cpSync(regions, folder, { recursive: true });
    const good = hub('wrong-hub', folder);
    expect(good.status).toBe(0);
    const { release } = JSON.parse(readFileSync(join(folder, '02/data/latest.json'), 'utf8'));
    appendFileSync(join(folder, '02/data', release, 'manifest.json'), ' ');
    const latest = join(folder, '02/data/latest.json');
    writeFileSync(
      latest,
      readFileSync(latest, 'utf8').replace(/"manifest_sha256":"./, '"manifest_sha256":"x'),
    );
    const { status, stderr, out } = hub('wrong-hub', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^02: .*manifest\.json: a file of the release is damaged[\s\S]*Remedy/);
    expect(stderr).toContain('as it was the last time');
    expect(fingerprint(out)).toBe(fingerprint(good.out));
    expect(listOf(out).regions).toHaveLength(3);
  });

  it('whose register is not what its manifest says is left out where nothing is known of it', () => {
    const folder = join(root, 'wrong-2');
    cpSync(regions, folder, { recursive: true });
    const { release } = JSON.parse(readFileSync(join(folder, '03/data/latest.json'), 'utf8'));
    appendFileSync(join(folder, '03/data', release, 'schools.parquet'), 'x');
    const { status, stderr, out } = hub('wrong-2-hub', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('The region is missing');
    expect(listOf(out).regions.map(({ id }) => id)).toEqual(['01', '02']);
  });

  it('for official use only is refused', () => {
    const folder = join(root, 'internal');
    cpSync(join(regions, '01'), join(folder, '01'), { recursive: true });
    const file = join(folder, '01/data/latest.json');
    const latest = JSON.parse(readFileSync(file, 'utf8'));
    const manifest = join(folder, '01/data', latest.release, 'manifest.json');
    const text = readFileSync(manifest, 'utf8').replace(/"preset":"\w+"/, '"preset":"internal"');
    writeFileSync(manifest, text);
    const { createHash } = process.getBuiltinModule('node:crypto');
    latest.manifest_sha256 = createHash('sha256').update(text).digest('hex');
    writeFileSync(file, JSON.stringify(latest));
    const { status, stderr, out } = hub('internal-hub', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('for official use only');
    expect(existsSync(out)).toBe(false);
  });

  it('a folder without regions, and a folder that is not ours, are faults', () => {
    expect(hub('none', temporaryFolder()).stderr).toContain('no region');
    const out = join(root, 'foreign');
    cpSync('test/offline', out, { recursive: true });
    const run = hub('foreign');
    expect(run.status).toBe(1);
    expect(statSync(join(out, 'plan.test.ts')).isFile()).toBe(true);
    rmSync(out, { recursive: true });
  });
});

it('every word has a file name that may stand in an address', () => {
  for (const word of ['озерск', 'ё1', '12345', 'я', '🎓x'])
    expect(bucketOf(word)).toMatch(/^[0-9a-f]+(-[0-9a-f]+)?$/);
});

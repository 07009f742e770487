import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SchoolFile } from '../../src/contract/public.ts';
import { damagedFiles } from '../../src/publish/verify.ts';
import { demoRun } from '../demo-run.ts';
import * as set from '../support.ts';

const { lines, other, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

describe('a release', () => {
  it('has the same bytes when made twice, on one thread and on two', { timeout: 300_000 }, async () => {
    const one = await set.run('data/demo', { preset: 'public', threads: 1 });
    // The other one on all cores, by another process where `npm test` has begun with it.
    const two = await demoRun();
    expect(set.fingerprint(two.folder)).toBe(set.fingerprint(one.folder));
  });

  it('has the same tables from shuffled rows', async () => {
    const third = other.replace('sch002', 'sch003');
    const one = await set.run(sourceSet({ 'a.csv': lines(row, other, third) }), { preset: 'public' });
    const shuffled = await set.run(sourceSet({ 'a.csv': lines(third, row, other) }), { preset: 'public' });
    for (const table of [
      'results.parquet',
      'schools.parquet',
      'results.csv',
      'indicators/fail-rate.parquet',
    ]) {
      expect(
        readFileSync(join(shuffled.folder, table)).equals(readFileSync(join(one.folder, table))),
        table,
      ).toBe(true);
    }
  });

  it('is named after its date and content: other data, another name, and the old one stays readable', async () => {
    const first = await set.run(sourceSet({ 'a.csv': lines(row) }));
    const kept = set.fingerprint(first.folder);
    const second = await set.run(sourceSet({ 'a.csv': lines(row, other) }), { out: first.out });
    expect(second.release).toMatch(/^2024-01-01-[0-9a-f]{8}$/);
    expect(second.release).not.toBe(first.release);
    expect(second.manifest.previous_release).toBe(first.release);
    expect(set.fingerprint(first.folder)).toBe(kept);
    expect(readdirSync(first.out).sort()).toEqual([first.release, second.release, 'latest.json'].sort());
  });

  it('made again over a damaged copy is mended, over an intact one is left as it is', async () => {
    const first = await set.run(sourceSet({ 'a.csv': lines(row) }));
    const kept = set.fingerprint(first.out);
    truncateSync(join(first.folder, 'results.parquet'), 100);
    await set.run(sourceSet({ 'a.csv': lines(row) }), { out: first.out });
    expect(set.fingerprint(first.out)).toBe(kept);
  });

  it('lists every file with size, rows and hash, and verify notices a changed byte, a missing and a foreign file', async () => {
    const { folder, manifest, out } = await set.run(sourceSet({ 'a.csv': lines(row, other) }));
    expect(manifest.files.find(({ path }) => path === 'results.parquet')?.rows).toBe(4);
    expect(damagedFiles(folder)).toEqual([]);
    const copy = join(out, 'copy');
    const damageBy = (change: () => void) => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(folder, copy, { recursive: true });
      change();
      return damagedFiles(copy);
    };
    const csv = join(copy, 'results.csv');
    expect(damageBy(() => writeFileSync(csv, readFileSync(csv, 'utf8').replace(',40,', ',41,')))).toEqual([
      { path: 'results.csv', fault: 'file-changed' },
    ]);
    expect(damageBy(() => rmSync(join(copy, 'region.json')))).toEqual([
      { path: 'region.json', fault: 'file-missing' },
    ]);
    expect(damageBy(() => writeFileSync(join(copy, 'x.txt'), ''))).toEqual([
      { path: 'x.txt', fault: 'file-unlisted' },
    ]);
    expect(damageBy(() => rmSync(join(copy, 'manifest.json')))).toEqual([
      { path: 'manifest.json', fault: 'manifest-missing' },
    ]);
  });

  it('never points at a folder that is not finished: what an earlier, killed run left behind is not read', async () => {
    const out = set.temporaryFolder();
    mkdirSync(join(out, '.tmp-1'));
    writeFileSync(join(out, '.tmp-1', 'results.csv'), 'half');
    const { release } = await set.run(sourceSet({ 'a.csv': lines(row) }), { out });
    expect(JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8'))).toMatchObject({ release });
    expect(damagedFiles(join(out, release))).toEqual([]);
  });

  it("has a file for each school with the school's own protected rows only", async () => {
    const { folder, release } = await set.run(sourceSet({ 'a.csv': lines(row, other) }));
    const file = JSON.parse(readFileSync(join(folder, 'schools', 'sch002.json'), 'utf8')) as SchoolFile;
    expect(file).toMatchObject({ release, school: { school_id: 'sch002', name: 'СОШ № 2' } });
    expect(file.results.map(({ entity_id, participants_low }) => [entity_id, participants_low])).toEqual([
      ['sch002', 25],
    ]);
  });

  it('calls no column of its data package required where a table has an empty cell in it', {
    timeout: 180_000,
  }, async () => {
    const { folder } = await demoRun();
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: {
        path: string;
        schema: { fields: { name: string; constraints?: { required?: true } }[]; primaryKey?: string[] };
      }[];
    };
    const empty = resources.flatMap(({ path, schema }) => {
      const required = schema.fields.filter((one) => one.constraints?.required).map(({ name }) => name);
      const never = [...required, ...(schema.primaryKey ?? [])];
      const { data } = Papa.parse<Record<string, string>>(readFileSync(join(folder, path), 'utf8').trim(), {
        header: true,
      });
      return never.filter((name) => data.some((one) => one[name] === '')).map((name) => `${path} ${name}`);
    });
    expect(empty).toEqual([]);
    expect(resources.filter(({ schema }) => schema.primaryKey).length).toBeGreaterThan(15);
  });

  it('describes its CSV tables as a data package whose fields are the headers', async () => {
    const { folder } = await set.run(sourceSet({ 'a.csv': lines(row) }));
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(resources.map(({ path }) => path)).toContain('indicators/fail-rate.csv');
    for (const { path, schema } of resources) {
      const [header] = readFileSync(join(folder, path), 'utf8').split('\n');
      expect(header?.trim().split(',')).toEqual(schema.fields.map(({ name }) => name));
    }
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Preview, serve } from '../../src/cli/serve.ts';
import { demoFolder as site } from '../../src/cli/start.ts';
import type { Latest, Manifest, RegionFile } from '../../src/contract/public.ts';
import { examples } from '../../src/site/api/examples.ts';
import { releasesIn } from '../../src/site/releases.ts';
import { temporaryFolder } from '../support.ts';

const read = <T>(path: string): T => JSON.parse(readFileSync(join(site, path), 'utf8')) as T;
const has = (tool: string, flag = '--version'): boolean => spawnSync(tool, [flag]).status === 0;
const built = existsSync(join(site, 'data/openapi.json'));
if (!built) console.warn('skipped: there is no demo site yet; npm start builds it');

describe.skipIf(!built)('the API of the demo site', () => {
  const release = built ? read<Latest>('data/latest.json').release : '';
  const schema = (name: string) => read<Record<string, unknown>>(`data/schema/${name}.json`);
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/ },
  });
  const valid = (name: string, value: unknown) => {
    const check =
      ajv.getSchema(`/data/schema/${name}.json`) ??
      ajv.compile({ ...schema(name), $id: `/data/schema/${name}.json` });
    return check(value) ? null : check.errors;
  };

  it.each([
    ['latest', 'data/latest.json'],
    ['releases', 'data/releases.json'],
    ['manifest', `data/${release}/manifest.json`],
    ['region', `data/${release}/region.json`],
  ])('%s is what its schema says', (name, path) => {
    expect(valid(name, read(path))).toBeNull();
  });

  it.each([
    ['school', 'schools'],
    ['municipality', 'municipalities'],
  ])('every %s is what its schema says, and a broken one is not', (name, folder) => {
    const files = readdirSync(join(site, 'data', release, folder));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) expect(valid(name, read(`data/${release}/${folder}/${file}`)), file).toBeNull();
    const broken = read<Record<string, unknown>>(`data/${release}/${folder}/${files[0]}`);
    expect(valid(name, { ...broken, release: 'yesterday' })).not.toBeNull();
    expect(valid(name, { ...broken, results: [{ level: 'galaxy' }] })).not.toBeNull();
  });

  it('a description names no file that is not there: OpenAPI, data package, DCAT', () => {
    const { paths } = read<{ paths: Record<string, unknown> }>('data/openapi.json');
    const filled = (path: string) =>
      path
        .replace('{release}', release)
        .replace('{chart}', 'dynamics')
        .replace('{indicator}', 'low-results-share')
        .replace('{table}', 'results')
        .replace(
          '{id}',
          path.includes('municipalities') || path.includes('indicator') ? '09701000' : 'sch981003',
        );
    for (const path of Object.keys(paths)) expect(existsSync(join(site, filled(path))), path).toBe(true);
    const { resources } = read<{ resources: { path: string }[] }>(`data/${release}/datapackage.json`);
    for (const { path } of resources) expect(existsSync(join(site, 'data', release, path)), path).toBe(true);
    const { 'dcat:dataset': entry } = read<{
      'dcat:dataset': { 'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[] };
    }>('data/catalog.jsonld');
    for (const one of entry['dcat:distribution'])
      expect(existsSync(join(site, one['dcat:downloadURL']['@id'])), one['dcat:downloadURL']['@id']).toBe(
        true,
      );
  });

  it('OpenAPI is valid by its own schema, read by a validator that is not ours; a broken one is not', async () => {
    const found = read<{ paths: Record<string, { get: { operationId: string } }>; info: object }>(
      'data/openapi.json',
    );
    const check = async (document: Record<string, unknown>) => {
      const answer = await new Validator().validate(structuredClone(document));
      return answer.valid ? null : answer.errors;
    };
    expect(await check(found)).toBeNull();
    expect(await check({ ...found, paths: { 'data/latest.json': {} } })).not.toBeNull();
    expect(await check({ ...found, info: { title: 'x' } })).not.toBeNull();
    const ids = Object.values(found.paths).map(
      (path: { get: { operationId: string } }) => path.get.operationId,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('the data package is valid by the profile of the Frictionless specification', () => {
    const profile = JSON.parse(readFileSync('test/files/frictionless/tabular-data-package.json', 'utf8'));
    const { $schema: _, ...body } = profile as Record<string, unknown>;
    const check = new Ajv2020({ strict: false, validateFormats: false }).compile(body);
    const found = read<Record<string, unknown>>(`data/${release}/datapackage.json`);
    expect(check(found) ? null : check.errors).toBeNull();
    expect(check({ ...found, resources: [] })).toBe(false);
  });

  it('releases.json lists the releases that are there', () => {
    const { releases } = read<{ releases: { release: string }[] }>('data/releases.json');
    expect(releases.map((one) => one.release)).toEqual(
      releasesIn('.cache/demo/data').map((one) => one.release),
    );
  });

  describe('one-liners', () => {
    let preview: Preview;
    const asked = { procedure: 'oge', subject: 'mathematics', year: 2024 };
    const row = built
      ? read<RegionFile>(`data/${release}/region.json`).results.find(
          (one) =>
            one.procedure === asked.procedure && one.subject === asked.subject && one.year === asked.year,
        )
      : undefined;
    const expected = `${row?.participants_low} ${row?.below_threshold_low}`;
    const codeOf = (tool: string) =>
      examples(preview.address, release, asked).find(({ id }) => id === tool)?.code ?? '';

    beforeAll(async () => {
      preview = await serve(site, 4480);
    });
    afterAll(() => preview.close());

    // The server lives in this process, so the tools must not block it.
    const run = async (tool: string) => {
      const { exec } = await import('node:child_process');
      return new Promise<string>((done, failed) =>
        exec(codeOf(tool), { timeout: 60_000 }, (error, stdout) =>
          error ? failed(error) : done(stdout.trim()),
        ),
      );
    };

    it('ask for something that is there', () => {
      expect(row?.participants_low).toBeGreaterThan(1000);
    });

    for (const [id, tool] of [
      ['r', 'Rscript'],
      ['python', 'python3'],
      ['jq', 'jq'],
    ] as const) {
      const there = has(tool) && (id !== 'jq' || has('curl'));
      if (!there) console.warn(`skipped: the example for ${tool}, which is not installed`);
      it.skipIf(!there)(`${tool} gives the very numbers`, async () => {
        expect(await run(id)).toBe(expected);
      });
    }

    it('DuckDB gives the very numbers from the file that was downloaded, by its own library', async () => {
      const [, address = '', sql = ''] = /^curl -sO (\S+) && duckdb -c "(.+)"$/.exec(codeOf('duckdb')) ?? [];
      const folder = temporaryFolder();
      const answer = await fetch(address);
      writeFileSync(join(folder, basename(address)), new Uint8Array(await answer.arrayBuffer()));
      const instance = await DuckDBInstance.create(':memory:', { file_search_path: folder });
      const connection = await instance.connect();
      const rows = (await connection.runAndReadAll(sql)).getRows();
      connection.closeSync();
      expect(rows.map((cells) => cells.join(' '))).toEqual([expected]);
    });
  });

  it('the manifest says where the ZIP’s files are from: the archive holds every one of them', () => {
    if (!has('python3')) return console.warn('skipped: python3 is not installed, which lists the archive');
    const script = 'import sys,zipfile; print(len(zipfile.ZipFile(sys.argv[1]).namelist()))';
    const listed = execFileSync('python3', ['-c', script, join(site, `data/${release}.zip`)], {
      encoding: 'utf8',
    });
    const { files } = read<Manifest>(`data/${release}/manifest.json`);
    expect(Number(listed)).toBe(files.length + 1);
  });
});

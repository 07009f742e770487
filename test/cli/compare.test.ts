import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { runPipeline } from '../../src/cli/pipeline.ts';
import type { Manifest } from '../../src/contract/public.ts';
import { faultOf, lines, other, row, sourceSet, temporaryFolder } from '../support.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

const methodology = 'data/methodology/default.json';
const publish = (compare: string[]) =>
  runPipeline({
    folder: sourceSet({ 'a.csv': lines(row, other) }),
    out: temporaryFolder(),
    work: temporaryFolder(),
    methodology,
    compare,
    preset: 'internal',
    lang: 'en',
  });

it('publishes a compared methodology with its values, its hash and its rows', async () => {
  const { folder } = await publish(['data/methodology/pooled.json']);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  expect(manifest.methodology.version).toBe('charoda-2023');
  expect(manifest.compared?.map(({ version }) => version)).toEqual(['charoda-2023-pooled']);
  expect(existsSync(join(folder, 'methodology-charoda-2023-pooled.json'))).toBe(true);
  const identification = readFileSync(join(folder, 'identification.csv'), 'utf8');
  expect(identification).toContain('charoda-2023,sch001,2023,not-identified');
  expect(identification).toContain('charoda-2023-pooled,sch001,2023,not-identified');
});

it('refuses two methodologies of one version, and one that is not there', async () => {
  expect(await faultOf(() => publish([methodology]))).toMatchObject({ code: 'same-methodology-version' });
  expect(await faultOf(() => publish(['none.json']))).toMatchObject({ code: 'missing-methodology' });
});

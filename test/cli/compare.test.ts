import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { runPipeline } from '../../src/cli/pipeline.ts';
import type { AuditSummary, Manifest } from '../../src/contract/public.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { faultOf, lines, other, row, sourceSet, temporaryFolder } from '../support.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

const methodology = 'data/methodology/default.json';
const publish = (compare: string[], rows = [row, other], preset: Preset = 'internal') =>
  runPipeline({
    folder: sourceSet({ 'a.csv': lines(...rows) }),
    out: temporaryFolder(),
    work: temporaryFolder(),
    methodology,
    compare,
    preset,
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

it('lets the attack tell each rule set from the subjects and the threshold of its own', async () => {
  const history = 'sch001;СОШ № 1;m1;Первый район;2023;5;История;38;7;13;11;7';
  const { folder } = await publish(['data/methodology/pooled.json'], [row, history, other], 'public');
  const units = readFileSync(join(folder, 'identification_units.csv'), 'utf8');
  expect(units).toContain('charoda-2023,sch001,2023,vpr,mathematics,5,spring,40,40,6,6');
  // Mathematics and history together: 40 + 38 participants, 6 + 7 below the threshold.
  expect(units).toContain('charoda-2023-pooled,sch001,2023,vpr,"",0,spring,78,78,13,13');
  const audit = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8')) as AuditSummary;
  expect(audit.passed).toBe(true);
});

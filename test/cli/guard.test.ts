import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSite } from '../../src/cli/build.ts';
import { languageOf, portOf, systemFault, UsageError } from '../../src/cli/command.ts';
import { exclusively, guardRelease, isOurs } from '../../src/cli/guard.ts';
import * as set from '../support.ts';

const { lines, other, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

describe('folders', () => {
  it('that we did not make are never replaced', async () => {
    const { out } = await set.run(sourceSet({ 'a.csv': lines(row) }), { preset: 'public' });
    const foreign = set.folderWith({ 'keep.txt': 'mine' });
    const fault = await set.faultOf(() => buildSite({ data: out, out: foreign, site: undefined, base: '/' }));
    expect(fault.code).toBe('foreign-folder');
    expect(readFileSync(join(foreign, 'keep.txt'), 'utf8')).toBe('mine');
    const file = join(foreign, 'keep.txt');
    expect((await set.faultOf(async () => isOurs(file, 'x'))).code).toBe('not-a-folder');
  });

  it('of private tables are not replaced either, when they hold something else', async () => {
    const work = set.folderWith({ 'test-set/thesis.docx': 'mine' });
    const fault = await set.faultOf(() => set.run(sourceSet({ 'a.csv': lines(row) }), { work }));
    expect(fault.code).toBe('foreign-folder');
    expect(existsSync(join(work, 'test-set', 'thesis.docx'))).toBe(true);
  });

  it('of releases take one set and one preset: exact counts never lie beside protected ones', async () => {
    const { out } = await set.run(sourceSet({ 'a.csv': lines(row) }), { preset: 'internal' });
    const before = set.fingerprint(out);
    const fault = await set.faultOf(() =>
      set.run(sourceSet({ 'a.csv': lines(row) }), { out, preset: 'public' }),
    );
    expect(fault.code).toBe('mixed-releases');
    expect(set.fingerprint(out)).toBe(before);
    expect((await set.faultOf(async () => guardRelease('public/data', 'any', 'internal'))).code).toBe(
      'internal-into-public',
    );
  });

  it('take one writer at a time; what a dead one left behind is swept away', async () => {
    const out = set.folderWith({ '.lock': '999999999' });
    mkdirSync(join(out, '.tmp-999999999'));
    await exclusively([out], async () => {
      expect(readdirSync(out)).toEqual(['.lock']);
      writeFileSync(join(out, '.lock'), '1');
      expect((await set.faultOf(() => exclusively([out], async () => {}))).code).toBe('busy-folder');
    });
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('comparability', () => {
  it('declared by a source set takes the place of ours and is published with the release', async () => {
    const comparability = [
      { procedure: 'vpr', year: 2023, session: 'spring', group: 'old-scale' },
      {
        procedure: 'vpr',
        year: 2024,
        session: 'spring',
        group: 'new-scale',
        reason: { ru: 'Новая шкала', en: 'New scale' },
      },
    ];
    const later = other.replace(';2023;', ';2024;');
    const { folder } = await set.run(
      sourceSet({ 'a.csv': lines(row, later) }, { 'dataset.json': { ...set.dataset, comparability } }),
    );
    const results = readFileSync(join(folder, 'results.csv'), 'utf8');
    expect(results).toMatch(/sch001,2023,.*old-scale/);
    expect(results).toMatch(/sch002,2024,.*new-scale/);
    expect(readFileSync(join(folder, 'comparability.csv'), 'utf8')).toContain('Новая шкала');
  });
});

describe('calls', () => {
  it('speak Russian unless the environment or --lang asks for English', () => {
    expect(languageOf([], {})).toBe('ru');
    expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('ru');
    expect(languageOf([], { LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(languageOf(['--lang', 'ru'], { LANG: 'en_GB.UTF-8' })).toBe('ru');
    expect(() => languageOf(['--lang', 'de'], {})).toThrow(UsageError);
  });

  it('take ports that exist', () => {
    expect(portOf('4321')).toBe(4321);
    for (const text of ['abc', '0', '99999', '80.5']) expect(() => portOf(text)).toThrow(UsageError);
  });

  it('turn what the system refuses into faults with a place', () => {
    const refused = Object.assign(new Error('x'), { code: 'EACCES', path: '/data/x.csv' });
    expect(systemFault(refused)).toMatchObject({ code: 'no-permission', place: { file: '/data/x.csv' } });
    expect(systemFault(new Error('x'))).toBeUndefined();
  });

  it.each([
    [['scripts/ingest.ts'], 2, /^(назовите одну папку с набором|name one source set folder)/],
    [['scripts/ingest.ts', 'data/demo', '--preset', 'nonsense'], 2, /nonsense/],
    [['scripts/ingest.ts', '/nowhere', '--lang', 'en'], 1, /\/nowhere.*Remedy: /s],
    [
      ['scripts/ingest.ts', 'data/demo', '--methodology', 'none.json', '--lang', 'en'],
      1,
      /none\.json.*methodology/s,
    ],
    [['scripts/verify.ts', '/nowhere', '--lang', 'en'], 1, /no published data/],
    [['scripts/build.ts', '--site', 'notaurl'], 2, /notaurl/],
    [['scripts/preview.ts', '--port', '99999'], 2, /99999/],
    [['scripts/bench.ts', '--only', 'nothing'], 2, /nothing/],
    [['scripts/ingest.ts', '--help'], 0, /npm run ingest/],
  ] as const)('%j ends with %i', (args, status, says) => {
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(run.status).toBe(status);
    expect(run.stdout + run.stderr).toMatch(says);
    expect(run.stderr).not.toMatch(/^\s+at .*\.ts:/m);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadReference, readSubjects } from '../../src/canonical/reference.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { FileProgress } from '../../src/ingest/reader.ts';
import { readSourceSet } from '../../src/ingest/source.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { openNative } from '../../src/query/native.ts';
import * as set from '../support.ts';
import { delimited } from './layouts/make.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const head = ['Логин', 'Код', 'Район', 'Класс', 'Предмет', 'Вариант', 'Журнал', 'Балл'];
const from = (name: string) => ({ from: name });
const profile = {
  table: 'pupils',
  delimiter: ';',
  columns: {
    school_id: from('Логин'),
    municipality_id: { from: 'Район', id_from_name: true },
    municipality_name: from('Район'),
    grade: from('Класс'),
    subject: from('Предмет'),
    journal_mark: from('Журнал'),
    score: from('Балл'),
  },
  constants: { procedure: 'vpr', session: 'spring', year: 2021 },
  filters: [{ from: 'Вариант', drop: ['отсутствовал'], reason: 'absent' }],
  unique: ['Логин', 'Код'],
};

/** Forty pupils of a school and subject, no two files alike. */
const pupils = (school: string, subject: string, seed: number): string =>
  delimited([
    head,
    ...Array.from({ length: 40 }, (_, i) => {
      const score = (i * 7 + seed * 3) % 21;
      const journal = 2 + ((i * 5 + seed) % 4);
      const code = `${seed}4${String(i).padStart(4, '0')}`;
      return [school, code, 'Первый', 4, subject, i % 9 ? '1' : 'отсутствовал', journal, i % 9 ? score : ''];
    }),
  ]);

const files = {
  'a.csv': pupils('sch001', 'Математика', 1),
  'b.csv': pupils('sch002', 'Математика', 2),
  'c.csv': pupils('sch003', 'Русский язык', 3),
};

const folderOf = (more: set.Files = {}): string =>
  set.folderWith({ 'dataset.json': set.dataset, 'profile.json': profile, ...files, ...more });

/** Which files were read, and which were taken as they were. */
async function statesOf(folder: string, cache: string): Promise<Record<string, FileProgress['state']>> {
  const temporary = mkdtempSync(join(tmpdir(), 'dinamika-test-'));
  const engine = await openNative({ memoryLimit: '1GB' });
  const states: Record<string, FileProgress['state']> = {};
  try {
    await loadReference(engine, 'data/reference');
    await ingest(readSourceSet(folder), readSubjects('data/reference'), {
      engine,
      temporary,
      cache: { folder: cache, version: '1' },
      progress: ({ name, state }) => {
        states[name] = state;
      },
    });
    return states;
  } finally {
    await engine.close();
    rmSync(temporary, { recursive: true });
  }
}

/** Rank correlation of scores with the journal in sch001. */
async function rhoOf(work: string): Promise<number | null | undefined> {
  const engine = await openNative();
  const [found] = await engine.query<{ rho: number | null }>(
    `SELECT journal_rho AS rho FROM read_parquet('${join(work, 'test-set', 'results.parquet')}') WHERE school_id = 'sch001'`,
  );
  await engine.close();
  return found?.rho;
}

const allRead = { 'a.csv': 'read', 'b.csv': 'read', 'c.csv': 'read' };
const allUnchanged = { 'a.csv': 'unchanged', 'b.csv': 'unchanged', 'c.csv': 'unchanged' };

describe('a second ingest', () => {
  it('reads only the file that has changed', async () => {
    const cache = set.temporaryFolder();
    const folder = folderOf();
    expect(await statesOf(folder, cache)).toEqual(allRead);
    expect(await statesOf(folder, cache)).toEqual(allUnchanged);
    writeFileSync(join(folder, 'b.csv'), pupils('sch002', 'Математика', 9));
    expect(await statesOf(folder, cache)).toEqual({ ...allUnchanged, 'b.csv': 'read' });
    // What no file uses any more is gone.
    expect(readdirSync(cache)).toHaveLength(3);
  });

  it('reads all of them when the profile has changed, and one when a scale of its work has', async () => {
    const cache = set.temporaryFolder();
    const folder = folderOf();
    await statesOf(folder, cache);
    const scale = 'procedure,subject,grade,year,mark_3,mark_4,mark_5,maximum,source';
    writeFileSync(join(folder, 'scales.txt'), `${scale}\nvpr,russian,4,2021,15,24,33,38,test\n`);
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...set.dataset, scales: 'scales.txt' }));
    expect(await statesOf(folder, cache)).toEqual({ ...allUnchanged, 'c.csv': 'read' });
    writeFileSync(join(folder, 'profile.json'), JSON.stringify({ ...profile, missing: ['', 'X'] }));
    expect(await statesOf(folder, cache)).toEqual(allRead);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 40)],
    [
      'changed in one byte',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        writeFileSync(path, bytes);
      },
    ],
    ['removed', (path: string) => rmSync(path)],
  ])('notices that something kept was %s, and reads the file again', async (_, damage) => {
    const cache = set.temporaryFolder();
    const folder = folderOf();
    await statesOf(folder, cache);
    for (const kind of ['entry.json', 'pupil_scores.parquet']) {
      const path = filesBelow(cache).find((name) => name.endsWith(kind)) ?? '';
      damage(join(cache, path));
      const states = Object.values(await statesOf(folder, cache)).sort();
      expect(states, kind).toEqual(['read', 'unchanged', 'unchanged']);
    }
  });

  it('reads a file again when its pupils must be ranked together with those of a changed one', async () => {
    const more = { 'd.csv': pupils('sch001', 'Математика', 7) };
    const work = set.temporaryFolder();
    const fresh = await set.run(folderOf(more), { cache: false });
    const alone = await set.run(folderOf(), { work });
    const apart = await rhoOf(alone.work);
    const kept = await set.run(folderOf(more), { work });
    const again = await set.run(folderOf(more), { work });
    for (const { folder } of [kept, again])
      expect(set.fingerprint(folder)).toBe(set.fingerprint(fresh.folder));
    const together = await rhoOf(work);
    expect(together).toBe(await rhoOf(fresh.work));
    expect(together).not.toBeNull();
    expect(together).not.toBe(apart);
  });
});

describe('what is kept between ingests', () => {
  it('gives the same published bytes and the same reject.csv as reading everything', async () => {
    const bad = files['a.csv'].replace('Математика;1;', 'Алхимия;1;');
    const accepting = {
      ...set.dataset,
      aliases: 'aliases.csv',
      inputs: [{ ...set.dataset.inputs[0], files: '[a-d].csv', accept_rejected: { 'unknown-subject': 1 } }],
    };
    const aliases = 'alias,school_id\nsch002,sch003\n';
    const folder = folderOf({ 'a.csv': bad, 'dataset.json': accepting, 'aliases.csv': aliases });
    const fresh = await set.run(folder, { cache: false });
    const work = set.temporaryFolder();
    const first = await set.run(folder, { work });
    const second = await set.run(folder, { work });
    for (const { folder: made, work: own } of [first, second]) {
      expect(set.fingerprint(made)).toBe(set.fingerprint(fresh.folder));
      expect(readFileSync(join(own, 'reject.csv'), 'utf8')).toBe(
        readFileSync(join(fresh.work, 'reject.csv'), 'utf8'),
      );
      expect(set.fingerprint(join(own, 'test-set'))).toBe(set.fingerprint(join(fresh.work, 'test-set')));
    }
    expect(first.manifest.sources[0]).toMatchObject({ rows_in: 40, rejected: 1 });
  });

  it('follows a file whose number in the set has changed', async () => {
    const work = set.temporaryFolder();
    await set.run(folderOf(), { work });
    const more = { '0.csv': pupils('sch000', 'Математика', 5) };
    const fresh = await set.run(folderOf(more), { cache: false });
    const kept = await set.run(folderOf(more), { work });
    expect(set.fingerprint(kept.folder)).toBe(set.fingerprint(fresh.folder));
  });

  it('finds the lines of rows that only another file makes wrong', async () => {
    const work = set.temporaryFolder();
    await set.run(set.sourceSet({ 'b.csv': set.lines(set.other, set.row) }), { work });
    const two = set.sourceSet({ 'a.csv': set.lines(set.row), 'b.csv': set.lines(set.other, set.row) });
    expect((await set.faultOf(() => set.run(two, { work }))).code).toBe('rows-rejected');
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('b.csv,3,');
  });

  it('holds sums only: no code, no joint count of score and journal mark, no text of a file', async () => {
    const work = set.temporaryFolder();
    await set.run(folderOf(), { work });
    const kept = join(work, '.read');
    const engine = await openNative();
    for (const name of filesBelow(kept)) {
      expect(readFileSync(join(kept, name)).includes('40007'), name).toBe(false);
      if (!name.endsWith('.parquet')) continue;
      const columns = await engine.query<{ column_name: string }>(
        `SELECT column_name FROM (DESCRIBE FROM read_parquet('${join(kept, name)}'))`,
      );
      const names = columns.map(({ column_name }) => column_name);
      expect(names.includes('score') && names.some((column) => /journal|^j\d/.test(column)), name).toBe(
        false,
      );
    }
    const parquet = filesBelow(kept).filter((name) => name.endsWith('pupil_scores.parquet'));
    expect(parquet).toHaveLength(3);
    const [found] = await engine.query<{ n: number }>(
      `SELECT sum(pupils) AS n FROM read_parquet('${join(kept, '*', '*', 'pupil_scores.parquet')}')`,
    );
    await engine.close();
    expect(found?.n).toBe(3 * 35);
    expect(readdirSync(work).sort()).toEqual(['.read', 'test-set', 'test-set-history']);
  });
});

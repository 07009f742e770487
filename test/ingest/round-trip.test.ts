import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Row } from '../../src/contract/engine.ts';
import { filesBelow, sha256 } from '../../src/publish/files.ts';
import * as set from '../support.ts';
import { stagedOf } from './layouts/run.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** A case: one school with a name out of a hat and the marks of one work. Each is a row of its own with its own key. */
interface Case {
  name: string;
  marks: [number, number, number, number];
  year: number;
  grade: number;
}

const cases = 10_000;

// Quotes, delimiters, both line ends, other alphabets, an emoji, formulas and markup; spaces at the ends are cleaned.
const piece = fc.constantFrom(
  ...[
    'Школа',
    '№ 5',
    '"',
    '""',
    ';',
    ',',
    "'",
    '\n',
    '\r\n',
    ' ',
    'Ё',
    'fé',
    '中',
    '🏫',
    '=1+1',
    '<b>',
    '\\',
    '|',
    'NULL',
    '-',
    '«',
    '»',
    '0',
    'x',
  ],
);
const one: fc.Arbitrary<Case> = fc.record({
  name: fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join('').trim())
    .filter((name) => name !== ''),
  marks: fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60)).filter((marks) => marks.some((n) => n > 0)),
  year: fc.integer({ min: 2018, max: 2025 }),
  grade: fc.integer({ min: 4, max: 8 }),
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const idOf = (i: number): string => `s${String(i).padStart(5, '0')}`;

const rowsOf = (made: readonly Case[]): string[] =>
  made.map(({ name, marks, year, grade }, i) =>
    [
      idOf(i),
      quoted(name),
      'm1',
      'Район',
      year,
      grade,
      'Математика',
      marks.reduce((a, b) => a + b),
      ...marks,
    ].join(';'),
  );

interface Tables {
  schools: Row[];
  results: Row[];
}

/** The checked tables of a file, in the order of schools. */
async function tablesOf(...rows: string[]): Promise<Tables> {
  const { accounts, tables } = await stagedOf(set.sourceSet({ 'a.csv': set.lines(...rows) }));
  expect(accounts).toMatchObject([{ rows_in: cases, published: cases, rejected: 0 }]);
  const sorted = (table: string) =>
    (tables[table] ?? []).toSorted((a, b) => (String(a.school_id) < String(b.school_id) ? -1 : 1));
  return { schools: sorted('schools'), results: sorted('results') };
}

/** The tables written as a file of the same layout again. */
const exported = ({ schools, results }: Tables): string[] =>
  results.map((row, i) =>
    [
      ...[row.school_id, quoted(String(schools[i]?.name)), 'm1', 'Район', row.year, row.grade, 'Математика'],
      ...[row.participants, row.mark_2, row.mark_3, row.mark_4, row.mark_5],
    ].join(';'),
  );

describe('write → ingest → export → ingest', () => {
  it(`gives the same tables for ${cases} generated rows, and every cell that was written`, async () => {
    const made = fc.sample(one, { numRuns: cases, seed: 20261122 });
    const tables = await tablesOf(...rowsOf(made));
    expect(tables.results).toHaveLength(cases);
    for (const [i, { name, marks, year, grade }] of made.entries()) {
      expect(tables.schools[i]).toMatchObject({ school_id: idOf(i), name });
      const [mark_2, mark_3, mark_4, mark_5] = marks;
      const participants = marks.reduce((a, b) => a + b);
      expect(tables.results[i]).toMatchObject({ year, grade, participants, mark_2, mark_3, mark_4, mark_5 });
    }
    expect(await tablesOf(...exported(tables))).toEqual(tables);
  });
});

describe('metamorphic', () => {
  const head = ['Логин', 'Код', 'Класс', 'Предмет', 'Вариант', 'Журнал', 'Балл', 'Отметка'];
  const from = (name: string) => ({ from: name });
  const profile = {
    ...{ table: 'pupils', delimiter: ';', ignore: ['Код'] },
    columns: {
      ...{ school_id: from('Логин'), grade: from('Класс'), subject: from('Предмет') },
      ...{ journal_mark: from('Журнал'), score: from('Балл'), mark: from('Отметка') },
    },
    constants: { procedure: 'vpr', session: 'spring', year: 2023 },
    filters: [{ from: 'Вариант', drop: ['н'], reason: 'absent' }],
  };
  const schools = {
    ...{ table: 'schools', delimiter: ',' },
    columns: { school_id: from('id'), name: from('name'), municipality_id: from('m') },
  };
  const municipalities = {
    table: 'municipalities',
    columns: { municipality_id: from('id'), name: from('name') },
  };
  const dataset = {
    ...set.dataset,
    inputs: [
      { id: 'pupils', files: 'p*.csv', profile: 'pupils.json' },
      { id: 'schools', files: 'schools.csv', profile: 'schools.json' },
      { id: 'municipalities', files: 'municipalities.csv', profile: 'municipalities.json' },
    ],
  };
  let seed = 5;
  const random = (n: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [random(1e9), item] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, item]) => item);
  const pupils = Array.from({ length: 3000 }, (_, i) => {
    const score = random(21);
    const mark = score < 6 ? 2 : score < 10 ? 3 : score < 15 ? 4 : 5;
    const subject = random(2) ? 'Математика' : 'Русский язык';
    return [`s${random(12)}`, i, 4 + random(2), subject, random(9) ? '1' : 'н', 2 + random(4), score, mark];
  });
  const text = (columns: readonly number[], rows: readonly (readonly (string | number)[])[]): string =>
    `${[head, ...rows].map((row) => columns.map((i) => row[i]).join(';')).join('\n')}\n`;
  const straight = head.map((_, i) => i);
  const folderOf = (files: Record<string, string>) =>
    set.folderWith({
      ...files,
      ...{
        'dataset.json': dataset,
        'pupils.json': profile,
        'schools.json': schools,
        'municipalities.json': municipalities,
      },
      'schools.csv': `id,name,m\n${Array.from({ length: 12 }, (_, i) => `s${i},School ${i},m1`).join('\n')}\n`,
      'municipalities.csv': 'id,name\nm1,M\n',
    });

  /** Every published table; the manifest and what quotes it tell the files apart by their hashes. */
  // What tells of the files themselves (how many, with which columns in which order) differs with them.
  const ofFiles = /^input(s|_notes|_columns)\./;
  const tables = (folder: string): [string, string][] =>
    filesBelow(folder)
      .filter((name) => /\.(csv|parquet)$/.test(name) && !ofFiles.test(name))
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]);

  it('rows, columns, files and threads in another order give the same published bytes', async () => {
    const base = await set.run(folderOf({ 'p1.csv': text(straight, pupils) }), { threads: 1 });
    const [half, rest] = [shuffled(pupils), [] as typeof pupils];
    rest.push(...half.splice(0, 1100));
    const variants: Record<string, [Record<string, string>, number]> = {
      rows: [{ 'p1.csv': text(straight, shuffled(pupils)) }, 2],
      columns: [{ 'p1.csv': text(shuffled(straight), pupils) }, 2],
      files: [{ 'p1.csv': text(straight, half), 'p2.csv': text(straight, rest) }, 2],
      'files in another order': [{ 'p2.csv': text(straight, half), 'p1.csv': text(straight, rest) }, 4],
    };
    for (const [what, [files, threads]] of Object.entries(variants)) {
      const { folder } = await set.run(folderOf(files), { threads });
      expect(tables(folder), what).toEqual(tables(base.folder));
      expect(tables(folder).length).toBeGreaterThan(10);
    }
  });
});

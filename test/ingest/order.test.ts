import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { filesBelow, sha256 } from '../../src/publish/files.ts';
import * as set from '../support.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
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
  const tables = (folder: string, without?: RegExp): [string, string][] =>
    filesBelow(folder)
      .filter((name) => /\.(csv|parquet)$/.test(name) && without?.test(name) !== true)
      .map((name) => [name, sha256(readFileSync(join(folder, name)))]);

  /** What is told of the columns of files, but for where in its file each stood. */
  const fates = (folder: string): string[] =>
    readFileSync(join(folder, 'input_columns.csv'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/,p1\.csv,\d+,/, ',p1.csv,'))
      .sort();

  it('rows, columns, files and threads in another order give the same published bytes', async () => {
    const base = await set.run(folderOf({ 'p1.csv': text(straight, pupils) }), { threads: 1 });
    const [half, rest] = [shuffled(pupils), [] as typeof pupils];
    rest.push(...half.splice(0, 1100));
    // Tables that tell of the files themselves differ where the files do, and only there.
    const ofFiles = /^(inputs|input_columns|input_notes)\./;
    const variants: Record<string, [files: Record<string, string>, threads: number, differ?: RegExp]> = {
      rows: [{ 'p1.csv': text(straight, shuffled(pupils)) }, 2],
      columns: [{ 'p1.csv': text(shuffled(straight), pupils) }, 2, /^input_columns\./],
      files: [{ 'p1.csv': text(straight, half), 'p2.csv': text(straight, rest) }, 2, ofFiles],
      'files in another order': [
        { 'p2.csv': text(straight, half), 'p1.csv': text(straight, rest) },
        4,
        ofFiles,
      ],
    };
    for (const [what, [files, threads, differ]] of Object.entries(variants)) {
      const { folder } = await set.run(folderOf(files), { threads });
      expect(tables(folder, differ), what).toEqual(tables(base.folder, differ));
      expect(tables(folder, differ).length).toBeGreaterThan(70);
      if (what === 'columns') expect(fates(folder)).toEqual(fates(base.folder));
    }
  });
});

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FileWatch, roughTime } from '../../src/cli/file-progress.ts';
import { progressWords } from '../../src/i18n/progress.ts';
import type { FileProgress } from '../../src/ingest/reader.ts';
import { lines, row, sourceSet, temporaryFolder } from '../support.ts';

/** A watch with a clock that the test moves. */
function watch(isTerminal: boolean, lang: 'ru' | 'en' = 'en') {
  const shown: string[] = [];
  const clock = { now: 0 };
  const made = new FileWatch({
    words: progressWords[lang],
    isTerminal,
    show: (text) => shown.push(text),
    now: () => clock.now,
  });
  return { made, shown, clock };
}

const step = (
  file: number,
  state: FileProgress['state'],
  more: Partial<FileProgress> = {},
): FileProgress => ({
  ...{ file, files: 4, name: `${file}.xlsx`, bytes: 100, format: 'xlsx', state },
  bytesLeft: { csv: 0, xlsx: (5 - file) * 100 },
  ...more,
});

describe('progress of files', () => {
  it('names the file and, once one has been read, the time that the rest will take', () => {
    const { made, shown, clock } = watch(true);
    made.step(step(1, 'begun'));
    clock.now = 40_000;
    made.step(step(1, 'read'));
    made.step(step(2, 'begun'));
    expect(shown).toEqual([
      'reading files: file 1 of 4: 1.xlsx',
      'reading files: file 2 of 4, about 2 min left: 2.xlsx',
    ]);
  });

  it('expects nothing of a format that it has not read yet, nor learns from files taken as they were', () => {
    const { made, shown, clock } = watch(true);
    made.step(step(1, 'begun', { format: 'csv' }));
    clock.now = 30_000;
    made.step(step(1, 'read', { format: 'csv' }));
    made.step(step(2, 'begun'));
    made.step(step(2, 'unchanged'));
    made.step(step(3, 'begun'));
    expect(shown.at(-2)).toBe('reading files: file 2 of 4: 2.xlsx');
    expect(shown.at(-1)).toBe('reading files: file 3 of 4: 3.xlsx');
    expect(made.told()).toBe('1 read, 1 unchanged');
  });

  it('adds a line to a log every five seconds at most, in Russian too', () => {
    const { made, shown, clock } = watch(false, 'ru');
    for (const n of [1, 2, 3, 4]) {
      made.step(step(n, 'begun'));
      clock.now += 3000;
      made.step(step(n, 'read'));
    }
    expect(shown).toEqual(['чтение файлов: файл 3 из 4, осталось примерно 10 с: 3.xlsx']);
    expect(made.told()).toBe('прочитано: 4');
  });

  it.each([
    [3, '5 s'],
    [17, '20 s'],
    [61, '70 s'],
    [119, '120 s'],
    [150, '3 min'],
  ])('%i seconds are told as %s', (seconds, told) => {
    expect(roughTime(seconds, progressWords.en)).toBe(told);
  });
});

describe('a run', () => {
  it.each([
    ['ru', /✓ чтение файлов: прочитано: 1 \([\d.]+ с\)/, /прочитано: 0, без изменений: 1/],
    ['en', /✓ reading files: 1 read \([\d.]+ s\)/, /0 read, 1 unchanged/],
  ] as const)('tells its stages in %s', (lang, first, second) => {
    const [folder, out, work] = [sourceSet({ 'a.csv': lines(row) }), temporaryFolder(), temporaryFolder()];
    const args = [
      'scripts/ingest.ts',
      folder,
      '--out',
      out,
      '--work',
      work,
      '--preset',
      'internal',
      '--lang',
      lang,
    ];
    const ingest = () => spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(ingest().stdout).toMatch(first);
    expect(ingest().stdout).toMatch(second);
    const again = spawnSync(process.execPath, [...args, '--no-cache'], { encoding: 'utf8' });
    expect(again.stdout).toMatch(first);
  });

  it.each(['ingest', 'build', 'start', 'verify', 'preview', 'bench'])(
    '%s has help in both languages',
    (name) => {
      const help = (lang: string) =>
        spawnSync(process.execPath, [`scripts/${name}.ts`, '--help', '--lang', lang], { encoding: 'utf8' })
          .stdout;
      const flags = (text: string) => text.match(/--[a-z-]+/g);
      expect(help('ru')).toMatch(/язык сообщений/);
      expect(help('en')).not.toMatch(/[а-яё]/i);
      expect(flags(help('ru'))).toEqual(flags(help('en')));
    },
  );
});

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse, UsageError } from '../../src/cli/command.ts';

const caught = (args: string[]): UsageError => {
  try {
    parse(args, { out: { type: 'string' } });
  } catch (error) {
    if (error instanceof UsageError) return error;
  }
  throw new Error('not refused');
};

describe('a wrong call', () => {
  it.each([
    [['--nope'], /нет такого ключа: --nope/, /no such option: --nope/],
    [['--out'], /ключу --out/, /option --out/],
    [['--out', '--lang', 'ru'], /--out/, /--out/],
  ])('%j is told in the language of the user', (args, ru, en) => {
    const error = caught(args);
    expect(error.in('ru')).toMatch(ru);
    expect(error.in('ru')).toMatch(/[а-я]{3}/);
    expect(error.in('en')).toMatch(en);
    expect(error.in('en')).not.toMatch(/[а-я]/i);
  });

  it.each([
    ['ru', /^назовите одну папку с набором/],
    ['en', /^name one source set folder/],
  ])('of ingest in %s ends with code 2 and its usage', (lang, says) => {
    const run = spawnSync(process.execPath, ['scripts/ingest.ts', '--lang', lang], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(run.stderr).toContain('npm run ingest');
  });
});

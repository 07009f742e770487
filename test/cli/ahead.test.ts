import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { workedAhead } from '../../src/cli/ahead.ts';

const data = 'test/files/sample-release';

it('the thread beside the pages makes drawings and notes of every school and municipality, and nothing is left', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'dinamika-ahead-')), 'ahead');
  let made: string[] = [];
  await workedAhead(data, folder, async () => {
    // Eight schools and three municipalities: a drawing and a note in two languages each.
    for (let tries = 0; made.length < 33 && tries < 400; tries++) {
      await setTimeout(50);
      made = readdirSync(folder).filter((name) => name.endsWith('.made'));
    }
  });
  expect(made.length).toBe(33);
  const of = (part: string) => made.filter((name) => name.endsWith(`-${part}.made`)).length;
  expect(['drawings', 'note-ru', 'note-en'].map(of)).toEqual([11, 11, 11]);
  expect(made).toContain('school-oz-001-drawings.made');
  expect(made).toContain('municipality-ozersk-note-en.made');
  expect(existsSync(folder)).toBe(false);
});

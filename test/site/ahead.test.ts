import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { languages } from '../../src/contract/vocabulary.ts';

process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { isTaken, leave } = await import('../../src/site/ahead.ts');
const { schoolEntity } = await import('../../src/site/entity.ts');
const { dynamicsFigure, hasPoints } = await import('../../src/site/figures.ts');
const { journalParts } = await import('../../src/site/journal.ts');
const { marksParts } = await import('../../src/site/marks.ts');
const { school } = await import('../../src/site/release.ts');
const { schoolDrawings } = await import('../../src/site/school-drawings.ts');
const { windowsParts } = await import('../../src/site/windows.ts');
const { isRequired, works } = await import('../../src/site/works.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dinamika-ahead-'));
});
afterEach(() => {
  delete process.env.DINAMIKA_AHEAD;
});

/** Every drawing that the page of a school shows, in both languages. */
const shown = (id: string): string[] =>
  languages.flatMap((lang) => {
    const { results } = school(id);
    const entity = schoolEntity(id, lang);
    return [
      ...works(results)
        .filter((work) => isRequired(work) && hasPoints(work))
        .map((work) => dynamicsFigure(entity, work, lang)),
      ...[...marksParts(results, lang), ...journalParts(results, lang), ...windowsParts(results, lang)].map(
        ({ svg }) => svg,
      ),
    ];
  });

it('a page takes every drawing that was made ahead, and they are those it would have made', () => {
  const own = shown('oz-001');
  expect(own.length).toBeGreaterThan(5);
  const drawings = schoolDrawings('oz-001');
  expect(new Set(Object.values(drawings))).toEqual(new Set(own));
  process.env.DINAMIKA_AHEAD = folder;
  leave(folder, 'oz-001', Object.fromEntries(Object.keys(drawings).map((name) => [name, `ahead: ${name}`])));
  expect(shown('oz-001').every((svg) => svg.startsWith('ahead: '))).toBe(true);
  expect(isTaken(folder, 'oz-001')).toBe(false);
});

it('a school that nobody drew is drawn by its page, which says so to the other thread', () => {
  const own = shown('oz-002');
  process.env.DINAMIKA_AHEAD = folder;
  expect(shown('oz-002')).toEqual(own);
  expect(isTaken(folder, 'oz-002')).toBe(true);
  expect(existsSync(join(folder, 'oz-001.taken'))).toBe(false);
});

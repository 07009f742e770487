import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { languages } from '../../src/contract/vocabulary.ts';

process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { isTaken, leave } = await import('../../src/site/ahead.ts');
const { municipalityEntity, schoolEntity } = await import('../../src/site/entity.ts');
const { dynamicsFigure, hasPoints } = await import('../../src/site/figures.ts');
const { journalParts } = await import('../../src/site/journal.ts');
const { marksParts } = await import('../../src/site/marks.ts');
const { school } = await import('../../src/site/release.ts');
const { noteJson } = await import('../../src/site/note.ts');
const { packedNote, notePage } = await import('../../src/site/packed-note.ts');
const { pageDrawings } = await import('../../src/site/page-drawings.ts');
const { inLanguage } = await import('../../src/charts/every.ts');
const { orderIndicators } = await import('../../src/indicators/catalogue.ts');
const { windowsParts } = await import('../../src/site/windows.ts');
const { isRequired, works } = await import('../../src/site/works.ts');

const oz001 = { level: 'school', id: 'oz-001' } as const;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dinamika-ahead-'));
});
afterEach(() => {
  delete process.env.DINAMIKA_AHEAD;
});

/** Every drawing that the page of a school shows, in both languages; a school without a status has no windows. */
const shown = (id: string): string[] =>
  languages.flatMap((lang) => {
    const { results, status } = school(id);
    const entity = schoolEntity(id);
    return [
      ...works(results)
        .filter((work) => isRequired(work) && hasPoints(work))
        .map((work) => dynamicsFigure(entity, work, lang)),
      ...[
        ...marksParts(results, lang),
        ...journalParts(results, lang),
        ...(status ? windowsParts(results, lang) : []),
      ].map(({ svg }) => svg),
    ];
  });

/** Begins another page: drawings of one are kept until then. */
const leaf = (): unknown => shown('za-001');

it('a page takes every drawing that was made ahead, and they are those it would have made', () => {
  const own = shown('oz-001');
  expect(own.length).toBeGreaterThan(5);
  const drawings = pageDrawings(oz001);
  const made = Object.values(drawings);
  expect(new Set(languages.flatMap((lang) => made.map((svg) => inLanguage(svg, lang))))).toEqual(
    new Set(own),
  );
  leaf();
  process.env.DINAMIKA_AHEAD = folder;
  const others = Object.keys(drawings).map((name) => [name, `ahead: ${name}`]);
  leave(folder, oz001, 'drawings', JSON.stringify(Object.fromEntries(others)));
  expect(shown('oz-001').every((svg) => svg.startsWith('ahead: '))).toBe(true);
  expect(isTaken(folder, oz001, 'drawings')).toBe(false);
});

it('a school that nobody drew is drawn by its page, which says so to the other thread', () => {
  const own = shown('oz-002');
  leaf();
  process.env.DINAMIKA_AHEAD = folder;
  expect(shown('oz-002')).toEqual(own);
  expect(isTaken(folder, { level: 'school', id: 'oz-002' }, 'drawings')).toBe(true);
  expect(isTaken(folder, oz001, 'drawings')).toBe(false);
});

it('a municipality is drawn ahead as its page draws it', () => {
  const entity = municipalityEntity('ozersk');
  const own = languages.flatMap((lang) => marksParts(entity.rows, lang).map(({ svg }) => svg));
  expect(own.length).toBeGreaterThan(0);
  const made = Object.values(pageDrawings({ level: 'municipality', id: 'ozersk' }));
  const told = languages.flatMap((lang) => made.map((svg) => inLanguage(svg, lang)));
  expect(told).toEqual(expect.arrayContaining(own));
});

it('a note is taken as it was made ahead, else made and said to be taken', () => {
  const own = packedNote(oz001, orderIndicators, 'en');
  process.env.DINAMIKA_AHEAD = folder;
  leave(folder, oz001, 'note-ru', Buffer.from('made ahead'));
  expect(notePage(oz001, orderIndicators, 'ru').toString()).toBe('made ahead');
  expect(notePage(oz001, orderIndicators, 'en')).toEqual(own);
  expect([isTaken(folder, oz001, 'note-ru'), isTaken(folder, oz001, 'note-en')]).toEqual([false, true]);
  expect(JSON.parse(gunzipSync(own).toString())).toEqual(noteJson(oz001, orderIndicators, 'en'));
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Packer } from 'docx';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { Section } from '../../src/contract/blocks.ts';
import type { ResultRow } from '../../src/contract/public.ts';
import type { View } from '../../src/explorer/ask.ts';
import type { School } from '../../src/explorer/brush.ts';
import type { NoteConfig } from '../../src/explorer/note/config.ts';
import { noteDocument } from '../../src/explorer/note/document.ts';
import { readRequest, writeRequest } from '../../src/explorer/note/request.ts';
import { Sheet } from '../../src/explorer/note/sheet.ts';
import { viewNote } from '../../src/explorer/note/view-note.ts';
import { noTraits } from '../../src/explorer/traits.ts';
import { messages } from '../../src/i18n/index.ts';
import { viewMessages } from '../../src/i18n/pages-views.ts';
import { convert, office } from '../office.ts';

const { document, DOMParser } = parseHTML('<!doctype html><body></body>') as unknown as Window &
  typeof globalThis;

beforeAll(() => {
  Object.assign(globalThis, { document, DOMParser });
});
afterAll(() => {
  for (const name of ['document', 'DOMParser']) Reflect.deleteProperty(globalThis, name);
});

const part = (id: string): Section => ({ id, title: id, blocks: [{ kind: 'text', text: `${id} ____` }] });

const config = {
  ...{ lang: 'ru', messages: messages('ru').explorer, views: viewMessages('ru'), region: 'регион' },
  ...{ threshold: 0.3, minParticipants: 10, municipalities: [{ id: 'm', name: 'Озёрский район' }] },
  options: { subjects: { mathematics: 'математика' }, grades: { '': 'все классы', '5': '5 класс' } },
  choices: {
    procedure: { vpr: 'ВПР' },
    ...{ cluster: {}, type: {}, small: {}, programme: {}, from: {}, to: {} },
    locality: { rural: 'сельская' },
    status: { identified: 'с низкими результатами' },
  },
  fields: { procedure: 'Процедура', subject: 'Предмет', grade: 'Класс', municipality: 'Муниципалитет' },
  sources: part('sources'),
  method: part('method'),
  proposals: part('proposals'),
} as unknown as NoteConfig;

const row = (level: ResultRow['level'], year: number, below: number, total: number): ResultRow =>
  ({
    ...{ level, entity_id: 'x', year, procedure: 'vpr', subject: 'mathematics', grade: 5 },
    ...{ session: 'spring', comparability: 'a', protection: 'none' },
    ...{ participants_low: total, participants_high: total },
    ...{ below_threshold_low: below, below_threshold_high: below },
  }) as ResultRow;

const school = (name: string, state: School['state'], more: Partial<School> = {}): School => ({
  ...{ school_id: name, name, municipality_id: 'm', municipality: 'Озёрский район', latitude: null },
  ...{ longitude: null, year: 2025, participants_low: 40, participants_high: 40, below_threshold_low: 20 },
  ...{ below_threshold_high: 20, cluster: '2', state, state_before: null, wellbeing: 45 },
  ...{ type: 'basic', locality: 'rural', small_school: false, programme: false },
  ...{ share: { low: 0.5, high: 0.5 }, participants: { low: 40, high: 40 }, change: null },
  ...more,
});

const improved = { low: -0.2, high: -0.2, year: 2024, verdict: 'improved' as const };
const view: View = {
  selection: { procedure: 'vpr', subject: 'mathematics', grade: null, municipality: '' },
  traits: { ...noTraits, status: 'identified', locality: 'rural', share: { from: 30, to: 100 } },
  rows: [row('school', 2024, 40, 80), row('school', 2025, 30, 80), row('region', 2025, 100, 1000)],
  rates: [
    {
      ...{ entity_id: 'm', name: 'Озёрский район', year: 2025, participants_low: 200 },
      ...{ participants_high: 200, below_threshold_low: 50, below_threshold_high: 50 },
    },
  ],
  chosen: 'выбранные школы (2)',
  schools: [
    school('Школа № 10', 'identified', { change: improved }),
    school('Школа № 2', 'identified'),
    school('Школа № 3', 'not-identified'),
    school('Школа № 4', 'identified', { share: { low: 0.1, high: 0.1 } }),
  ],
};
const address = 'https://example.org/explore/?procedure=vpr&status=identified';
const note = () => viewNote(view, config, address);
/** Everything said in words; the markup of figures left out. */
const textOf = (sections: readonly Section[]): string =>
  JSON.stringify(sections, (key, value) => (key === 'wide' ? '' : value));

describe('the address of a note', () => {
  it('is read as it was written', () => {
    for (const request of [
      { of: 'region' } as const,
      { of: 'school', id: 'sch 1&of=x' } as const,
      { of: 'municipality', id: '09701000' } as const,
    ])
      expect(readRequest(new URLSearchParams(writeRequest(request)))).toEqual({ request, problems: [] });
  });

  it('whatever stands in it, is a note on somebody, and what was not understood is named', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.string(), fc.string(), (query, of, id) => {
        const params = new URLSearchParams(query);
        params.set('of', of);
        params.set('id', id);
        const { request, problems } = readRequest(params);
        const known = ['region', 'municipality', 'school', 'view'].includes(of);
        expect(request.of === of || problems.length === 1).toBe(true);
        if (!known) expect(problems[0]?.value).toBe(of);
      }),
    );
    expect(readRequest(new URLSearchParams('of=school')).problems[0]?.value).toBe('id=');
  });

  it('of a view keeps the explorer’s own part', () => {
    const { request } = readRequest(new URLSearchParams('of=view&procedure=oge&share=30..60'));
    expect(request.of === 'view' && request.search.toString()).toBe('procedure=oge&share=30..60');
  });
});

describe('the note on a view', () => {
  it('says what was chosen, how many schools that is, and what their results are', () => {
    const text = textOf(note().sections);
    for (const said of [
      'Предмет: математика',
      'Муниципалитет: весь регион',
      'Местность: сельская',
      'Статус школы: с низкими результатами',
      'Не преодолели порог, %: от 30 до 100',
      'Школ, подходящих под условия: 2;',
      'улучшение подтверждено — 1, ухудшение подтверждено — 0, ясного изменения нет — 0, сказать нельзя или сравнить не с чем — 1',
      'Выбранные школы (2): в 2025 году порог не преодолели 38\u00a0% участников (30 из 80)',
      'Регион: в 2025 году порог не преодолели 10,0\u00a0% участников (100 из 1\u00a0000)',
      address,
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('lists the chosen schools alone, by name, № 2 before № 10, and draws them', () => {
    const section = note().sections.find(({ id }) => id === 'schools');
    const list = section?.blocks.find(
      (block) => block.kind === 'table' && block.table.label === 'школы выборки',
    );
    expect(list?.kind === 'table' && list.table.rows.map(([name]) => name)).toEqual([
      'Школа № 2',
      'Школа № 10',
    ]);
    const figures = note().sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'figure'));
    expect(figures).toHaveLength(5);
    for (const block of figures) expect(block.kind === 'figure' && block.wide.startsWith('<svg')).toBe(true);
  });

  it('of nothing says so and has no tables of schools', () => {
    const empty = viewNote({ ...view, rows: [], rates: [], schools: [], chosen: '' }, config, address);
    expect(textOf(empty.sections)).toContain('Под условия не подходит ни одна школа.');
    const blocks = empty.sections.flatMap((section) => section.blocks);
    expect(blocks.filter(({ kind }) => kind === 'table' || kind === 'figure')).toEqual([]);
  });

  it('sets names as texts: markup in them stays text, on the page as in the document', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const made = viewNote({ ...view, schools: [school(hostile, 'identified')] }, config, address);
    const sheet = document.createElement('div');
    sheet.append(new Sheet(document, 'ru').draw(made));
    expect(sheet.querySelector('img')).toBeNull();
    expect(sheet.textContent).toContain(hostile);
  });
});

/** A dot, in place of a browser's canvas. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const file = async () =>
  Packer.toBuffer(await noteDocument(note(), 'ru', async () => ({ png: dot, width: 600, height: 300 })));

describe('its document', () => {
  it('has every table and figure of the sheet, with the same captions', async () => {
    let xml = '';
    const source = await fromBufferPromise(await file());
    for await (const one of source.eachEntry())
      if (one.fileName === 'word/document.xml')
        xml = (await buffer(await source.openReadStreamPromise(one))).toString('utf8');
    const sheet = document.createElement('div');
    sheet.append(new Sheet(document, 'ru').draw(note()));
    const captions = [...sheet.querySelectorAll('caption, figcaption')].map(({ textContent }) => textContent);
    expect(captions.filter((text) => text?.startsWith('Рисунок'))).toHaveLength(5);
    expect(captions.filter((text) => text?.startsWith('Таблица'))).toHaveLength(3);
    for (const caption of captions) expect(xml).toContain(caption);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  });

  it.skipIf(!office)('opens in LibreOffice and is printed on A4', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-view-note-'));
    try {
      const path = join(folder, 'note.docx');
      writeFileSync(path, await file());
      convert(path, 'txt:Text (encoded):UTF8');
      const text = readFileSync(join(folder, 'note.txt'), 'utf8');
      expect(text).toContain('АНАЛИТИЧЕСКАЯ СПРАВКА');
      expect(text).toContain('Школа № 10');
      expect(text).toMatch(/Таблица 3 — /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

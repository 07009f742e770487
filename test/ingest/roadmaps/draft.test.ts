import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { checkStaged } from '../../../src/canonical/check.ts';
import { loadReference, readSubjects } from '../../../src/canonical/reference.ts';
import { runInspect } from '../../../src/cli/inspect.ts';
import { describeFault } from '../../../src/i18n/faults.ts';
import { documentTables } from '../../../src/ingest/docx/document.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { draftRoadmap } from '../../../src/ingest/roadmaps/draft.ts';
import { readTables } from '../../../src/ingest/roadmaps/draft-read.ts';
import { readSourceSet } from '../../../src/ingest/source.ts';
import { openNative } from '../../../src/query/native.ts';
import { dataset, faultOf, folderWith, lines, row, sourceSet, temporaryFolder } from '../../support.ts';
import { zip } from '../xlsx/write.ts';
import { documentOf } from './draft-documents.ts';

let told: string[] = [];
beforeEach(() => {
  told = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => told.push(text));
});
afterEach(() => vi.restoreAllMocks());
const output = (): string => told.join('\n');

const header = [
  '№ п/п',
  'Мероприятие',
  'Сроки исполнения',
  'Ответственный исполнитель',
  'Форма',
  'Ожидаемый результат',
];
const order = await documentOf([
  'Дорожная карта на 2024 год',
  '1. Муниципальный уровень',
  [
    header,
    ['1', '2', '3', '4', '5', '6'],
    [{ text: 'Раздел 1. Управление', columns: 6 }],
    ['1.1', 'Разработать\nкарту', 'до 20 февраля', 'Иванова И.И., методист', 'приказ', '- приказ издан'],
    ['1.2', 'Семинары', 'ежеквартально', { text: 'центр развития', rows: true }, 'семинар', ''],
    ['1.3', { text: 'Стажировки', rows: true }, 'март', null, 'стажировка', '=4 стажировки'],
    ['', null, 'октябрь', null, 'выезд', ''],
  ],
  '2. Школьный уровень',
  [header, ['1.1.', 'Диагностика', 'по плану', 'Петрова Анна Ивановна', '', 'справка']],
]);

async function drafted(bytes: Uint8Array, name = 'Карта.docx') {
  const { tables } = await readTables(join(folderWith({ [name]: bytes }), name));
  return draftRoadmap(tables);
}

describe('a road map in a Word document', () => {
  it('is read with its levels, sections, merged cells and numbers; names of people are taken out', async () => {
    const { items, named, renumbered, tables, levelAssumed, unread } = await drafted(order);
    expect({ named, renumbered, tables, levelAssumed, unread }).toEqual({
      named: 2,
      renumbered: 1,
      tables: 2,
      levelAssumed: 0,
      unread: 0,
    });
    expect(items.map(({ item, level, section }) => [item, level, section])).toEqual([
      ['1.1', 'municipality', 'Раздел 1. Управление'],
      ['1.2', 'municipality', 'Раздел 1. Управление'],
      ['1.3', 'municipality', 'Раздел 1. Управление'],
      ['1.1-2', 'school', ''],
    ]);
    expect(items[0]).toMatchObject({
      title: 'Разработать карту',
      responsible_role: 'методист',
      expected_result: 'приказ издан',
    });
    // A role that spans rows is everyone's; an activity that spans rows is one.
    expect(items[2]).toMatchObject({
      period_text: 'март; октябрь',
      responsible_role: 'центр развития',
      form: 'стажировка; выезд',
      expected_result: '4 стажировки',
    });
    expect(items[3]).toMatchObject({ responsible_role: '', period_text: 'по плану' });
  });

  it('inspect tells what was understood, periods read and kept as text, and that names went', async () => {
    await runInspect([join(folderWith({ 'Карта.docx': order }), 'Карта.docx')], { force: false, lang: 'ru' });
    const text = output();
    expect(text).toContain('дорожная карта; документ Word; таблиц с её заголовком 2; мероприятий 4');
    expect(text).toContain('карта на дни: 2024-01-01 … 2024-12-31');
    expect(text).toContain('1.1: «до 20 февраля» → 2024-02-20; once');
    expect(text).toMatch(/1\.1-2: «по плану» — правила для такой записи нет/);
    expect(text).toContain('имена людей убраны, оставлены должности; мероприятий: 2');
    expect(text).not.toMatch(/Иванов|Петров/);
  });

  it('comes down to files that a source set ingests as they are', async () => {
    const folder = temporaryFolder();
    await runInspect([join(folderWith({ 'Карта.docx': order }), 'Карта.docx')], {
      write: folder,
      force: false,
      lang: 'en',
    });
    const drafts = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    const printed = /inputs for dataset\.json: (.*)$/m.exec(output())?.[1] ?? '';
    const inputs = [
      ...dataset.inputs.map((input) => ({ ...input, files: 'a.csv' })),
      ...JSON.parse(`[${printed}]`),
    ];
    const set = readSourceSet(
      sourceSet({ 'a.csv': lines(row) }, { ...drafts, 'dataset.json': { ...dataset, inputs } }),
    );
    const engine = await openNative();
    try {
      await loadReference(engine, 'data/reference');
      const effects = { engine, temporary: temporaryFolder(), progress: () => {} };
      await ingest(set, readSubjects('data/reference'), effects);
      await checkStaged(engine);
      expect(
        await engine.query(
          'SELECT item, level, CAST(ends AS VARCHAR) AS ends, recurrence FROM staged_roadmaps ORDER BY position',
        ),
      ).toEqual([
        { item: '1.1', level: 'municipality', ends: '2024-02-20', recurrence: 'once' },
        { item: '1.2', level: 'municipality', ends: '2024-12-31', recurrence: 'quarterly' },
        { item: '1.3', level: 'municipality', ends: null, recurrence: 'on-demand' },
        { item: '1.1-2', level: 'school', ends: null, recurrence: 'on-demand' },
      ]);
      expect(await engine.query('SELECT count(*) AS n FROM rejections')).toEqual([{ n: 0 }]);
    } finally {
      await engine.close();
    }
    const again = faultOf(() =>
      runInspect([join(folderWith({ 'Карта.docx': order }), 'Карта.docx')], {
        write: folder,
        force: false,
        lang: 'en',
      }),
    );
    expect((await again).code).toBe('draft-exists');
  });

  it('a second half without a header goes on; a table of something else is counted, not read', async () => {
    const { items, unread, renumbered, levelAssumed } = await drafted(
      await documentOf([
        [header.slice(1, 5), ['А', 'май 2024', 'отдел', '']],
        [['Б', 'июнь 2024', 'отдел', '']],
        'Состав рабочей группы',
        [
          ['председатель', 'начальник управления'],
          ['секретарь', 'методист'],
        ],
      ]),
    );
    expect(items.map(({ title, item }) => [item, title])).toEqual([
      ['1', 'А'],
      ['2', 'Б'],
    ]);
    expect({ unread, renumbered, levelAssumed }).toEqual({ unread: 2, renumbered: 2, levelAssumed: 2 });
  });

  it.each([
    ['Наименование мероприятия', 'Срок реализации', 'Исполнители', 'Итоговый документ'],
    ['Содержание деятельности', 'Дата проведения', 'Ответственные лица', 'Планируемые результаты'],
    ['Мероприятия', 'Период', 'Ответственный', 'Показатель'],
    ['Наименование', 'Сроки', 'Ответственные за исполнение', 'Вид документа'],
  ])('the headers %s | %s | %s | %s are known', async (...names) => {
    const { items } = await drafted(await documentOf([[names, ['Семинар', 'май', 'центр', 'приказ']]]));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'Семинар', period_text: 'май', responsible_role: 'центр' });
  });
});

const sheet = (value: string, more: object = {}) => ({ value, ...more });
const workbook = async (rows: readonly unknown[][]): Promise<Buffer> => {
  // biome-ignore lint/suspicious/noExplicitAny: the library's types ask for one of many shapes
  const made: any = await (writeExcel as any)(rows, {});
  return made.toBuffer();
};

describe('a road map in a workbook', () => {
  it('is read from the sheet with its header, sections merged across', async () => {
    const bytes = await workbook([
      [sheet('План мероприятий на 2023-2024 учебный год', { span: 4 }), null, null, null],
      [],
      ['№', 'Мероприятие', 'Срок', 'Ответственные'].map((text) => sheet(text)),
      [sheet('Для общеобразовательных организаций', { span: 4 }), null, null, null],
      ['1', 'Анализ ВПР', 'в течение учебного года', 'Сидоров П. П., директор школы'].map((text) =>
        sheet(text),
      ),
      ['2', 'Консультации', 'ежемесячно', 'учителя'].map((text) => sheet(text)),
    ]);
    const path = join(folderWith({ 'план.xlsx': bytes }), 'план.xlsx');
    await runInspect([path], { force: false, lang: 'en' });
    expect(output()).toContain('road map; Excel workbook; tables with its header 1; activities 2');
    expect(output()).toContain('road map for the days: 2023-09-01 … 2024-08-31');
    const { data } = Papa.parse<string[]>(
      /draft plan\.csv:\n([\s\S]*?)\n {2}draft/.exec(output())?.[1] ?? '',
    );
    expect(data[1]).toEqual([
      '1',
      'school',
      'Для общеобразовательных организаций',
      'Анализ ВПР',
      'в течение учебного года',
      'директор школы',
    ]);
  });

  it('a workbook of results is not taken for one', async () => {
    const bytes = await workbook([
      ['№ п/п', 'Наименование ОО', 'Дата проведения', 'Результат'].map((text) => sheet(text)),
      ['1', 'СОШ № 1', '12.03.2024', '40'].map((text) => sheet(text)),
    ]);
    const path = join(folderWith({ 'r.xlsx': bytes }), 'r.xlsx');
    expect((await readTables(path)).tables).toEqual([]);
  });
});

describe('wrong input', () => {
  const fault = async (bytes: Uint8Array | string, name = 'a.docx') =>
    faultOf(() => runInspect([join(folderWith({ [name]: bytes }), name)], { force: false, lang: 'ru' }));
  const body = (xml: string) =>
    `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${xml}</w:body></w:document>`;
  const rels = {
    name: '_rels/.rels',
    data: '<Relationships xmlns="r"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
  };
  const made = (xml: string, more: object = {}) =>
    zip([rels, { name: 'word/document.xml', data: xml, ...more }]);
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]);

  it.each([
    [
      'no-roadmap-table',
      documentOf([
        'Только текст',
        [
          ['а', 'б'],
          ['в', 'г'],
        ],
      ]),
    ],
    ['encrypted-document', compound('EncryptedPackage')],
    ['old-document', compound('WordDocument')],
    ['not-a-document', 'просто текст'],
    ['not-a-document', zip([{ name: 'a.txt', data: 'x' }])],
    ['damaged-document', Buffer.from('PK\x03\x04 и больше ничего')],
    ['damaged-document', made(body('<w:tbl>'))],
    [
      'damaged-document',
      made(body('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr></w:tbl>')),
    ],
    ['damaged-document', made(`<!DOCTYPE a [<!ENTITY b "c">]>${body('')}`)],
    ['document-too-large', made(body(`<w:p>${' '.repeat(3_000_000)}</w:p>`))],
    ['document-too-large', made(body(''), { declared: 2 ** 25 })],
    [
      'cell-too-long',
      made(
        body(
          `<w:tbl><w:tr><w:tc><w:p><w:t>${'слово и дело № '.repeat(3000)}</w:t></w:p></w:tc></w:tr></w:tbl>`,
        ),
      ),
    ],
  ])('%s: told with what to do', async (code, bytes) => {
    const found = await fault(await bytes);
    expect(found.code).toBe(code);
    expect(describeFault(found, 'ru')).toContain('a.docx');
    expect(describeFault(found, 'ru')).not.toMatch(/\{\w+\}|книг/);
  });

  it('deleted text, text repeated for old readers and a table in a cell do no harm', async () => {
    const cell = (xml: string) => `<w:tc><w:p>${xml}</w:p></w:tc>`;
    const text = (value: string) => `<w:r><w:t>${value}</w:t></w:r>`;
    const cells = (...values: string[]) =>
      `<w:tr>${values.map((value) => cell(text(value))).join('')}</w:tr>`;
    const inner = `<w:tc><w:tbl><w:tr>${cell(text('внутри'))}</w:tr></w:tbl><w:p/></w:tc>`;
    const xml = body(`<w:tbl>${cells('Мероприятие', 'Срок', 'Ответственный')}<w:tr>
      ${cell(`${text('Семинар')}<w:del><w:r><w:delText>старый</w:delText></w:r></w:del><mc:Fallback>${text('повтор')}</mc:Fallback>`)}
      ${inner}${cell(text('центр'))}</w:tr></w:tbl>`);
    const path = join(temporaryFolder(), 'a.docx');
    writeFileSync(path, made(xml));
    const { items } = draftRoadmap((await documentTables(path)) ?? []);
    expect(
      items.map(({ title, period_text, responsible_role }) => [title, period_text, responsible_role]),
    ).toEqual([['Семинар', 'внутри', 'центр']]);
  });
});

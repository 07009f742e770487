import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runInit } from '../../src/cli/init.ts';
import { runInspect } from '../../src/cli/inspect.ts';
import { datasetSchema } from '../../src/contract/dataset.ts';
import { profileSchema } from '../../src/contract/profile.ts';
import { describeFault } from '../../src/i18n/faults.ts';
import { withoutPersonal } from '../../src/ingest/sheet.ts';
import { sheetToCsv } from '../../src/ingest/xlsx/workbook.ts';
import { faultOf, folderWith, temporaryFolder } from '../support.ts';
import { fixtures } from './layouts/fixtures.ts';
import { stagedOf } from './layouts/run.ts';

let told: string[] = [];
beforeEach(() => {
  told = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => told.push(text));
});
afterEach(() => vi.restoreAllMocks());

const output = (): string => told.join('\n');
const options = { force: false, lang: 'en' } as const;

const fileOf = (layout: string, extension = '.xlsx'): [string, Uint8Array | string] => {
  const found = Object.entries(fixtures[layout] ?? {}).find(([name]) => name.endsWith(extension));
  if (!found) throw new Error(layout);
  return [found[0], found[1] as Uint8Array];
};

async function inspected(layout: string, extension?: string): Promise<string> {
  const [name, bytes] = fileOf(layout, extension);
  await runInspect([join(folderWith({ [name]: bytes }), name)], options);
  return output();
}

describe('inspect', () => {
  it('names layout, confidence, where year, subject and grade were read, and what would become of the rows', async () => {
    const text = await inspected('vpr-2021');
    expect(text).toContain('layout: vpr-2021 (VPR, results of pupils, form of 2021), confidence 100 %');
    expect(text).toContain('year = 2021 ← file name: «2021»');
    expect(text).toContain('subject = mathematics ← file name: «математике»');
    expect(text).toContain('rows 7 = usable 6 + excluded 1 (absent 1) + rejected 0');
  });

  it('shows how a text is written', async () => {
    expect(await inspected('vpr-2021-text', '.csv')).toMatch(
      /text; encoding utf-8; delimiter ;; .*header in row 1/,
    );
  });

  it('shows no value of a pupil, and no name', async () => {
    const text = await inspected('exam-centre');
    expect(text).toContain('010101');
    expect(text).not.toMatch(/Вымышленный|Иванович|345678/);
  });

  it('masks cells under personal headers also where the layout is not known', async () => {
    const csv = 'Код школы;Участников;Заметка;ФИО\nsch1;10;тайна;Петров Пётр\n';
    await runInspect([join(folderWith({ 'x.csv': csv }), 'x.csv')], options);
    expect(output()).toContain('sch1');
    expect(output()).not.toMatch(/Петров|тайна/);
  });

  it('writes a draft that is a valid profile, and never over another file', async () => {
    const [name, bytes] = fileOf('vpr-2021');
    const path = join(folderWith({ [name]: bytes }), name);
    const write = temporaryFolder();
    await runInspect([path], { ...options, write });
    const [written] = told.flatMap((text) => /written: (.*)$/.exec(text)?.[1] ?? []);
    const draft: unknown = JSON.parse(readFileSync(written ?? '', 'utf8'));
    expect(profileSchema.parse(draft)).toMatchObject({
      table: 'pupils',
      constants: { year: 2021, grade: 4 },
    });
    const fault = await faultOf(() => runInspect([path], { ...options, write }));
    expect(fault.code).toBe('draft-exists');
    expect(describeFault(fault, 'ru')).toContain('--force');
    await runInspect([path], { ...options, write, force: true });
  });

  it('tells rules that rows would break, with their remedies', async () => {
    const [name, text] = fileOf('vpr-2021-text', '.csv');
    const path = join(folderWith({ [name]: String(text).replace(';1;5;', ';1;99;') }), name);
    await runInspect([path], options);
    expect(output()).toMatch(/rejected 1 \(score-above-maximum 1\)/);
    expect(output()).toMatch(/score-above-maximum: the score is above .* — correct/);
  });

  it('says why a file cannot be read at all', async () => {
    const [name, text] = fileOf('vpr-2021-text', '.csv');
    const path = join(folderWith({ [name.replace('2021', '2025')]: text }), name.replace('2021', '2025'));
    await runInspect([path], options);
    expect(output()).toMatch(/cannot be read: .*no scale/);
  });

  it('of a file that is not there: fault and remedy', async () => {
    expect(await faultOf(() => runInspect(['/nowhere.csv'], options))).toMatchObject({
      code: 'missing-file',
    });
  });
});

describe('init', () => {
  const mixed = (): Record<string, Uint8Array | string> =>
    Object.fromEntries(
      ['vpr-2021', 'vpr-2022', 'parts', 'marks-long', 'exam-centre'].map((layout) => fileOf(layout)),
    );

  it('makes a source set of mixed files that ingest reads without another word', async () => {
    const folder = folderWith(mixed());
    await runInit(folder, options);
    const dataset = datasetSchema.parse(JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8')));
    expect(dataset.inputs.map(({ profile }) => profile).sort()).toEqual(
      [
        'builtin:exam-centre',
        'builtin:marks-long',
        'builtin:marks-native',
        'builtin:vpr-2021',
        'builtin:vpr-2022',
      ].sort(),
    );
    expect(output()).toMatch(/ВПР 2021\.xlsx: another file has the same work.*Статистика/);
    const { inputs } = dataset;
    const pupils = inputs.filter(({ profile }) => profile.startsWith('builtin:vpr'));
    expect(pupils).toMatchObject([
      { constants: { year: 2022, subject: 'russian', grade: 5, session: 'autumn', written_in_grade: 6 } },
      { constants: { year: 2021, subject: 'mathematics', grade: 4, session: 'spring' } },
    ]);
    const kept = { ...dataset, inputs: inputs.filter(({ profile }) => /vpr|native/.test(profile)) };
    kept.inputs = kept.inputs.filter(({ id }) => !id.startsWith('marks'));
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify(kept));
    const { tables } = await stagedOf(folder);
    expect(tables.results).toHaveLength(3);
  });

  it('lists what a person must decide: missing scales, unknown layouts, unreadable and identical files', async () => {
    const [school, form] = fileOf('vpr-school');
    const folder = folderWith({
      [school]: form,
      'копия.xlsx': form,
      'плохой.csv': '%PDF-1.7',
      'заметки.txt': 'позвонить директору\nдо пятницы\n',
    });
    await runInit(folder, options);
    expect(output()).toMatch(/no scale.*vpr,mathematics,6,2025/);
    expect(output()).toMatch(/копия\.xlsx: the same bytes .*edu223379/);
    expect(output()).toMatch(/плохой\.csv: cannot be read: .*PDF/);
    expect(output()).toMatch(/заметки\.txt: layout not recognised/);
    expect(output()).toMatch(/dataset\.json: write where the data come from/);
  });

  it('leaves no file of the folder unsaid: empty, spoilt, of another kind; only what programs leave behind', async () => {
    const [, form] = fileOf('vpr-2021');
    const folder = folderWith({
      'ВПР 2021 математика 4 класс.XLSX': form,
      'пустой.xlsx': '',
      'испорчен.csv': 'ÊÎÄ;ØÊÎËÀ;ÁÀËË\n1;2;3\n',
      'старый.xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'приказ.pdf': '%PDF-1.7',
      '~$ВПР 2021.xlsx': 'x',
      'Thumbs.db': 'x',
    });
    await runInit(folder, { ...options, lang: 'ru' });
    expect(output()).toMatch(/4 класс\.XLSX: ВПР, результаты учеников, форма 2021 года, 100 %; год 2021/);
    expect(output()).toMatch(/пустой\.xlsx: не читается: .*файл пуст/);
    expect(output()).toMatch(/испорчен\.csv: не читается: .*windows-1251 прочитан как latin-1/);
    expect(output()).toMatch(/старый\.xls: не читается: .*XLS/);
    expect(output()).toMatch(/Не таблицы, в набор не вошли: приказ\.pdf$/m);
    expect(output()).not.toMatch(/~\$|Thumbs/);
  });

  it('makes schools and municipalities of a list of schools', async () => {
    const list = [
      ['№', 'Код ОО', 'Наименование ОО', 'Муниципальное образование', 'Телефон'],
      ['1', 'sch223080', 'МБОУ «СОШ № 1»', 'Горный район', '8 (800) 200-00-00'],
      ['2', 'sch223081', 'МБОУ «СОШ № 2»', 'Горный район', ''],
      ['3', 'sch223082', 'МБОУ «СОШ № 3»', 'г. Озёрск', ''],
    ];
    const text = list.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n');
    const folder = folderWith({ 'Список школ.csv': text });
    await runInit(folder, options);
    expect(output()).toMatch(/Список школ\.csv: looks like a list of schools/);
    const { tables } = await stagedOf(folder);
    expect(tables.schools).toMatchObject([
      { school_id: 'sch223080', name: 'МБОУ «СОШ № 1»', municipality_id: 'Горный-район' },
      { school_id: 'sch223081', municipality_id: 'Горный-район' },
      { school_id: 'sch223082', municipality_id: 'г-Озёрск' },
    ]);
    expect(tables.municipalities).toMatchObject([
      { municipality_id: 'Горный-район', name: 'Горный район' },
      { municipality_id: 'г-Озёрск', name: 'г. Озёрск' },
    ]);
  });

  it('writes a draft profile for a layout that nobody knows, with what the file name says', async () => {
    const csv = 'Код школы;Школа;Район;Участников;2;3;4;5\nsch1;СОШ;Р;10;1;2;3;4\n';
    const folder = folderWith({ 'ВПР 2023 физика 8 класс.csv': csv });
    await runInit(folder, options);
    const { tables } = await stagedOf(folder);
    expect(tables.results).toMatchObject([
      {
        school_id: 'sch1',
        year: 2023,
        subject: 'physics',
        grade: 8,
        session: 'spring',
        participants: 10,
        mark_5: 4,
      },
    ]);
  });

  it('never touches what is there without --force', async () => {
    const folder = folderWith({ ...mixed(), 'dataset.json': '{}' });
    const fault = await faultOf(() => runInit(folder, options));
    expect(fault.code).toBe('dataset-exists');
    expect(readFileSync(join(folder, 'dataset.json'), 'utf8')).toBe('{}');
    await runInit(folder, { ...options, force: true });
    expect(readFileSync(join(folder, 'dataset.json'), 'utf8')).toContain('builtin:vpr-2021');
  });

  it.each([
    ['/nowhere/at/all', 'missing-source-set'],
    [undefined, 'nothing-to-read'],
  ])('of %s: %s', async (path, code) => {
    const folder = path ?? temporaryFolder();
    const fault = await faultOf(() => runInit(folder, options));
    expect(fault.code).toBe(code);
    for (const lang of ['ru', 'en'] as const) expect(describeFault(fault, lang)).not.toContain('Unknown');
    expect(existsSync(join(folder, 'dataset.json'))).toBe(false);
  });
});

it('names and documents of a workbook are in no file that is written, not even a temporary one', async () => {
  const [name, bytes] = fileOf('exam-centre');
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-test-'));
  writeFileSync(join(folder, name), bytes);
  await sheetToCsv(join(folder, name), 0, join(folder, 'out.csv'), {
    rewrite: withoutPersonal(2, ['Номер']),
  });
  const text = readFileSync(join(folder, 'out.csv'), 'utf8');
  expect(text).toContain('010101');
  expect(text).not.toMatch(/Вымышленный|Иванович|345678|,0102,/);
  rmSync(folder, { recursive: true });
});

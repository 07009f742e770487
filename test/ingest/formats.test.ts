import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as set from '../support.ts';

const { dataset, header, lines, other, profile, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

type Cells = Record<string, string>;
const table = (folder: string, name: string): Cells[] =>
  Papa.parse<Cells>(readFileSync(join(folder, `${name}.csv`), 'utf8'), { header: true, skipEmptyLines: true })
    .data;

const schoolRows = (folder: string): Cells[] =>
  table(folder, 'results').filter(({ level }) => level === 'school');

/** Windows-1251 bytes of a text: the inverse of the decoder that the platform has. */
function windows1251(text: string): Buffer {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((char) => codes.get(char) ?? 63));
}

const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

const text = lines(row, other);
const encodings: [string, string | Buffer][] = [
  ['UTF-8', text],
  ['UTF-8 with a byte order mark', `\uFEFF${text}`],
  ['Windows-1251', windows1251(text)],
  ['UTF-16 little endian', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 big endian', utf16be(text)],
  ['UTF-16 without a byte order mark', Buffer.from(text, 'utf16le')],
  ['Windows line ends', text.replaceAll('\n', '\r\n')],
];

describe('delimited text', () => {
  let expected: Cells[];
  beforeAll(async () => {
    expected = schoolRows((await set.run(sourceSet({ 'a.csv': text }))).folder);
  });

  it('becomes counts by mark', () => {
    expect(expected).toHaveLength(2);
    expect(expected[0]).toMatchObject({
      entity_id: 'sch001',
      year: '2023',
      subject: 'mathematics',
      grade: '5',
      participants_low: '40',
      participants_high: '40',
      below_threshold_low: '6',
      mark_2_low: '6',
      mark_5_high: '8',
    });
  });

  it.each(encodings)('reads %s to the same rows', async (_name, content) => {
    const { folder } = await set.run(sourceSet({ 'a.csv': content }));
    expect(schoolRows(folder)).toEqual(expected);
    expect(table(folder, 'schools').map(({ name }) => name)).toEqual(['СОШ № 1', 'СОШ № 2']);
  });

  it.each([',', '\t', '|'] as const)('reads delimiter %j', async (delimiter) => {
    const changes = { 'profile.json': { ...profile, delimiter } };
    const { folder } = await set.run(sourceSet({ 'a.csv': text.replaceAll(';', delimiter) }, changes));
    expect(schoolRows(folder)).toEqual(expected);
  });

  it('reads quoted cells with delimiters, quotes and line breaks, and still names the right line', async () => {
    const quoted = row.replace('СОШ № 1', '"СОШ «Луч»; филиал\n""Южный"""');
    const { folder } = await set.run(sourceSet({ 'a.csv': lines(quoted) }));
    expect(table(folder, 'schools')[0]?.name).toBe('СОШ «Луч»; филиал\n"Южный"');
    const work = set.temporaryFolder();
    await set.faultOf(() =>
      set.run(sourceSet({ 'a.csv': lines(quoted, other.replace(';5;10;', ';x;10;')) }), { work }),
    );
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('a.csv,4,mark_2,not-a-number');
  });

  it('skips title lines above the header and counts lines from the top of the file', async () => {
    const changes = { 'profile.json': { ...profile, header_row: 3 } };
    const csv = `Статистика по отметкам;;;;;;;;;;;\nВПР 2023;;;;;;;;;;;\n${header};\n${row};\n${other.replace(';25;', ';0;')};\n`;
    const work = set.temporaryFolder();
    await set.faultOf(() => set.run(sourceSet({ 'a.csv': csv }, changes), { work }));
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('a.csv,5,participants,zero-count');
    // The operator looks for the column by the name it has in the file.
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toMatch(
      new RegExp(`,${profile.columns.participants.from}\\s*$`),
    );
  });

  it('reads thousands separators and decimal commas', async () => {
    const columns = { ...profile.columns, score_mean: { from: 'Средний балл' } };
    const changes = { 'profile.json': { ...profile, columns, thousands: ' ', decimal: ',' } };
    const big = 'sch001;СОШ № 1;m1;Первый район;2023;5;Математика;1\u00a0138;138;400;400;200;12,75';
    const { folder } = await set.run(sourceSet({ 'a.csv': `${header};Средний балл\n${big}\n` }, changes));
    expect(schoolRows(folder)[0]).toMatchObject({ participants_low: '1138', score_mean: '12.750' });
  });

  it('tells withheld from missing: a withheld row is published as suppressed, its marks as the range they allow', async () => {
    const changes = { 'profile.json': { ...profile, suppressed: ['*'] } };
    const csv = lines(row, other.replace(';5;10;6;4', ';*;*;*;*'));
    const { folder, manifest } = await set.run(sourceSet({ 'a.csv': csv }, changes));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 2, published: 1, suppressed: 1, rejected: 0 });
    const [, withheld] = schoolRows(folder);
    expect(withheld).toMatchObject({ protection: 'suppressed', participants_low: '25', mark_2_low: '' });
    const region = table(folder, 'results').find(({ level }) => level === 'region');
    expect(region).toMatchObject({
      participants_low: '65',
      below_threshold_low: '6',
      below_threshold_high: '31',
    });
  });

  it('excludes filtered rows under the reason the profile gives', async () => {
    const filters = [{ from: 'Логин', drop: ['', 'Итого'], reason: 'total' }];
    const csv = lines(row, other, 'Итого;;m1;Первый район;2023;5;Математика;65;11;24;18;12');
    const { manifest } = await set.run(
      sourceSet({ 'a.csv': csv }, { 'profile.json': { ...profile, filters } }),
    );
    expect(manifest.sources[0]).toMatchObject({ rows_in: 3, published: 2, excluded: { total: 1 } });
  });

  it('drops columns of personal data that nobody asked for, and says so', async () => {
    const { folder, manifest } = await set.run(
      sourceSet({ 'a.csv': `${header};ФИО учителя;Телефон\n${row};Иванова А. Б.;+7 900 000-00-00\n` }),
    );
    expect(manifest.sources[0]?.dropped_columns).toEqual(['ФИО учителя', 'Телефон']);
    expect(readFileSync(join(folder, 'results.csv'), 'utf8')).not.toContain('Иванова');
  });
});

describe('percentages', () => {
  it('become counts by largest remainder that add up to the participants', async () => {
    const percent = (from: string) => ({ from, percent: true });
    const columns = {
      ...profile.columns,
      mark_2: percent('2'),
      mark_3: percent('3'),
      mark_4: percent('4'),
      mark_5: percent('5'),
    };
    const csv = lines('sch001;СОШ № 1;m1;Первый район;2023;5;Математика;37;13.51;43.24;32.43;10.81');
    const { folder, manifest } = await set.run(
      sourceSet({ 'a.csv': csv }, { 'profile.json': { ...profile, columns } }),
    );
    expect(schoolRows(folder)[0]).toMatchObject({
      mark_2_low: '5',
      mark_3_low: '16',
      mark_4_low: '12',
      mark_5_low: '4',
    });
    expect(manifest.sources[0]?.warnings).toEqual(['percent-residue 0.001']);
  });
});

describe('wide layouts', () => {
  it('unpivot one column per subject and grade into rows', async () => {
    const wide = {
      table: 'observations',
      delimiter: ';',
      columns: { entity_id: { from: 'Логин' }, year: { from: 'Год' } },
      constants: { entity_level: 'school', indicator_id: 'extra-lessons' },
      unpivot: {
        into: 'numerator',
        columns: { '4 РУ': { dimension: 'russian-4' }, '4 МА': { dimension: 'mathematics-4' } },
      },
    };
    const inputs = [...dataset.inputs, { id: 'wide', files: 'wide.txt', profile: 'wide.json' }];
    const { manifest } = await set.run(
      sourceSet(
        { 'a.csv': lines(row) },
        {
          'wide.txt': 'Логин;Год;4 РУ;4 МА\nsch001;2023;7;\n',
          'wide.json': wide,
          'dataset.json': { ...dataset, inputs },
        },
      ),
    );
    expect(manifest.sources[1]).toMatchObject({ rows_in: 2, published: 1, excluded: { 'empty-cell': 1 } });
  });
});

describe('pupil rows', () => {
  const pupils = {
    table: 'pupils',
    delimiter: ';',
    columns: {
      school_id: { from: 'Логин' },
      grade: { from: 'Класс' },
      subject: { from: 'Предмет' },
      journal_mark: { from: 'Журнал' },
      score: { from: 'Балл' },
      mark: { from: 'Отметка' },
    },
    constants: { procedure: 'vpr', session: 'spring', year: 2024 },
    filters: [{ from: 'Вариант', drop: ['отсутствовал'], reason: 'absent' }],
    ignore: ['Код'],
  };
  const inputs = [...dataset.inputs, { id: 'pupils', files: 'pupils-*.txt', profile: 'pupils.json' }];
  const head = 'Логин;Код;Класс;Предмет;Вариант;Журнал;Балл;Отметка';
  const people = Array.from(
    { length: 12 },
    (_, i) => `sch001;${40001 + i};4;Математика;1;${3 + (i % 3)};${4 + i};${2 + Math.floor(i / 3)}`,
  );
  const pupilSet = (rows: string[]) =>
    sourceSet(
      { 'a.csv': lines(row) },
      {
        'pupils-1.txt': `${[head, ...rows.slice(0, 7)].join('\n')}\n`,
        'pupils-2.txt': `${[head, ...rows.slice(7)].join('\n')}\n`,
        'pupils.json': pupils,
        'dataset.json': { ...dataset, inputs },
      },
    );

  it('are aggregated over files; absent pupils are no participants', async () => {
    const { folder, manifest } = await set.run(
      pupilSet([...people, 'sch001;40099;4;Математика;отсутствовал;3;;']),
    );
    const own = schoolRows(folder).find(({ year }) => year === '2024');
    // Scores 4 … 15: mean 9.5, sum of squared deviations 143, deviation sqrt(143 / 11) = 3.606.
    expect(own).toMatchObject({
      participants_low: '12',
      mark_2_low: '3',
      mark_3_low: '3',
      mark_4_low: '3',
      mark_5_low: '3',
      score_mean: '9.500',
      score_sd: '3.606',
      journal_lowered_low: '6',
      journal_confirmed_low: '3',
      journal_raised_low: '3',
      journal_gap_2_low: '4',
    });
    expect(manifest.sources.slice(1)).toMatchObject([
      { rows_in: 7, published: 7, excluded: {} },
      { rows_in: 6, published: 5, excluded: { absent: 1 } },
    ]);
  });

  it('leave no pupil code and no pupil row behind, in canonical or public files', async () => {
    const { folder, work } = await set.run(pupilSet(people));
    for (const place of [folder, work]) {
      const { filesBelow } = await import('../../src/publish/files.ts');
      for (const path of filesBelow(place))
        expect(readFileSync(join(place, path)).includes('40001')).toBe(false);
    }
  });

  it('with a wrong mark are rejected by line, and the sums still add up', async () => {
    const work = set.temporaryFolder();
    const bad = people.with(3, 'sch001;40004;4;Математика;1;3;7;6');
    const fault = await set.faultOf(() => set.run(pupilSet(bad), { work }));
    expect(fault.details).toMatchObject({ rule: 'out-of-range', n: 1 });
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('pupils-1.txt,5,mark,out-of-range');
  });

  it('of a school that nobody knows are charged to their file', async () => {
    const withSchools = {
      ...dataset,
      inputs: [
        ...inputs,
        { id: 'schools', files: 'schools.txt', profile: 'schools.json' },
        { id: 'municipalities', files: 'm.txt', profile: 'm.json' },
      ],
    };
    const folder = set.folderWith({
      'a.csv': lines(row),
      'profile.json': profile,
      'pupils-1.txt': `${[head, ...people, people[0]?.replace('sch001', 'sch009')].join('\n')}\n`,
      'pupils.json': pupils,
      'schools.txt': 'id;name;m\nsch001;СОШ № 1;m1\n',
      'schools.json': {
        table: 'schools',
        delimiter: ';',
        columns: { school_id: { from: 'id' }, name: { from: 'name' }, municipality_id: { from: 'm' } },
      },
      'm.txt': 'id;name\nm1;Первый район\n',
      'm.json': {
        table: 'municipalities',
        delimiter: ';',
        columns: { municipality_id: { from: 'id' }, name: { from: 'name' } },
      },
      'dataset.json': withSchools,
    });
    const work = set.temporaryFolder();
    const fault = await set.faultOf(() => set.run(folder, { work }));
    expect(fault.place.file).toBe('pupils-1.txt');
    expect(fault.details).toMatchObject({ rule: 'unknown-school', n: 1 });
    // Sums of pupils have no line, so the school is named.
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toMatch(
      /^pupils-1\.txt,,school_id,unknown-school,.*,sch009,[^,]+$/m,
    );
  });
});

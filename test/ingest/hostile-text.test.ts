import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { describeFault, faultText } from '../../src/i18n/faults.ts';
import { transcode } from '../../src/ingest/bytes.ts';
import { sameLineEnds } from '../../src/ingest/line-ends.ts';
import { spoiltLetters } from '../../src/ingest/spoilt.ts';
import * as set from '../support.ts';

const { header, lines, other, profile, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** Windows-1251 bytes of Russian text. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => {
      const code = char.codePointAt(0) ?? 0;
      if (code < 128) return code;
      return char === '№' ? 0xb9 : code - 0x410 + 0xc0;
    }),
  );

const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const as1251 = (bytes: Uint8Array): string => new TextDecoder('windows-1251').decode(bytes);
const utf8 = (text: string): Buffer => Buffer.from(text);

const koi8 = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
const asKoi8 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((char) => (koi8.includes(char) ? 0xc0 + koi8.indexOf(char) : char.charCodeAt(0) & 127)),
  );

const many = (n: number): string[] => Array.from({ length: n }, (_, i) => row.replace('sch001', `s${i}`));
const named = (n: number): string => Array.from({ length: n }, (_, i) => `x${i}`).join(';');

interface Refused {
  what: string;
  file: string | Uint8Array;
  code: string;
  details?: object;
}

const whole: Refused[] = [
  { what: 'a NUL byte near the beginning', file: lines(row.replace('№', '\0')), code: 'binary-file' },
  { what: 'a NUL byte far in', file: lines(...many(3000), row.replace('№', '\0')), code: 'nul-bytes' },
  {
    what: 'ten thousand new columns',
    file: `${header};${named(10_000)}\n${row};${named(10_000)}\n`,
    code: 'unknown-column',
  },
  {
    what: 'a header that is used and stands twice',
    file: `${header};Логин\n${row};x\n`,
    code: 'duplicate-header',
  },
  { what: 'a new column named __proto__', file: `${header};__proto__\n${row};1\n`, code: 'unknown-column' },
  {
    what: 'a new column named constructor',
    file: `${header};constructor\n${row};1\n`,
    code: 'unknown-column',
  },
  {
    what: 'Windows-1251 read as Latin-1',
    file: asLatin1(windows1251(lines(row))),
    code: 'spoilt-letters',
    details: { was: 'windows-1251', taken: 'latin-1' },
  },
  {
    what: 'UTF-8 read as Latin-1',
    file: asLatin1(utf8(lines(row))),
    code: 'spoilt-letters',
    details: { was: 'utf-8', taken: 'latin-1' },
  },
  {
    what: 'UTF-8 read as Windows-1251',
    file: as1251(utf8(lines(row))),
    code: 'spoilt-letters',
    details: { was: 'utf-8', taken: 'windows-1251' },
  },
  {
    what: 'UTF-8 with a line in Windows-1251',
    file: Buffer.concat([utf8(lines(row)), windows1251(`${other}\n`)]),
    code: 'spoilt-letters',
  },
  {
    what: 'KOI8-R',
    file: asKoi8(lines(row)),
    code: 'spoilt-letters',
    details: { was: 'koi8-r', taken: 'windows-1251' },
  },
  {
    what: 'a line of 17 MB',
    file: lines(row, other.replace('СОШ', 'С'.repeat(8_500_000))),
    code: 'row-too-long',
  },
];

const cell = (at: number, value: string): string => other.split(';').with(at, value).join(';');

const rows: [what: string, bad: string, column: string, rule: string][] = [
  ['a quote that is never closed', other.replace('СОШ', '"СОШ'), '', 'malformed-row'],
  ['text after a closed quote', other.replace('СОШ № 2', '"СОШ" № 2'), '', 'malformed-row'],
  ['a cell of 1 MB', other.replace('СОШ', 'x'.repeat(1_000_000)), 'school_name', 'long-cell'],
  ['a cell of 1 MB of Cyrillic', other.replace('СОШ', 'Ж'.repeat(1_000_000)), 'school_name', 'long-cell'],
  ['an infinite number', cell(7, 'Inf'), 'participants', 'not-a-number'],
  ['an infinite number in words', cell(7, '-Infinity'), 'participants', 'not-a-number'],
  ['a number with an exponent', cell(7, '1e5'), 'participants', 'not-a-number'],
  ['no number', cell(7, 'NaN'), 'participants', 'not-a-number'],
  ['a date that Excel made of 1-3', cell(7, 'Mar-1'), 'participants', 'not-a-number'],
  ['the same in Russian', cell(7, '01.мар'), 'participants', 'not-a-number'],
  ['a formula error', cell(7, '#ДЕЛ/0!'), 'participants', 'not-a-number'],
  ['a formula', cell(7, '=1+1'), 'participants', 'not-a-number'],
  ['a name of question marks', other.replace('СОШ', '\ufffd\ufffd'), 'school_name', 'spoilt-cell'],
  ['a name in Latin-1', other.replace('СОШ', asLatin1(windows1251('СОШ'))), 'school_name', 'spoilt-cell'],
  ['a line in Windows-1251 far in', '', '', 'malformed-row'],
];

describe('a hostile text', () => {
  it.each(whole)('$what: $code', async ({ file, code, details = {} }) => {
    const fault = await set.faultOf(() => set.run(sourceSet({ 'a.csv': file })));
    expect(fault).toMatchObject({ code, place: { file: 'a.csv' }, details });
    for (const lang of ['ru', 'en'] as const) expect(describeFault(fault, lang)).not.toMatch(/\{\w+\}|\?:/);
  });

  it.each(rows)('with %s has that row rejected', async (_, bad, column, rule) => {
    const work = set.temporaryFolder();
    const [content, line] =
      bad === ''
        ? [Buffer.concat([utf8(lines(...many(3000))), windows1251(`${other}\n`)]), 3002]
        : [lines(row, bad), 3];
    const fault = await set.faultOf(() => set.run(sourceSet({ 'a.csv': content }), { work }));
    expect(fault).toMatchObject({ code: 'rows-rejected', details: { rule, n: 1 } });
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain(`a.csv,${line},${column},${rule},`);
    for (const lang of ['ru', 'en'] as const) {
      const { fault: told, remedy } = faultText(rule, lang);
      expect(`${told}${remedy}`).not.toMatch(/\{\w+\}|Unknown|Неизвестная/);
    }
  });

  it.each([
    ['with quotes inside of a cell', lines(row, other.replace('СОШ № 2', 'СОШ "№ 2"')), []],
    ['of old Mac line ends', lines(row, other).replaceAll('\n', '\r'), []],
    ['of UTF-16 without a mark', Buffer.from(lines(row, other), 'utf16le'), []],
    ['of mixed line ends', `${header}\r\n${row}\n${other}\r\n`, ['mixed-line-ends']],
    ['of three kinds of line ends', `${header}\n${row}\r${other}\r\n`, ['mixed-line-ends']],
    ['with empty headers', `${header};;\n${row};x;\n${other};;y\n`, ['unnamed-columns 2']],
    ['with a delimiter at the end of every line', `${header};\n${row};\n${other};\u00a0\n`, []],
    [
      'with a value below an empty header at the end',
      `${header};\n${row};\n${other};x\n`,
      ['unnamed-columns 1'],
    ],
    ['with an empty header in the middle', `;${header}\n;${row}\n;${other}\n`, ['unnamed-columns 1']],
  ])('%s is read, and the account says so', async (_, file, warnings) => {
    const { manifest } = await set.run(sourceSet({ 'a.csv': file }));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 2, published: 2, rejected: 0, warnings });
  });

  it('of mixed line ends names the lines of the file, and a line break in a cell stays one', async () => {
    const work = set.temporaryFolder();
    const quoted = other.replace('СОШ № 2', '"СОШ\r\n№ 2"').replace('sch002', 'sch003');
    const file = `${header}\r\n${row}\n${quoted}\r\n${cell(7, 'x')}\r\n`;
    await set.faultOf(() => set.run(sourceSet({ 'a.csv': file }), { work }));
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toMatch(/^a\.csv,5,participants,not-a-number,/m);
  });

  it.each(['\n', '\r\n'])(
    'that is rewritten names lines as the file has them, whatever ends them',
    async (end) => {
      const work = set.temporaryFolder();
      const head = [
        'Статистика по отметкам. ВПР 2021. 4 класс. Математика',
        '"Группы\r\nучастников";Кол-во участников;2;3;4;5',
      ];
      const groups = [
        'Вымышленный край;77;10;20;40;7',
        '"Красногорский\r\nрайон";40;10;20;5;5',
        '"sch223080\nСОШ № 1";37;5;15;10;7',
        'sch223081 СОШ № 2;3;x;1;1;0',
      ];
      const text = `${head.join(end)}\n${groups.join('\r\n')}\n`;
      const auto = { ...set.dataset, inputs: [{ id: 'a', files: '*.csv', profile: 'auto' }] };
      const fault = await set.faultOf(() =>
        set.run(sourceSet({ 'a.csv': text }, { 'dataset.json': auto }), { work }),
      );
      expect(fault).toMatchObject({ code: 'rows-rejected', details: { rule: 'not-a-number', n: 1 } });
      // Title 1, header 2 and 3, region 4, district 5 and 6, school 7 and 8.
      expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('a.csv,9,mark_2,not-a-number,');
      const whole = sourceSet({ 'a.csv': text.replace(';x;', ';1;') }, { 'dataset.json': auto });
      const { manifest } = await set.run(whole);
      expect(manifest.sources[0]).toMatchObject({ rows_in: 4, published: 2 });
      expect(manifest.sources[0]?.warnings).toContain('mixed-line-ends');
    },
  );

  it('in UTF-16 with NUL in the text: nul-bytes', async () => {
    const [path, target] = ['a.csv', 'b.csv'].map((name) => join(set.temporaryFolder(), name)) as [
      string,
      string,
    ];
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = Buffer.from(lines(row.replace('№', '\0')), 'utf16le');
      writeFileSync(path, encoding === 'utf-16le' ? bytes : bytes.swap16());
      const fault = await set.faultOf(() => transcode({ path, encoding }, target, 'данные.csv'));
      expect(fault).toMatchObject({ code: 'nul-bytes', place: { file: 'данные.csv' } });
    }
  });

  it('with ten thousand columns that are known is read', async () => {
    const wide = { ...profile, ignore: named(10_000).split(';') };
    const file = `${header};${named(10_000)}\n${row};${named(10_000)}\n`;
    const { manifest } = await set.run(sourceSet({ 'a.csv': file }, { 'profile.json': wide }));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 1, published: 1 });
  });

  it('with headers __proto__ and constructor that a profile uses gives their cells', async () => {
    const text = JSON.stringify({ ...profile, ignore: ['constructor'] }).replace(
      '"from":"ОО"',
      '"from":"__proto__"',
    );
    const file = `${header.replace(';ОО;', ';__proto__;')};constructor\n${row};9\n`;
    const { folder } = await set.run(sourceSet({ 'a.csv': file }, { 'profile.json': text }));
    expect(readFileSync(join(folder, 'schools.csv'), 'utf8')).toContain('СОШ № 1');
    expect(Object.prototype).not.toHaveProperty('from');
  });
});

describe('letters', () => {
  it.each([
    'Средняя школа № 5 им. Ё. Ершова',
    'ГБОУ «Школа»',
    'École élémentaire',
    'Gymnasium Straße',
    'РСФСР',
    '',
  ])('%j are not spoilt', (text) => {
    expect(spoiltLetters(text)).toBeUndefined();
  });
});

describe('line ends', () => {
  it('are made the same outside of quotes, also where a chunk ends between CR and LF', async () => {
    const folder = set.temporaryFolder();
    const long = 'x'.repeat(65_535);
    const text = `${long}\r\n"a\r\nb"\rc\n\r\nd`;
    const from = set.folderWith({ 'a.csv': text });
    await sameLineEnds(join(from, 'a.csv'), join(folder, 'b.csv'));
    expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe(`${long}\n"a\r\nb"\nc\n\nd`);
  });
});

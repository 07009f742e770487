import { describe, expect, it } from 'vitest';
import { line, read, rows } from './read.ts';

describe('text', () => {
  const text: [string, string, string][] = [
    ['plain shared', '<t>Лицей № 1</t>', 'Лицей № 1'],
    [
      'rich runs',
      '<r><rPr><b/></rPr><t>Кол-во</t></r><r><t xml:space="preserve"> участников</t></r>',
      'Кол-во участников',
    ],
    ['space that is preserved', '<t xml:space="preserve"> a  b </t>', ' a  b '],
    [
      'phonetic runs',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '東京',
    ],
    ['a line break', '<t>Отметка\r\nза четверть</t>', 'Отметка за четверть'],
    ["Excel's escapes", '<t>a_x000D__x000a_b _x005F_x0041_</t>', 'a b _x0041_'],
    ['quotes and commas', '<t>МБОУ "СОШ", п. Лесной</t>', '"МБОУ ""СОШ"", п. Лесной"'],
    ['entities and CDATA', '<t>a &lt;&amp;&#1103;<![CDATA[<b>]]></t>', 'a <&я<b>'],
    ['a number kept as text', '<t>00012</t>', '00012'],
    ['a number with a comma', '<t>12,5</t>', '"12,5"'],
  ];
  it.each(text)('%s', async (_, si, expected) => {
    expect(await line('<c r="A1" t="s"><v>1</v></c>', { strings: ['<t>other</t>', si] })).toBe(expected);
    expect(await line(`<c r="A1" t="inlineStr"><is>${si}</is></c>`)).toBe(expected);
  });

  it('reads the text of formulas and keeps an empty result empty', async () => {
    const cells =
      '<c t="str"><f>A2&amp;B2</f><v>итог</v></c><c t="str"><f>IF(1,"")</f><v></v></c><c><v>1</v></c>';
    const { csv, warnings } = await read(rows(`<row>${cells}</row>`));
    expect(csv).toBe('итог,,1\n');
    expect(warnings.formulasWithoutValue).toBe(0);
  });

  it('finds shared strings beyond the decoded ones and across pages', async () => {
    const strings = Array.from({ length: 70_000 }, (_, i) => `<t>код ${i} ${'я'.repeat(20)}</t>`);
    const cells = [69_999, 0, 65_536, 31_000].map((i) => `<c t="s"><v>${i}</v></c>`).join('');
    const found = (await line(cells, { strings })).match(/\d+/g);
    expect(found).toEqual(['69999', '0', '65536', '31000']);
  });
});

describe('numbers', () => {
  const numbers: [string, string][] = [
    ['40001', '40001'],
    ['40001.0', '40001'],
    ['4.0001E4', '40001'],
    ['0.10000000000000001', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1E-7', '0.0000001'],
    ['1.5E+21', '1500000000000000000000'],
    ['-0', '0'],
    ['-2.5', '-2.5'],
    [' 7 ', '7'],
    ['NaN', 'NaN'],
    ['1e999', '1e999'],
  ];
  it.each(numbers)('%s is written as %s', async (value, expected) => {
    expect(await line(`<c r="A1"><v>${value}</v></c>`)).toBe(expected);
  });

  it('writes percentages as Excel shows them, without the noise of multiplying', async () => {
    const spec = { formats: [9, '0.0%', '0.00" %"'] };
    const cells = [1, 2, 3].map((s) => `<c s="${s}"><v>0.07</v></c>`).join('');
    expect(await line(`${cells}<c s="1"><v>1</v></c><c s="2"><v>0.00125</v></c>`, spec)).toBe(
      '7%,7%,0.07,100%,0.125%',
    );
  });

  it("uses the profile's decimal mark", async () => {
    expect(await line('<c><v>2.5</v></c><c><v>3</v></c>', {}, { decimal: ',' })).toBe('"2,5",3');
  });

  it('counts whole numbers that have lost digits', async () => {
    const { csv, warnings } = await read(rows('<row><c><v>1.2345678901234568E+16</v></c></row>'));
    expect(csv).toBe('12345678901234568\n');
    expect(warnings.longNumbers).toBe(1);
  });
});

describe('other cells', () => {
  it('writes booleans', async () => {
    expect(await line('<c t="b"><v>1</v></c><c t="b"><v>0</v></c>')).toBe('TRUE,FALSE');
  });

  it('marks errors so that no rule takes them for a value', async () => {
    const { csv, warnings } = await read(
      rows('<row><c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#ДЕЛ/0!</v></c></row>'),
    );
    expect(csv).toBe('#ERROR:#N/A,#ERROR:#ДЕЛ/0!\n');
    expect(warnings.errorCells).toBe(2);
  });

  it('marks formulas that were never calculated', async () => {
    const { csv, warnings } = await read(
      rows('<row><c><f>SUM(B1:C1)</f></c><c><f>1+1</f><v>2</v></c></row>'),
    );
    expect(csv).toBe('#ERROR:#FORMULA,2\n');
    expect(warnings.formulasWithoutValue).toBe(1);
  });
});

describe('dates', () => {
  const dates: [string, string | number, string, string][] = [
    ['a built-in date', 14, '45536', '2024-09-01'],
    ['a built-in date and time', 22, '45536.75', '2024-09-01T18:00:00'],
    ['midnight', 22, '45536', '2024-09-01'],
    ['a built-in time', 20, '0.5', '12:00:00'],
    ['elapsed time', '[h]:mm', '1.5', '36:00:00'],
    ['a date format over a time', 14, '45536.9999999', '2024-09-01'],
    ['almost the next second', 22, '45536.99999999', '2024-09-02'],
    ['the Russian locale', '[$-419]dd\\ mmmm\\ yyyy\\ "г.";@', '45536', '2024-09-01'],
    ['Russian letters', 'ДД.ММ.ГГГГ', '45536', '2024-09-01'],
    ['Russian letters with time', 'ДД.ММ.ГГГГ чч:мм', '45536.25', '2024-09-01T06:00:00'],
    ['a month alone', 'mmmm', '45536', '2024-09-01'],
    ['minutes and tenths', 'mm:ss.0', '0.5', '12:00:00'],
    ['the first day', 14, '1', '1900-01-01'],
    ['28 February 1900', 14, '59', '1900-02-28'],
    ['the day that never was', 14, '60', '1900-02-29'],
    ['1 March 1900', 14, '61', '1900-03-01'],
    ['no day', 14, '0', '1900-01-00'],
    ['the last day', 14, '2958465', '9999-12-31'],
    ['past the last day', 14, '2958466', '2958466'],
    ['before the first day', 14, '-1', '-1'],
    ['roubles', '#,##0.00" р."', '45536', '45536'],
    ['a colour with a d in it', '[Red]0', '45536', '45536'],
    ['a quoted unit with date letters', '0" дн."', '45536', '45536'],
    ['General', 'General', '45536', '45536'],
    ['General in Russian', 'Основной', '45536', '45536'],
    ['text', '@', '45536', '45536'],
  ];
  it.each(dates)('%s', async (_, format, serial, expected) => {
    expect(await line(`<c s="1"><v>${serial}</v></c>`, { formats: [format] })).toBe(expected);
  });

  it('counts from 1904 where the workbook does', async () => {
    const cells = ['0', '60', '44074', '2957003'].map((v) => `<c s="1"><v>${v}</v></c>`).join('');
    expect(await line(cells, { formats: [14], date1904: true })).toBe(
      '1904-01-01,1904-03-01,2024-09-01,9999-12-31',
    );
  });

  it('reads ISO dates of strict workbooks', async () => {
    const cells = ['2024-09-01', '2024-09-01T00:00:00', '2024-09-01T10:30:00.000Z'];
    expect(await line(cells.map((v) => `<c t="d"><v>${v}</v></c>`).join(''), { strict: true })).toBe(
      '2024-09-01,2024-09-01,2024-09-01T10:30:00',
    );
  });
});

import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/contract/fault.ts';
import { Bypass } from '../../../src/ingest/xlsx/bypass.ts';
import type { Package } from '../../../src/ingest/xlsx/entries.ts';
import { defaultLimits } from '../../../src/ingest/xlsx/limits.ts';
import { PlainRows } from '../../../src/ingest/xlsx/plain-rows.ts';
import { noWarnings, sheetRows } from '../../../src/ingest/xlsx/rows.ts';
import { SharedStrings } from '../../../src/ingest/xlsx/strings.ts';

const strings = ['общая', 'с "кавычкой", и запятой'];

/** Attributes of cells, plain ones and such as only a parser may judge. `@` is the column. */
const cellAttributes = [
  ...[' r="@"', '', " r='@'", ' r="@" s="1"', ' s="1" r="@"', ' r="@" cm="1"', ' r="@" r="@"', '  r = "@"'],
  ...[' r="@" s="9"', ' r="@" s="x"', ' r="12"', ' r="&#65;1"', ' r="@" x', ' r="@\u0001"'],
];
const cellTypes = [
  '',
  ' t="s"',
  ' t="n"',
  ' t="str"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="inlineStr"',
  ' t="?"',
];
const contents = [
  ...['/>', '></c>', '><v></v></c>', '><v>1</v></c>', '><v>0</v></c>', '><v> 7 </v></c>', '><v>007</v></c>'],
  ...['><v>1.50</v></c>', '><v>1E2</v></c>', '><v>-3</v></c>', '><v>123456789012345678</v></c>'],
  ...['><v>да</v></c>', '><v>&lt;</v></c>', '><v>]]&gt;</v></c>', '><v>a]]>b</v></c>', '><v>\u0001</v></c>'],
  ...['><v><![CDATA[1]]></v></c>', '><v>1<!-- 2 -->3</v></c>', '><f>A1+1</f><v>2</v></c>', '><f>A1</f></c>'],
  ...['><f t="shared" si="0"/><v>2</v></c>', '><v>1</v><f>A1</f></c>', '><v>1</v><v>2</v></c>', '><v>1</c>'],
  ...['><is><t>текст</t></is></c>', '><is><t xml:space="preserve"> a </t></is></c>', '><is><t/></is></c>'],
  ...[
    '><is><r><t>a</t></r><r><t>b</t></r></is></c>',
    '><is><t>a</t><rPh><t>b</t></rPh></is></c>',
    '><is></is></c>',
  ],
  ...[
    '>\n <v>1</v>\n</c>',
    '><extLst/></c>',
    '><v>1</v>',
    '><c r="Z1"/></c>',
    '><v>\uFFFF</v></c>',
    '><v>𝟏</v></c>',
  ],
];
const between = ['', '', '', ' ', '\n', '\t', '<!-- x -->', 'text', '<x/>'];
const rowAttributes = [
  ' r="#"',
  ' r="#"',
  '',
  ' r="#" spans="1:3" ht="15"',
  ' r="#" hidden="1"',
  ' hidden="true"',
];
const oddRowAttributes = [' r="#" r="#"', ' r="0"', ' r="&#49;"', ' 1="2"', ' r=#', ' xml:space="preserve"'];
const oddRows = [
  ...[
    '<!-- <row><c><v>9</v></c></row> -->',
    '<row/>',
    '<row r="#"/>',
    '<row r="#"/><!-- </row> -->',
    '</row>',
  ],
  ...[
    '<row',
    '<row r="#"><!-- </row> --></row>',
    '<rowx></rowx>',
    '<row r="#"><row></row></row>',
    '&amp;',
    '<c/>',
  ],
  ...[
    '</sheetData>',
    '</sheetData><sheetData>',
    '<?pi <row></row>?>',
    '<![CDATA[<row></row>]]>',
    '<row r="#"></row>',
  ],
];

const cell = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: fc.constant(cellAttributes[0]) }, fc.constantFrom(...cellAttributes)),
    fc.constantFrom(...cellTypes),
    fc.oneof({ weight: 3, arbitrary: fc.constant('><v>1</v></c>') }, fc.constantFrom(...contents)),
    fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constantFrom(...between)),
  )
  .map(([attributes = '', type, content, after]) => ({ attributes: attributes + type, content, after }));

const row = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...rowAttributes) },
      fc.constantFrom(...oddRowAttributes),
    ),
    fc.array(cell, { maxLength: 3 }),
  )
  .map(([attributes, cells]) => {
    const xml = cells.map(
      ({ attributes, content, after }, i) =>
        `<c${attributes.replaceAll('@', `${'ABC'[i]}#`)}${content}${after}`,
    );
    return `<row${attributes}>${xml.join('')}</row>`;
  });

const sheet = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: row },
      { weight: 1, arbitrary: fc.constantFrom(...oddRows) },
      { weight: 1, arbitrary: fc.constantFrom(...between) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.map((part, i) => part.replaceAll('#', String(i + 1))).join(''));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Rows, merged ranges and warnings of a sheet, or how it is refused. */
async function outcome(content: string, prefix: string, size: number) {
  const data = `<sheetData>${content}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
  const own = data.replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, `<$1${prefix}`);
  const xmlns = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns';
  const xml = Buffer.from(`<${prefix}worksheet ${xmlns}="${main}">${own}</${prefix}worksheet>`);
  const source: Package = {
    file: 'a.xlsx',
    limits: defaultLimits,
    has: () => false,
    async *read() {
      for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size);
    },
    close() {},
  };
  const [warnings, table] = [noWarnings(), new SharedStrings()];
  for (const text of strings) table.add(text);
  const found: unknown[] = [];
  const rows = {
    row: (number: number, cells: readonly string[]) => void found.push([number, ...cells]),
    merged: (range: string) => void found.push(range),
  };
  const parts = { sheets: [], date1904: false, sharedStrings: undefined, styles: undefined };
  const sheet = { name: 'a', hidden: false, part: 'a.xml' };
  try {
    for await (const _ of sheetRows(source, parts, sheet, { rows, warnings, strings: table }));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { found, refused: [error.code, error.place] };
  }
  return { found, warnings };
}

describe('rows that are read without the parser', () => {
  it('say what the parser says of them, also of what is wrong', async () => {
    let [read, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 300 }), async (xml, size) => {
        const quick = await outcome(xml, '', size);
        quick.refused ? refused++ : read++;
        // With a prefix every row goes to the parser.
        expect(quick).toEqual(await outcome(xml, 'x:', 1000));
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(read, refused)).toBeGreaterThan(100);
  });

  const plain = [
    '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c> <c r="AB1"><f>A1</f><v>2.5</v></c></row>',
    '<row><c/><c t="inlineStr"><is><t>да</t></is></c></row>',
    '<row r="3"/>',
  ];
  it.each(plain)('are taken whole, or not at all when they break off: %s', (xml) => {
    let told = 0;
    const count = () => void told++;
    const taker = new PlainRows({ openRow: count, cell: count, closeRow: count });
    for (let length = 0; length < xml.length; length++) {
      expect(taker.take(xml.slice(0, length), 0)).toBe(-1);
    }
    expect(told).toBe(0);
    expect(taker.take(xml, 0)).toBe(xml.length);
    expect(told).toBeGreaterThan(1);
  });

  it('are found however the text is cut into pieces', () => {
    // A row without end tag is left to the parser where no other follows.
    const body = plain.toReversed().join('\n');
    const xml = `<worksheet><!-- <sheetData> --><cols/><sheetData>${body}<row><c>&amp;</c></row>${body}</sheetData></worksheet>`;
    for (let size = 1; size < xml.length; size++) {
      let seen = '';
      const parser = new SaxesParser({ xmlns: false, position: false });
      const watched = {
        ...{ depth: 0, tags: 0, opened: '' },
        write(text: string) {
          seen += text;
          parser.write(text);
        },
      };
      parser.on('opentag', ({ name }) =>
        Object.assign(watched, { opened: name, tags: watched.tags + 1, depth: watched.depth + 1 }),
      );
      parser.on('closetag', () =>
        Object.assign(watched, { opened: '', tags: watched.tags + 1, depth: watched.depth - 1 }),
      );
      const taker = new PlainRows({ openRow() {}, cell() {}, closeRow() {} });
      const bypass = new Bypass(watched, 'sheetData', 'row', (text, from) => taker.take(text, from));
      for (let at = 0; at < xml.length; at += size) bypass.write(xml.slice(at, at + size));
      bypass.end();
      expect(bypass.taken).toBe(2 * plain.length);
      expect(seen).toBe(
        '<worksheet><!-- <sheetData> --><cols/><sheetData><row><c>&amp;</c></row></sheetData></worksheet>',
      );
    }
  });
});

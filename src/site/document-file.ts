import { buffer } from 'node:stream/consumers';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Block, Section, TextTable } from './blocks.ts';

export interface TextDocument {
  title: string;
  lead: string;
  sections: readonly Section[];
  /** Last lines: release, that the data are invented. */
  foot: readonly string[];
  /** ISO day that the file says it was made on: the same data give the same bytes. */
  day: string;
  lang: string;
}

/** XML 1.0 has no way to write these, and Word refuses a file with them. */
export const plain = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

/** Twentieths of a point: the width between the margins of an A4 page. */
const pageWidth = 9638;

/** How a table is set: twentieths of a point wide, type in half points. */
export interface TableStyle {
  width: number;
  size: number;
  font?: string;
  /** Columns as wide as their longest words ask for; else the first is wide and the others are even. */
  fitted?: boolean;
}

const longestWord = (text: string): number =>
  Math.max(...text.split(/\s+/).map((word) => word.length), Math.min(24, text.length / 3));

/** Widths by the longest word of each column. */
function fittedWidths({ header, rows }: TextTable, width: number): number[] {
  // A reason in place of figures is long, and may break anywhere.
  const asked = header.map((name, i) =>
    Math.min(24, Math.max(6, ...[name, ...rows.map((cells) => cells[i] ?? '')].map(longestWord))),
  );
  const all = asked.reduce((sum, one) => sum + one, 0);
  return asked.map((one) => Math.floor((width * one) / all));
}

function cell(text: string, width: number, number: boolean, head: boolean, style: TableStyle): TableCell {
  const { size, font } = style;
  const run = new TextRun({ text: plain(text), bold: head, size, ...(font ? { font } : {}) });
  const alignment = number ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ children: [run], alignment })],
  });
}

/** A table with a header that is repeated on every page. */
export function documentTable(
  { header, rows, numbers }: TextTable,
  style: TableStyle = { width: pageWidth, size: 18 },
): Table {
  const first = Math.round(header.length > 2 ? style.width * 0.34 : style.width * 0.6);
  const rest = Math.floor((style.width - first) / Math.max(1, header.length - 1));
  const widths = style.fitted
    ? fittedWidths({ label: '', header, rows, numbers }, style.width)
    : header.map((_, i) => (i === 0 ? first : rest));
  const line = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, i) => cell(text, widths[i] ?? rest, i >= numbers, head, style)),
    });
  return new Table({
    width: { size: style.width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [line(header, true), ...rows.map((row) => line(row, false))],
  });
}

function drawn(block: Block): (Paragraph | Table)[] {
  const paragraph = (text: string, quiet = false) =>
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: plain(text), ...(quiet ? { size: 18 } : {}) })],
    });
  if (block.kind === 'text') return [paragraph(block.text, block.quiet)];
  if (block.kind === 'heading')
    return [
      new Paragraph({
        text: plain(block.text),
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 160, after: 80 },
      }),
    ];
  if (block.kind === 'list')
    return block.items.map((item) => new Paragraph({ text: plain(item), bullet: { level: 0 } }));
  // A picture is of the page; the table after it has all of its numbers.
  if (block.kind === 'figure') return [];
  return [documentTable(block.table), new Paragraph({ text: '', spacing: { after: 120 } })];
}

/** Packs the parts again with one date and in one order, so that nothing depends on when it was made. */
export async function settled(bytes: Buffer, day: string): Promise<Buffer> {
  const source = await fromBufferPromise(bytes);
  const target = new ZipFile();
  const parts: [string, Buffer][] = [];
  for await (const entry of source.eachEntry()) {
    if (!entry.fileName.endsWith('/'))
      parts.push([entry.fileName, await buffer(await source.openReadStreamPromise(entry))]);
  }
  const mtime = new Date(1980, 0, 1);
  for (const [name, content] of parts.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const dated =
      name === 'docProps/core.xml'
        ? Buffer.from(content.toString('utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`))
        : content;
    target.addBuffer(dated, name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  target.end();
  return buffer(target.outputStream);
}

/** A report as a Word document. The same report gives the same bytes. */
export async function documentFile({
  title,
  lead,
  sections,
  foot,
  day,
  lang,
}: TextDocument): Promise<Buffer> {
  const document = new Document({
    creator: 'Dinamika',
    lastModifiedBy: 'Dinamika',
    title: plain(title),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: lang === 'ru' ? 'ru-RU' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        children: [
          new Paragraph({ text: plain(title), heading: HeadingLevel.TITLE }),
          new Paragraph({ text: plain(lead), spacing: { after: 200 } }),
          ...sections.flatMap(({ title: name, blocks }) => [
            new Paragraph({
              text: plain(name),
              heading: HeadingLevel.HEADING_1,
              spacing: { before: 280, after: 120 },
            }),
            ...blocks.flatMap(drawn),
          ]),
          ...foot.map((line) => new Paragraph({ children: [new TextRun({ text: plain(line), size: 18 })] })),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(document), day);
}

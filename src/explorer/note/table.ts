import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { TextTable } from '../../contract/blocks.ts';

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

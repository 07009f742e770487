import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalMergeType,
} from 'docx';

/** A cell: its text, or a text over several columns or rows; `null` continues the cell above. */
export type Cell = string | null | { text: string; columns?: number; rows?: true };

const lines = (text: string) =>
  text.split('\n').map((line) => new Paragraph({ text: line, alignment: AlignmentType.LEFT }));

function cellOf(cell: Cell): TableCell {
  if (cell === null) return new TableCell({ children: lines(''), verticalMerge: VerticalMergeType.CONTINUE });
  if (typeof cell === 'string') return new TableCell({ children: lines(cell) });
  const { text, columns = 1, rows } = cell;
  const merge = rows ? { verticalMerge: VerticalMergeType.RESTART } : {};
  return new TableCell({ children: lines(text), columnSpan: columns, ...merge });
}

/** A document of paragraphs and tables, as Word writes it. */
export const documentOf = (parts: readonly (string | readonly (readonly Cell[])[])[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: parts.map((part) =>
            typeof part === 'string'
              ? new Paragraph({ text: part })
              : new Table({ rows: part.map((row) => new TableRow({ children: row.map(cellOf) })) }),
          ),
        },
      ],
    }),
  );

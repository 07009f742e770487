import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Block, Section } from '../../contract/blocks.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { noteMessages } from '../../i18n/pages-note.ts';
import { documentTable, plain } from './table.ts';

/** Twentieths of a point. The customary sheet of a Russian report: A4, margins 30, 15, 20 and 20 mm. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { left: 1701, right: 850, top: 1134, bottom: 1134 },
} as const;
const textWidth = page.size.width - page.margin.left - page.margin.right;
const face = 'Times New Roman';
/** Half points: 14 pt for text, 12 pt in tables, 10 pt in tables of many columns. */
const sizes = { text: 28, table: 24, wideTable: 20 } as const;
const oneAndHalf = { line: 360, lineRule: LineRuleType.AUTO } as const;
/** 1.25 cm */
const indent = { firstLine: 709 } as const;
/** Pixels of a picture in the document, and how many times finer it is drawn. */
export const pictureSize = { width: 600, scale: 2 } as const;

const run = (value: string, more: { bold?: boolean; size?: number; italics?: boolean } = {}) =>
  new TextRun({ text: plain(value), font: face, size: sizes.text, color: '000000', ...more });

const paragraph = (value: string) =>
  new Paragraph({
    children: [run(value)],
    alignment: value.includes('____') ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    spacing: oneAndHalf,
    indent,
  });

const centred = (value: string, bold: boolean, size: number = sizes.text) =>
  new Paragraph({
    children: [run(value, { bold, size })],
    alignment: AlignmentType.CENTER,
    spacing: { ...oneAndHalf, after: 120 },
  });

const title = (value: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({
    children: [run(value, { bold: true })],
    heading: level,
    keepNext: true,
    spacing: { ...oneAndHalf, before: 240, after: 120 },
    indent,
  });

/** A drawing as PNG with its size in pixels: Word shows SVG only in its newer versions, LibreOffice in other type. */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
}

/** Draws a figure's markup; the build and a browser have their own ways. */
export type DrawPicture = (svg: string) => Promise<Picture>;

function drawing({ png, width, height }: Picture, name: string, number: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: {
          width: pictureSize.width,
          height: Math.round((pictureSize.width * height) / width),
        },
        altText: { id: String(number), name: plain(name), title: plain(name), description: plain(name) },
      }),
    ],
  });
}

/** Draws blocks one after the other; tables and figures are numbered through the document. */
class Drawing {
  private readonly words: ReturnType<typeof noteMessages>;
  private figures = 0;
  private tables = 0;

  private readonly draw: DrawPicture;

  constructor(lang: Language, draw: DrawPicture) {
    this.words = noteMessages(lang);
    this.draw = draw;
  }

  async section({ title: name, blocks }: Section, index: number): Promise<(Paragraph | Table)[]> {
    const drawn: (Paragraph | Table)[] = [title(`${index + 1} ${name}`, HeadingLevel.HEADING_1)];
    // One after the other: figures and tables are numbered as they come.
    for (const block of blocks) drawn.push(...(await this.block(block)));
    return drawn;
  }

  private async block(block: Block): Promise<(Paragraph | Table)[]> {
    if (block.kind === 'text') return [paragraph(block.text)];
    if (block.kind === 'heading') return [title(block.text, HeadingLevel.HEADING_2)];
    if (block.kind === 'list') return block.items.map((item) => paragraph(`– ${item}`));
    if (block.kind === 'figure') {
      const caption = this.words.figure(++this.figures, block.text);
      return [drawing(await this.draw(block.wide), caption, this.figures), centred(caption, false)];
    }
    const caption = new Paragraph({
      children: [run(this.words.table(++this.tables, block.table.label))],
      keepNext: true,
      spacing: { ...oneAndHalf, before: 120 },
    });
    const drawn = documentTable(block.table, {
      width: textWidth,
      size: block.table.header.length > 7 ? sizes.wideTable : sizes.table,
      font: face,
      fitted: true,
    });
    return [caption, drawn, new Paragraph({ text: '', spacing: { after: 120 } })];
  }
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: face, size: sizes.table })],
      }),
    ],
  });

/** What a note says, whoever it is about. */
export interface NoteText {
  name: string;
  sections: readonly Section[];
}

/** The analytical note as a Word document. */
export async function noteDocument(
  { name, sections }: NoteText,
  lang: Language,
  draw: DrawPicture,
): Promise<Document> {
  const words = noteMessages(lang);
  const drawing = new Drawing(lang, draw);
  const drawn: (Paragraph | Table)[] = [];
  for (const [index, section] of sections.entries()) drawn.push(...(await drawing.section(section, index)));
  return new Document({
    creator: 'Dinamika',
    lastModifiedBy: 'Dinamika',
    title: plain(`${words.kind} ${words.about(name)}`),
    styles: {
      default: {
        document: {
          run: { font: face, size: sizes.text, language: { value: lang === 'ru' ? 'ru-RU' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        properties: { page, titlePage: true },
        footers: { default: footer() },
        children: [
          centred(words.kind.toUpperCase(), true),
          centred(words.about(name), true),
          ...drawn,
          new Paragraph({ text: '', spacing: oneAndHalf }),
          paragraph(words.signature),
          paragraph(words.date),
        ],
      },
    ],
  });
}

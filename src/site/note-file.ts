import { Resvg } from '@resvg/resvg-js';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Language } from '../contract/vocabulary.ts';
import { noteMessages } from '../i18n/pages-note.ts';
import type { Block, Section } from './blocks.ts';
import { documentTable, plain, settled } from './document-file.ts';
import { ink, plainColours } from './embeds/colours.ts';
import type { Entry } from './indicator-lines.ts';
import { type NoteOf, noteOf, releaseDate } from './note.ts';
import { fonts } from './picture.ts';

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
/** Pixels of the picture in the document, and how many times finer it is drawn. */
const picture = { width: 600, scale: 2 } as const;

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

/** A chart as PNG: Word shows SVG only in its newer versions, LibreOffice draws it in other type. */
function drawing(svg: string, name: string, number: number): Paragraph {
  const named = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const image = new Resvg(plainColours(named), {
    background: ink.paper,
    fitTo: { mode: 'width', value: picture.width * picture.scale },
    font: { fontFiles: fonts(), loadSystemFonts: false, defaultFontFamily: 'Golos Text' },
  }).render();
  const height = Math.round((picture.width * image.height) / image.width);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: image.asPng(),
        transformation: { width: picture.width, height },
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

  constructor(lang: Language) {
    this.words = noteMessages(lang);
  }

  section({ title: name, blocks }: Section, index: number): (Paragraph | Table)[] {
    return [
      title(`${index + 1} ${name}`, HeadingLevel.HEADING_1),
      ...blocks.flatMap((block) => this.block(block)),
    ];
  }

  private block(block: Block): (Paragraph | Table)[] {
    if (block.kind === 'text') return [paragraph(block.text)];
    if (block.kind === 'heading') return [title(block.text, HeadingLevel.HEADING_2)];
    if (block.kind === 'list') return block.items.map((item) => paragraph(`– ${item}`));
    if (block.kind === 'figure') {
      const caption = this.words.figure(++this.figures, block.text);
      return [drawing(block.wide, caption, this.figures), centred(caption, false)];
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

/** The analytical note as a Word document. The same release gives the same bytes. */
export async function noteDocument(of: NoteOf, entries: readonly Entry[], lang: Language): Promise<Buffer> {
  const words = noteMessages(lang);
  const { name, sections } = noteOf(of, entries, lang);
  const drawing = new Drawing(lang);
  const document = new Document({
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
          ...sections.flatMap((section, index) => drawing.section(section, index)),
          new Paragraph({ text: '', spacing: oneAndHalf }),
          paragraph(words.signature),
          paragraph(words.date),
        ],
      },
    ],
  });
  return settled(await Packer.toBuffer(document), releaseDate());
}

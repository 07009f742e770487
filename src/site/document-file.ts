import { buffer } from 'node:stream/consumers';
import { Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Block, Section } from '../contract/blocks.ts';
import { documentTable, plain } from '../explorer/note/table.ts';

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

function drawn(block: Block): (Paragraph | Table)[] {
  const paragraph = (text: string, quiet = false) =>
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: plain(text), ...(quiet ? { size: 18 } : {}) })],
    });
  if (block.kind === 'text') return [paragraph(block.text, block.quiet)];
  const heading = (text: string) =>
    new Paragraph({
      text: plain(text),
      heading: HeadingLevel.HEADING_2,
      spacing: { before: 160, after: 80 },
    });
  if (block.kind === 'heading') return [heading(block.text)];
  if (block.kind === 'list')
    return [
      ...(block.fold ? [heading(block.fold)] : []),
      ...block.items.map((item) => new Paragraph({ text: plain(item), bullet: { level: 0 } })),
    ];
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

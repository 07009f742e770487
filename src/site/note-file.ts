import { Resvg } from '@resvg/resvg-js';
import { Packer } from 'docx';
import { ink, plainColours } from '../charts/colours.ts';
import type { Language } from '../contract/vocabulary.ts';
import { noteDocument, type Picture, pictureSize } from '../explorer/note/document.ts';
import { settled } from './document-file.ts';
import type { Entry } from './indicator-lines.ts';
import { type NoteOf, noteOf, releaseDate } from './note.ts';
import { fonts } from './picture.ts';

async function picture(svg: string): Promise<Picture> {
  const named = svg.includes('xmlns=') ? svg : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const image = new Resvg(plainColours(named), {
    background: ink.paper,
    fitTo: { mode: 'width', value: pictureSize.width * pictureSize.scale },
    font: { fontFiles: fonts(), loadSystemFonts: false, defaultFontFamily: 'Golos Text' },
  }).render();
  return { png: image.asPng(), width: image.width, height: image.height };
}

/** The analytical note as a Word document. The same release gives the same bytes. */
export async function noteFile(of: NoteOf, entries: readonly Entry[], lang: Language): Promise<Buffer> {
  const document = await noteDocument(noteOf(of, entries, lang), lang, picture);
  return settled(await Packer.toBuffer(document), releaseDate());
}

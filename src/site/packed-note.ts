import { gzipSync } from 'node:zlib';
import type { Language } from '../contract/vocabulary.ts';
import { madeAhead } from './ahead.ts';
import type { Entry } from './indicator-lines.ts';
import { type NoteOf, noteJson } from './note.ts';

/**
 * The analytical note on a school, a municipality or the region, for the page that shows and prints notes. Packed where it
 * lies: there is one for every school, release and language, and a country has 40,000 schools.
 */
export const packedNote = (of: NoteOf, entries: readonly Entry[], lang: Language): Buffer =>
  gzipSync(JSON.stringify(noteJson(of, entries, lang)), { level: 9 });

/** The same for its address, which takes what was made ahead. */
export const notePage = (of: NoteOf, entries: readonly Entry[], lang: Language): Buffer =>
  (of.level === 'region' ? null : madeAhead(of, `note-${lang}`)) ?? packedNote(of, entries, lang);

import type { Section } from '../../contract/blocks.ts';
import type { ExplorerConfig } from '../config.ts';
import type { TraitField } from '../traits.ts';

/** What the page of notes tells its script, in `<script type="application/json" id="note-config">`. */
export interface NoteConfig extends ExplorerConfig {
  /** The release that the site was built from. */
  release: string;
  /** Address of the notes, `/notes/`, and of the explorer, `/explore/`. */
  notes: string;
  explorer: string;
  /** Words of what may stand in an address, by field and value. */
  choices: Readonly<Record<'procedure' | TraitField, Readonly<Record<string, string>>>>;
  /** Names of the four first filters. */
  fields: Readonly<Record<'procedure' | 'subject' | 'grade' | 'municipality', string>>;
  /** The parts of a note on a view that do not depend on it. */
  sources: Section;
  method: Section;
  proposals: Section;
  /** The first part of the file's name; it says when the data are synthetic. */
  fileName: string;
}

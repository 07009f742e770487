import type { Language } from '../contract/vocabulary.ts';
import type { NoteConfig } from '../explorer/note/config.ts';
import { messages } from '../i18n/index.ts';
import { explorerConfig } from './explorer.ts';
import { traitWords } from './explorer-traits.ts';
import { link } from './links.ts';
import { methodSection, proposalSection, sourceSection } from './note.ts';
import { manifest, release } from './release.ts';

/** What the page of notes tells its script. */
export function noteConfig(lang: Language): NoteConfig {
  const { results, explore } = messages(lang);
  const { procedure, subject, grade, municipality } = explore;
  const { dataset } = manifest();
  const words = Object.entries(traitWords(lang)).map(([field, options]) => [
    field,
    Object.fromEntries(options.map(({ value, text }) => [value, text])),
  ]);
  return {
    ...explorerConfig(lang),
    release: release(),
    notes: link(lang, 'notes/'),
    explorer: link(lang, 'explore/'),
    choices: { procedure: results.procedures, ...Object.fromEntries(words) } as NoteConfig['choices'],
    fields: { procedure, subject, grade, municipality },
    sources: sourceSection([], lang),
    method: methodSection(lang),
    proposals: proposalSection(lang),
    fileName: `${dataset.id}-${release()}${dataset.synthetic ? '-synthetic' : ''}-note`,
  };
}

import type { Language } from '../contract/vocabulary.ts';

/** What `embed.js` says on a page of somebody else. A file of its own: the script carries nothing besides. */
export const silentChart: Readonly<Record<Language, string>> = {
  ru: 'График не отвечает. Открыть его на сайте',
  en: 'The chart does not answer. Open it on its site',
};

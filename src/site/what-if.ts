import { type Methodology, methodologySchema } from '../contract/methodology.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { WhatIfConfig } from '../explorer/what-if/page.ts';
import { bounds } from '../explorer/what-if/rule.ts';
import { messages } from '../i18n/index.ts';
import { whatIfMessages } from '../i18n/pages-what-if.ts';
import { engineFiles } from './engine-files.ts';
import { link } from './links.ts';
import { methodology } from './reference.ts';
import { manifest, release, releaseText } from './release.ts';

export { bounds };

/** The methodology in force and those published beside it. */
export const methodologies = (): Methodology[] => [
  methodology(),
  ...(manifest().compared ?? []).map(({ version }) =>
    methodologySchema.parse(JSON.parse(releaseText(`methodology-${version}.json`))),
  ),
];

/** What the page of changed rules tells its script. */
export function whatIfConfig(lang: Language): WhatIfConfig {
  const { dataset, years } = manifest();
  return {
    tables: engineFiles().tables,
    lang,
    messages: messages(lang).explorer,
    words: whatIfMessages(lang),
    methodologies: methodologies(),
    years,
    schoolPages: link(lang, 'schools/'),
    fileName: `${dataset.id}-${release()}${dataset.synthetic ? '-synthetic' : ''}-what-if`,
  };
}

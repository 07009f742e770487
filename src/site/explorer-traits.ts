import { clusters, type Language, localities, schoolTypes } from '../contract/vocabulary.ts';
import { type TraitChoices, type TraitField, traitFields } from '../explorer/traits.ts';
import { capital } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { viewMessages } from '../i18n/pages-views.ts';

export { sortFields } from '../explorer/school-list.ts';
export { brushFields, limits, traitFields } from '../explorer/traits.ts';

import type { Choice } from './explorer.ts';
import { manifest, municipalities } from './release.ts';

/** The options of the further filters: only what the release's schools have. */
export function traitWords(lang: Language): Record<TraitField, Choice[]> {
  const { results } = messages(lang);
  const views = viewMessages(lang);
  const schools = municipalities().flatMap((one) => one.schools);
  const years = manifest().years.map((year) => ({ value: String(year), text: String(year) }));
  const yesNo = [
    { value: 'yes', text: views.yes },
    { value: 'no', text: views.no },
  ];
  const present = <T extends string>(
    values: readonly T[],
    words: Record<T, string>,
    has: (value: T) => boolean,
  ) => values.filter(has).map((value) => ({ value, text: capital(words[value]) }));
  return {
    from: years,
    to: years,
    cluster: present(clusters, clusterMessages(lang).names, () => true),
    type: present(schoolTypes, results.types, (type) => schools.some((school) => school.type === type)),
    locality: present(localities, results.localities, (one) =>
      schools.some(({ locality }) => locality === one),
    ),
    small: yesNo,
    programme: yesNo,
    status: Object.entries(views.statuses).map(([value, text]) => ({ value, text: capital(text) })),
  };
}

/** What the further filters may say. */
export function traitChoices(lang: Language): TraitChoices {
  const words = traitWords(lang);
  return Object.fromEntries(
    traitFields.map((field) => [field, words[field].map(({ value }) => value)]),
  ) as unknown as TraitChoices;
}

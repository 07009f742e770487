import type { Language } from '../contract/vocabulary.ts';
import { similarityTraits } from '../contract/vocabulary.ts';
import type { CompareConfig } from '../explorer/compare/config.ts';
import type { Weights } from '../explorer/compare/state.ts';
import { messages } from '../i18n/index.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { comparisonMessages } from '../i18n/pages-compare.ts';
import { viewMessages } from '../i18n/pages-views.ts';
import { explorerConfig } from './explorer.ts';
import { link } from './links.ts';
import { methodology } from './reference.ts';
import { manifest, release } from './release.ts';

export { weightChoices } from '../explorer/compare/state.ts';

/** What the page of comparison tells its script. */
export function compareConfig(lang: Language): CompareConfig {
  const { engineFiles, messages: words, ...config } = explorerConfig(lang);
  const { region, offers, options, threshold, minParticipants, schoolPages } = config;
  const { similar_schools } = methodology();
  const { dataset } = manifest();
  const { results } = messages(lang);
  return {
    ...{ lang, region, offers, options, threshold, minParticipants, schoolPages },
    tables: engineFiles.tables,
    messages: words,
    words: comparisonMessages(lang),
    verdicts: viewMessages(lang).verdicts,
    clusters: clusterMessages(lang).names,
    categories: { ...results.localities, ...results.types },
    municipalityPages: link(lang, 'municipalities/'),
    weights: Object.fromEntries(
      similarityTraits.map((trait) => [trait, similar_schools.weights[trait] ?? 0]),
    ) as Weights,
    similarCount: similar_schools.count,
    fileName: `${dataset.id}-${release()}${dataset.synthetic ? '-synthetic' : ''}-compare`,
  };
}

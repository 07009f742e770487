import type { Language, Level } from '../../contract/vocabulary.ts';
import type { EmbedChart } from '../../embeds/address.ts';
import { type EmbedScope, isDrawn, readScope } from '../../embeds/scope.ts';
import { once } from '../tables.ts';

/** Which charts the site that is being built lets others show: see `npm run build -- --embeds`. */
export const embedScope = once((): EmbedScope => {
  const text = process.env.DINAMIKA_EMBEDS || 'all';
  const scope = readScope(text);
  if ('wrong' in scope) throw new Error(`invalid DINAMIKA_EMBEDS: ${scope.wrong}`);
  return scope;
});

/** True where a chart has files of its own in this language. */
export const isOffered = (chart: EmbedChart, level: Level, lang: Language): boolean =>
  isDrawn(embedScope(), chart, level) && embedScope().languages.includes(lang);

import type { Language } from '../contract/vocabulary.ts';
import { english, englishHidden } from './en/sentences.ts';
import { isOutcome, type SeriesFacts } from './facts.ts';
import { russian, russianHidden } from './ru/sentences.ts';

/**
 * Two to four plain sentences: the level, the change against the year before, and the region's change over the same
 * time. Never a rank, and never the word "improved": that word needs a confirmed change.
 */
export function seriesSentences(facts: SeriesFacts, lang: Language): string[] {
  return lang === 'ru' ? russian(facts) : english(facts);
}

const isHidden = ({ current }: SeriesFacts): boolean =>
  !isOutcome(current) && current.kind === 'few-participants';

/**
 * The paragraphs of a summary, each a list of sentences: one per series, and one for all series of a year that are
 * hidden because too few took part.
 */
export function summaryParagraphs(all: readonly SeriesFacts[], minimum: number, lang: Language): string[][] {
  const hidden = all.filter(isHidden);
  const rest = hidden.length > 1 ? all.filter((facts) => !isHidden(facts)) : all;
  const told = rest.map((facts) => seriesSentences(facts, lang));
  const years = hidden.length > 1 ? [...new Set(hidden.map(({ year }) => year))] : [];
  const together = lang === 'ru' ? russianHidden : englishHidden;
  const shut = years.map((year) => {
    const ofYear = hidden.filter((facts) => facts.year === year);
    return together(ofYear, year, minimum);
  });
  return [...told, ...shut];
}

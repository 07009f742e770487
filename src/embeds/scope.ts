import { type Language, type Level, languages, levels } from '../contract/vocabulary.ts';
import { chartsOf, type EmbedChart, embedCharts } from './address.ts';

/** Which charts of a site may stand on other pages; the rest has neither files nor links. */
export interface EmbedScope {
  levels: readonly Level[];
  charts: readonly EmbedChart[];
  languages: readonly Language[];
  /** False leaves older releases without charts: frozen addresses of theirs are then not there. */
  older: boolean;
}

/** All charts of all entities, releases and languages: what is frozen today opens next year. */
export const wholeScope: EmbedScope = { levels, charts: embedCharts, languages, older: true };

/** The words that narrow a scope. */
export const scopeWords: readonly string[] = [
  'all',
  'none',
  'latest',
  ...levels,
  ...embedCharts,
  ...languages,
];

/**
 * Reads `latest,region,municipality,dynamics,ru`: each word narrows its own kind, a kind without a word stays whole.
 * @returns the first word that is none of ours, as `wrong`
 */
export function readScope(text: string): EmbedScope | { wrong: string } {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !scopeWords.includes(word));
  if (wrong !== undefined) return { wrong };
  if (words.includes('none')) return words.length > 1 ? { wrong: text } : { ...wholeScope, charts: [] };
  const narrowed = <T extends string>(all: readonly T[]): readonly T[] => {
    const named = all.filter((one) => words.includes(one));
    return named.length > 0 ? named : all;
  };
  return {
    levels: narrowed(levels),
    charts: narrowed(embedCharts),
    languages: narrowed(languages),
    older: !words.includes('latest'),
  };
}

/** True where a chart of an entity of this level is drawn, in any language. */
export const isDrawn = (scope: EmbedScope, chart: EmbedChart, level: Level): boolean =>
  scope.levels.includes(level) && scope.charts.includes(chart) && chartsOf[level].includes(chart);

/** The same scope as one text, whatever the order of the words it was read from. */
export const scopeText = (scope: EmbedScope): string =>
  scope.charts.length === 0
    ? 'none'
    : [...(scope.older ? [] : ['latest']), ...scope.levels, ...scope.charts, ...scope.languages].join(',');

/** The legend of a compact chart: the last group of the drawing. */
const legend = /<g [^>]*chart-legend[^>]*>(.*)<\/g><\/svg>/s;
const entry = /<g transform="translate\(\d+,(\d+)\)">(.*?)<text x="\d+">(.*?)<\/text>(.*?)<\/g>/gs;

interface Entry {
  /** Where its line of text stands, CSS pixels from the top. */
  y: number;
  sign: string;
  words: string;
}

const entriesOf = (chart: string): Entry[] =>
  [...(legend.exec(chart)?.[1] ?? '').matchAll(entry)].map(([, y, before = '', words = '', after = '']) => ({
    y: Number(y),
    sign: before + after,
    words,
  }));

/**
 * A compact chart that says by a class how many lines its legend takes, so that paper may leave the legend and its room
 * out where one for all charts of a section stands above them.
 */
export function withLegendLines(chart: string): string {
  const lines = new Set(entriesOf(chart).map(({ y }) => y)).size;
  return lines === 0 ? chart : chart.replace('class="chart"', `class="chart legend-${lines}"`);
}

/** The entries of the legends of compact charts, each once, as markup of a list: a sign and its words. */
export function sharedLegend(charts: readonly string[]): string {
  const entries = new Map(charts.flatMap(entriesOf).map(({ sign, words }) => [words, sign]));
  const items = [...entries].map(
    ([words, sign]) =>
      `<li><svg class="chart" viewBox="0 -14 22 20" width="22" height="20" fill="currentColor" aria-hidden="true">${sign}</svg>${words}</li>`,
  );
  return items.length === 0 ? '' : `<ul class="print-only shared-legend">${items.join('')}</ul>`;
}

import type { Language } from '../contract/languages.ts';
import { embedCharts } from './address.ts';
import type { Offered } from './panel.ts';

/** Written here as well: the list alone would be one more file to load on most pages. */
const languages: readonly Language[] = ['ru', 'en'];

/** What an element of a page offers, read from its `data-` attributes; `null` where they are not complete. */
export function offeredBy({ dataset }: HTMLElement): Offered | null {
  const { entity, indicator, section, title, publisher, release, record, root } = dataset;
  const chart = embedCharts.find((one) => one === dataset.chart);
  if (!chart || !entity || !title || !release) return null;
  return {
    ...{ chart, entity, indicator, section, title, release, record },
    publisher: publisher ?? '',
    root: new URL(root ?? '/', location.href).href,
    lang: document.documentElement.lang === 'en' ? 'en' : 'ru',
    languages: languages.filter((lang) => (dataset.languages ?? 'ru en').split(' ').includes(lang)),
  };
}

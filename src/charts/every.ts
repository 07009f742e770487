import { type Language, languages } from '../contract/languages.ts';
import { chartMessages as chartWords } from '../i18n/charts.ts';
import * as formats from '../i18n/formats.ts';

/**
 * The language of a chart's words, or every language of the site at once: lines and areas are the same in all, so a chart
 * is drawn once and a page takes the words it needs. A text in every language holds them side by side between three
 * signs that XML knows nothing of and no name may have.
 */
export type ChartLanguage = Language | 'every';

const [open, between, close] = ['\u0001', '\u0002', '\u0003'];
const signs = new RegExp(`[${open}${between}${close}]`, 'g');
const together = new RegExp(`${open}([^${close}]*)${close}`, 'g');

/** The words of one language out of a text, or markup, that has every. */
export function inLanguage(text: string, lang: Language): string {
  const at = languages.indexOf(lang);
  return text.replace(together, (_, inside: string) => inside.split(between)[at] ?? '');
}

/** What differs by language, side by side in the order of `languages`; what is the same in all stands once. */
export const beside = (ways: readonly string[]): string =>
  ways.every((way) => way === ways[0]) ? String(ways[0]) : `${open}${ways.join(between)}${close}`;

/** A text in one language, or in every. */
export const said = (lang: ChartLanguage, words: (lang: Language) => string): string =>
  lang === 'every' ? beside(languages.map((one) => words(one).replace(signs, ''))) : words(lang);

/** Texts as they are in each language; once where none of them differs. */
export const apart = (texts: readonly string[]): (readonly string[])[] =>
  texts.some((text) => text.includes(open))
    ? languages.map((lang) => texts.map((text) => inLanguage(text, lang)))
    : [texts];

/** Letters of a text; of the longest where it is in every language. */
export const lengthOf = (text: string): number => Math.max(...apart([text]).map(([way = '']) => way.length));

type Words = { readonly [key: string]: unknown };

/** A function of words, or words below a name, for every language. */
function joined(ways: readonly unknown[]): unknown {
  const [first] = ways;
  const of = (lang: Language) => ways[languages.indexOf(lang)];
  if (typeof first === 'string') return said('every', (lang) => of(lang) as string);
  if (typeof first === 'function') {
    return (...given: unknown[]) =>
      said('every', (lang) =>
        (of(lang) as (...parts: unknown[]) => string)(
          ...given.map((part) => (typeof part === 'string' ? inLanguage(part, lang) : part)),
        ),
      );
  }
  const names = Object.keys(first as Words);
  return Object.fromEntries(names.map((name) => [name, joined(ways.map((way) => (way as Words)[name]))]));
}

/** Messages that can be asked for in every language; what they are given may then be in every language too. */
export function inEvery<T>(messages: (lang: Language) => T): (lang: ChartLanguage) => T {
  let every: T | undefined;
  return (lang) => {
    if (lang !== 'every') return messages(lang);
    every ??= joined(languages.map(messages)) as T;
    return every;
  };
}

export const chartMessages = inEvery(chartWords);

/** A way of writing that is told the language, for one or every. */
export const written =
  <Given extends unknown[]>(write: (lang: Language, ...given: Given) => string) =>
  (lang: ChartLanguage, ...given: Given): string =>
    said(lang, (one) => write(one, ...given));

export const countText = written(formats.countText);
export const gradesText = written(formats.gradesText);
export const integer = written(formats.integer);
export const percent = written(formats.percent);
export const percentRange = written(formats.percentRange);

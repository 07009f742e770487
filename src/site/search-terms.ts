/** One school in `search.json`: id, name, short name, municipality, year of closing. Short keys: every visitor loads it. */
export interface SearchEntry {
  id: string;
  n: string;
  s?: string;
  m: string;
  c?: string | undefined;
}

/** How schools are called in speech: pairs of a short and a full form; either finds the other. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/средн\S* (?:общеобразовательн\S* )?школ/, 'сош'],
  [/основн\S* (?:общеобразовательн\S* )?школ/, 'оош'],
  [/начальн\S* (?:общеобразовательн\S* )?школ/, 'нош'],
  [/муниципальн\S* бюджетн\S* общеобразовательн/, 'мбоу'],
  [/муниципальн\S* казенн\S* общеобразовательн/, 'мкоу'],
  [/муниципальн\S* автономн\S* общеобразовательн/, 'маоу'],
];
const expansions: Readonly<Record<string, string>> = {
  сош: 'средняя школа',
  оош: 'основная школа',
  нош: 'начальная школа',
};

const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е');

/** A text as search words: no case, ё as е, «№ 5» and «5» alike, punctuation dropped. */
export const words = (text: string): string[] => plain(text).match(/[\p{L}]+|\d+/gu) ?? [];

/** Every word that finds a school: its names and place, and the forms they are shortened to in speech. */
export function searchText({ n, s, m }: SearchEntry): string {
  const text = plain(`${n} ${s ?? ''} ${m}`);
  const short = abbreviations.filter(([full]) => full.test(text)).map(([, abbreviation]) => abbreviation);
  const long = words(text).flatMap((word) => expansions[word] ?? []);
  return [text, ...short, ...long].join(' ');
}

/** A number is taken as written; a word of four letters and more may have a typo in every fourth letter or so. */
export const fuzziness = (term: string): number | boolean =>
  /^\d+$/.test(term) || term.length < 4 ? false : 0.25;

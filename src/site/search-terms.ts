/** One school in a file of `search/<edition>/`: id, name, short name, municipality, year of closing. Short keys: every visitor loads it. */
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

/** Longest first: «shch» before «sh». The short word «e» is what most people type for е, э and ё alike. */
const letters: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['yo', 'е'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ye', 'е'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ...[...'abvgdezijklmnoprstufhcyw'].map(
    (latin, index) => [latin, 'абвгдезийклмнопрстуфхцыв'[index] ?? ''] as const,
  ),
  ["'", 'ь'],
  ['x', 'кс'],
  ['q', 'к'],
];

/** A word in Latin letters as it would be written in Russian: `ozersk`, `озерск`. */
function cyrillic(text: string): string {
  let rest = text.toLowerCase();
  let written = '';
  while (rest !== '') {
    const pair = letters.find(([latin]) => rest.startsWith(latin));
    written += pair ? pair[1] : rest.charAt(0);
    rest = rest.slice(pair ? pair[0].length : 1);
  }
  return written;
}

const keys = {
  latin: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`",
  russian: 'йцукенгшщзхъфывапролджэячсмитьбюе',
};

/** What was meant when the keyboard was left in English: `ubvyfpbz`, `гимназия`. */
const otherKeyboard = (text: string): string =>
  [...text.toLowerCase()].map((key) => keys.russian[keys.latin.indexOf(key)] ?? key).join('');

/** A query as it is typed, and, where it has Latin letters, as it may have been meant. */
export const readings = (query: string): string[] =>
  /[a-z]/i.test(query) ? [query, cyrillic(query), otherKeyboard(query)] : [query];

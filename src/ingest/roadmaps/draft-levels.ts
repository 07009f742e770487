import type { Level } from '../../contract/vocabulary.ts';

const place = String.raw`\p{L}*`;
/** Wordings of a level in a heading. A word alone does not tell: «руководители школ» stand in every level. */
const headings: readonly (readonly [Level, RegExp])[] = [
  [
    'school',
    new RegExp(
      `(школьн${place} уров|уров${place} (школ|образовательн|общеобразовательн|оо(?!${'\\p{L}'}))|для (общеобразовательных организаций|образовательных организаций|школ)|план школы|school level)`,
      'u',
    ),
  ],
  [
    'municipality',
    new RegExp(
      `(муниципальн${place} (уров|дорожн|план)|уров${place} (муниципал|район|город|округ)|municipal level)`,
      'u',
    ),
  ],
  [
    'region',
    new RegExp(
      `(региональн${place} (уров|дорожн|план)|уров${place} (регион|кра[йея]|област|республик)|regional level)`,
      'u',
    ),
  ],
];

const cells: readonly (readonly [Level, RegExp])[] = [
  ['municipality', /муницип|район|город|округ|municip/],
  ['school', /школ|^оо$|организац|учрежден|school/],
  ['region', /регион|кра[йея]|област|республик|region/],
];

const find = (of: typeof cells, text: string): Level | null =>
  of.find(([, pattern]) => pattern.test(text.toLowerCase().replaceAll('ё', 'е')))?.[0] ?? null;

/** The level that a heading or caption speaks of. */
export const headingLevel = (text: string): Level | null => find(headings, text);

/** The level that a cell of a column of levels names. */
export const cellLevel = (text: string): Level | null => find(cells, text);

/** True for a heading that says nothing but the level. */
export const isLevelAlone = (text: string): boolean =>
  headingLevel(text) !== null &&
  text.length <= 40 &&
  /^[\P{L}]*([IVX]+\.?\s+)?\p{L}+\s+уровень\P{L}*$/iu.test(text);

/** A text that was read in the wrong encoding and saved so: which it was, and which it was taken for. */
export interface Spoilt {
  was: string;
  taken: string;
}

// What the 64 characters of 0x80–0xBF look like in Windows-1251; they follow Р or С where UTF-8 was taken for it.
const tail = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї\u0098\u00ad';

const signs: [Spoilt, string][] = [
  [{ was: 'utf-8', taken: 'windows-1251' }, `([РС][${tail}]){3}`],
  [
    { was: 'utf-8', taken: 'latin-1' },
    '([ÐÑ][\\u0080-\\u00bf\\u0152-\\u0192\\u02c6-\\u02dc\\u2013-\\u2122]){2}',
  ],
  [{ was: 'windows-1251', taken: 'latin-1' }, '[À-ÖØ-öø-ÿ]{3}'],
  [{ was: '?', taken: 'utf-8' }, '\\ufffd'],
];

/** Kinds of spoilt letters with what matches them anywhere in a text, for RE2 as for JavaScript. */
export const spoiltSigns: readonly (Spoilt & { pattern: string })[] = signs.map(([spoilt, pattern]) => ({
  ...spoilt,
  pattern: pattern.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  ),
}));

/** KOI8-R taken for Windows-1251 turns the case of every letter round and keeps words: «лПД» for «Код». */
function isTurnedRound(text: string): boolean {
  const words = text.match(/[А-Яа-яЁё]{3,}/g) ?? [];
  const turned = words.filter((word) => /^[а-я][А-Я]+$/.test(word)).length;
  return turned >= 2 && turned * 2 > words.length;
}

/** What happened to a text whose letters are spoilt; undefined for a text that can be read. */
export function spoiltLetters(text: string): Spoilt | undefined {
  const sign = spoiltSigns.find(({ pattern }) => new RegExp(pattern, 'u').test(text));
  if (sign) return { was: sign.was, taken: sign.taken };
  return isTurnedRound(text) ? { was: 'koi8-r', taken: 'windows-1251' } : undefined;
}

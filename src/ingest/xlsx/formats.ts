/** What a number format makes of a number. */
export type Kind = 'number' | 'percent' | 'date' | 'time' | 'datetime' | 'elapsed';

/** Built-in formats have an id and no code. 27–36 and 50–58 are the East Asian dates. */
const builtIn: [Kind, number[]][] = [
  ['percent', [9, 10]],
  ['date', [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
  ['time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]],
  ['datetime', [22]],
  ['elapsed', [46]],
];

const builtInKinds = new Map(builtIn.flatMap(([kind, ids]) => ids.map((id) => [id, kind] as const)));

/** Kind of a built-in format. */
export const kindOfId = (id: number): Kind => builtInKinds.get(id) ?? 'number';

/** What stands in a code without formatting anything: quoted and escaped text, fillers, colours, locales. */
const literalText = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|general|standard|основной|стандартный|am\/pm|a\/p/gi;

/**
 * Kind of a format code. Excel stores codes with English letters; other programs also write the Russian ones that
 * Excel shows (`ДД.ММ.ГГГГ`).
 */
export function kindOfCode(text: string): Kind {
  // Excel allows no longer ones.
  const code = text.slice(0, 255);
  // The first section is for positive numbers, and dates are.
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? code;
  if (/\[(?:h+|m+|s+|ч+|м+|с+)\]/i.test(section)) return 'elapsed';
  // `ss.000` has zeros that are no digits of a number.
  const letters = section.replace(literalText, '').replace(/([sс])[.,]0+/gi, '$1');
  if (/[0#?]/.test(letters)) return letters.includes('%') ? 'percent' : 'number';
  const time = /[hsчс]/i.test(letters);
  const date = /[ydгд]/i.test(letters) || (!time && /[mм]/i.test(letters));
  if (date) return time ? 'datetime' : 'date';
  return time ? 'time' : 'number';
}

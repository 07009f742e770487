import type { Language } from '../contract/vocabulary.ts';
import { support as en } from './en/support.ts';
import { support as ru, type SupportMessages } from './ru/support.ts';

/** The words of the pages of support. */
export const supportMessages = (lang: Language): SupportMessages => (lang === 'ru' ? ru : en);

/** A difference of shares in percentage points with its sign: `−0,7 п. п.`, `+3.6 pts`. */
export function pointsText(lang: Language, value: number): string {
  const number = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shown = number.format(Math.abs(value) * 100);
  const zero = number.format(0) === shown;
  const sign = zero ? '' : value < 0 ? '−' : '+';
  return `${sign}${shown}\u00a0${lang === 'ru' ? 'п.\u00a0п.' : 'pts'}`;
}

import type { SourceAccount } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { quality as en } from './en/quality.ts';
import { faultText } from './faults.ts';
import { type QualityMessages, quality as ru } from './ru/quality.ts';

export type { QualityMessages } from './ru/quality.ts';

/** Words of the quality report. */
export const qualityMessages = (lang: Language): QualityMessages => (lang === 'ru' ? ru : en);

/** A note of the ingest in words; one without words of its own stays as it is. */
export function noteText(warning: string, lang: Language): string {
  const [code = '', ...about] = warning.split(' ');
  const { notes } = qualityMessages(lang);
  return Object.hasOwn(notes, code) ? (notes[code]?.(about.join(' ')) ?? warning) : warning;
}

/** Why rows of a file are not in the release: reason and number of rows. */
export function leftOut(account: SourceAccount, lang: Language): { reason: string; rows: number }[] {
  const words = qualityMessages(lang);
  const known = (rule: string) => (Object.hasOwn(words.excluded, rule) ? words.excluded[rule] : undefined);
  return [
    ...Object.entries(account.excluded).map(([rule, rows]) => ({
      reason: known(rule) ?? words.excludedAs(rule),
      rows,
    })),
    ...Object.entries(account.rejected_by ?? {}).map(([rule, rows]) => ({
      reason: words.rejectedAs(faultText(rule, lang).fault),
      rows,
    })),
  ];
}

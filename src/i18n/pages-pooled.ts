import type { Language } from '../contract/vocabulary.ts';
import { writtenShare } from './compare.ts';
import { pooled as en } from './en/pooled.ts';
import { isPooled, type PooledWork } from './pooled-facts.ts';
import { type PooledMessages, pooled as ru } from './ru/pooled.ts';

/** Words of results taken together. */
export const pooledMessages = (lang: Language): PooledMessages => (lang === 'ru' ? ru : en);

/** What may be said of the works whose grades are hidden: a sentence for each sum, then what has none, and why. */
export function pooledText(facts: readonly PooledWork[], minimum: number, lang: Language): string[] {
  const words = pooledMessages(lang);
  const told = facts.flatMap((fact) => {
    const share = isPooled(fact.pooled) && writtenShare(fact.pooled, lang);
    return isPooled(fact.pooled) && share ? [words.sentence(fact, fact.pooled, share.text)] : [];
  });
  const wide = facts.filter(({ pooled }) => pooled === 'wide');
  const none = facts.filter(({ pooled }) => pooled === 'none');
  return [
    ...told,
    ...(wide.length > 0 ? [words.wide(wide)] : []),
    ...(none.length > 0 ? [words.none(none, minimum)] : []),
  ];
}

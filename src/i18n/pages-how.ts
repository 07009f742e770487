import type { Language } from '../contract/vocabulary.ts';
import { how as en } from './en/how.ts';
import { type HowMessages, how as ru } from './ru/how.ts';

export type { HowTopic } from './ru/how.ts';

/** How each figure of the pages is made. */
export const howMessages = (lang: Language): HowMessages => (lang === 'ru' ? ru : en);

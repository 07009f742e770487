import type { Language } from '../contract/vocabulary.ts';
import { en } from './en.ts';
import { type Messages, ru } from './ru.ts';

export type { Messages } from './ru.ts';

/** Every sentence of the site in a language. */
export const messages = (lang: Language): Messages => (lang === 'ru' ? ru : en);

import type { Language } from '../contract/vocabulary.ts';
import { glossary as en } from './en/glossary.ts';
import { type GlossaryMessages, glossary as ru } from './ru/glossary.ts';

export type { Term } from './ru/glossary.ts';

/** Words that a parent may not know. */
export const glossaryMessages = (lang: Language): GlossaryMessages => (lang === 'ru' ? ru : en);

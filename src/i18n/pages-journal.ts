import type { Language } from '../contract/vocabulary.ts';
import { journal as en } from './en/journal.ts';
import { type JournalMessages, journal as ru } from './ru/journal.ts';

/** Words of the comparison of ВПР marks with the journal. */
export const journalMessages = (lang: Language): JournalMessages => (lang === 'ru' ? ru : en);

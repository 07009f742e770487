import type { Language } from '../contract/vocabulary.ts';
import { help as en } from './en/help.ts';
import { type HelpMessages, help as ru } from './ru/help.ts';

/** Words of the help that a school gets. */
export const helpMessages = (lang: Language): HelpMessages => (lang === 'ru' ? ru : en);

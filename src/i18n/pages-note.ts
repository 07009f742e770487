import type { Language } from '../contract/vocabulary.ts';
import { note as english } from './en/note.ts';
import { note as russian } from './ru/note.ts';

/** Words of the analytical note. */
export const noteMessages = (lang: Language): typeof russian => (lang === 'ru' ? russian : english);

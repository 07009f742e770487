import type { Language } from '../contract/vocabulary.ts';
import { hub as english } from './en/hub.ts';
import { hub as russian } from './ru/hub.ts';

/** Words of the page over several regions. */
export const hubMessages = (lang: Language): typeof russian => (lang === 'ru' ? russian : english);

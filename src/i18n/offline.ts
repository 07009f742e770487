import type { Language } from '../contract/vocabulary.ts';
import { offline as english } from './en/offline.ts';
import { offline as russian } from './ru/offline.ts';

/** Words of reading offline and of new editions. */
export const offlineMessages = (lang: Language): typeof russian => (lang === 'ru' ? russian : english);

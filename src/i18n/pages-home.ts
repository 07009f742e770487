import type { Language } from '../contract/vocabulary.ts';
import { homePage as en } from './en/home.ts';
import { type HomePageMessages, homePage as ru } from './ru/home.ts';

/** Words of the home page that are made from the release. */
export const homeMessages = (lang: Language): HomePageMessages => (lang === 'ru' ? ru : en);

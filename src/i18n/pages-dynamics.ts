import type { Language } from '../contract/vocabulary.ts';
import { dynamicsPage as en } from './en/dynamics-page.ts';
import { type DynamicsPageMessages, dynamicsPage as ru } from './ru/dynamics-page.ts';

/** The words of the page of dynamics. */
export const dynamicsMessages = (lang: Language): DynamicsPageMessages => (lang === 'ru' ? ru : en);

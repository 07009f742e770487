import type { Language } from '../contract/vocabulary.ts';
import { api as en } from './en/api.ts';
import { type ApiMessages, api as ru } from './ru/api.ts';

/** Words of the page of the API. */
export const apiMessages = (lang: Language): ApiMessages => (lang === 'ru' ? ru : en);

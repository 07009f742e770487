import type { Language } from '../contract/vocabulary.ts';
import { methodologies as en } from './en/methodologies.ts';
import { type MethodologiesMessages, methodologies as ru } from './ru/methodologies.ts';

/** The words on other methodologies published beside the one in force. */
export const methodologiesMessages = (lang: Language): MethodologiesMessages => (lang === 'ru' ? ru : en);

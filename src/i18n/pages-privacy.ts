import type { Language } from '../contract/vocabulary.ts';
import { privacy as english } from './en/privacy.ts';
import { type PrivacyMessages, privacy as russian } from './ru/privacy.ts';

export type { PrivacyFigures } from './ru/privacy.ts';

/** The words of the page on what is hidden and why. */
export const privacyMessages = (lang: Language): PrivacyMessages => (lang === 'ru' ? russian : english);

import type { Language } from '../contract/vocabulary.ts';
import { accessibility as en } from './en/accessibility.ts';
import { type AccessibilityMessages, accessibility as ru } from './ru/accessibility.ts';

/** The statement of accessibility. */
export const accessibilityMessages = (lang: Language): AccessibilityMessages => (lang === 'ru' ? ru : en);

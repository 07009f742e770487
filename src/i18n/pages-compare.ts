import type { Language } from '../contract/vocabulary.ts';
import { comparison as en } from './en/comparison.ts';
import { comparison as ru } from './ru/comparison.ts';

/** Texts of the page that compares schools and municipalities. */
export type ComparisonMessages = typeof ru;

/** The words of the page that compares schools and municipalities. */
export const comparisonMessages = (lang: Language): ComparisonMessages => (lang === 'ru' ? ru : en);

import type { Language } from '../contract/vocabulary.ts';
import { progressEn } from './en/progress.ts';
import { type ProgressWords, progressRu } from './ru/progress.ts';

export type { ProgressWords } from './ru/progress.ts';

/** Words of progress in a language. */
export const progressWords: Record<Language, ProgressWords> = { ru: progressRu, en: progressEn };

import type { Language } from '../contract/vocabulary.ts';
import { usageEn } from './en/usage.ts';
import { type UsageWords, usageRu } from './ru/usage.ts';

export type { UsageWords };

/** What is wrong with the call of a command, in both languages. */
export const usageWords: Readonly<Record<Language, UsageWords>> = { ru: usageRu, en: usageEn };

import type { Language } from '../contract/vocabulary.ts';
import { whatIf as en } from './en/what-if.ts';
import { whatIf as ru } from './ru/what-if.ts';

/** Texts of the page of changed rules. */
export type WhatIfMessages = typeof ru;

/** The words of the page of changed rules. */
export const whatIfMessages = (lang: Language): WhatIfMessages => (lang === 'ru' ? ru : en);

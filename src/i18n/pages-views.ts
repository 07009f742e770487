import type { Language } from '../contract/vocabulary.ts';
import * as en from './en/views.ts';
import * as ru from './ru/views.ts';

/** Texts of the explorer's linked views. */
export type ViewMessages = typeof ru.views;

/** The words of the explorer's linked views. */
export const viewMessages = (lang: Language): ViewMessages => (lang === 'ru' ? ru : en).views;

/** `12 schools` */
export const schoolsText = (lang: Language, count: number): string =>
  (lang === 'ru' ? ru : en).schoolsText(count);

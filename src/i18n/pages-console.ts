import type { Language } from '../contract/vocabulary.ts';
import * as en from './en/console.ts';
import { questions as english } from './en/questions.ts';
import * as ru from './ru/console.ts';
import { questions as russian } from './ru/questions.ts';

/** The worked questions of the console, by id, in the order of the page. */
export type QuestionWords = Readonly<Record<string, { topic: string; title: string; note: string }>>;
/** Words of the page itself. */
export type ConsolePage = typeof ru.page;
/** Texts that the page hands to the console. */
export type ConsoleMessages = typeof ru.messages;

/** Everything the SQL console says in a language. */
export const consoleMessages = (lang: Language) => {
  const { page, messages } = lang === 'ru' ? ru : en;
  return { page, messages, questions: lang === 'ru' ? russian : english };
};

/** `1 240 rows` */
export const rowsText = (lang: Language, count: number): string => (lang === 'ru' ? ru : en).rowsText(count);
/** `1 240 rows, 35 ms.` */
export const answerText = (lang: Language, count: number, milliseconds: number): string =>
  (lang === 'ru' ? ru : en).answerText(count, milliseconds);

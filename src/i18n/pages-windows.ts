import type { Language } from '../contract/vocabulary.ts';
import { windows as en } from './en/windows.ts';
import { windows as ru, type WindowsMessages } from './ru/windows.ts';

/** Words of level and change over three years. */
export const windowsMessages = (lang: Language): WindowsMessages => (lang === 'ru' ? ru : en);

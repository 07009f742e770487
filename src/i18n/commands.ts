import type { Language } from '../contract/vocabulary.ts';
import { commandsEn } from './en/commands.ts';
import { commandsRu } from './ru/commands.ts';

/** What `--help` of a command prints, in both languages. */
export const helpOf = (name: keyof typeof commandsRu): Record<Language, string> => ({
  ru: commandsRu[name],
  en: commandsEn[name],
});

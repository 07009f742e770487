import type { Language } from '../contract/vocabulary.ts';
import { embeds as en } from './en/embeds.ts';
import { type EmbedMessages, embeds as ru } from './ru/embeds.ts';

export type { EmbedMessages } from './ru/embeds.ts';

/** Words of embeds. */
export const embedMessages = (lang: Language): EmbedMessages => (lang === 'ru' ? ru : en);

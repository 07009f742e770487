import type { Language } from '../contract/vocabulary.ts';
import { releases as en } from './en/releases.ts';
import { type ReleaseMessages, releases as ru } from './ru/releases.ts';

/** Words about releases and what changed between them. */
export const releaseMessages = (lang: Language): ReleaseMessages => (lang === 'ru' ? ru : en);

import type { Language } from '../contract/vocabulary.ts';
import { roadmaps as en } from './en/roadmaps.ts';
import { type RoadmapMessages, roadmaps as ru } from './ru/roadmaps.ts';

/** The words of the pages of road maps. */
export const roadmapMessages = (lang: Language): RoadmapMessages => (lang === 'ru' ? ru : en);

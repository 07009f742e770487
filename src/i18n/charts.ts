import type { Language } from '../contract/vocabulary.ts';
import { charts as en } from './en/charts.ts';
import { type ChartMessages, charts as ru } from './ru/charts.ts';

/** The words of charts alone, so that a browser need not load the whole catalogue to draw one. */
export const chartMessages = (lang: Language): ChartMessages => (lang === 'ru' ? ru : en);

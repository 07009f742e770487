import type { Language } from '../contract/vocabulary.ts';
import { formulas as en } from './en/formulas.ts';
import { indicators as english } from './en/indicators.ts';
import { clusterMessages } from './pages-clusters.ts';
import { type Formula, formulas as ru } from './ru/formulas.ts';
import { type IndicatorMessages, indicators as russian } from './ru/indicators.ts';

/** The words of the pages of indicators. */
export const indicatorMessages = (lang: Language): IndicatorMessages => (lang === 'ru' ? russian : english);

/** Numerator and denominator of an indicator in words. */
export const formulaText = (id: string, lang: Language): Formula | undefined => (lang === 'ru' ? ru : en)[id];

const procedures = { ru: { vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' }, en: { vpr: 'VPR', oge: 'OGE', ege: 'EGE' } };

/** A dimension in words: `vpr russian confirmed` → «ВПР, русский язык, подтверждено». `subject` names a subject. */
export function dimensionText(
  dimension: string,
  lang: Language,
  subject: (id: string) => string | null,
): string {
  const words = indicatorMessages(lang);
  const { deficitKinds } = clusterMessages(lang);
  const lenses: Record<string, string> = {
    formal: words.formal,
    confirmed: words.confirmed,
    'at-risk': words.atRisk,
  };
  const exams: Record<string, string> = procedures[lang];
  const grade = (word: string) => (lang === 'ru' ? `${word}\u00a0класс` : `grade\u00a0${word}`);
  const named = (word: string) =>
    lenses[word] ??
    exams[word] ??
    deficitKinds[word] ??
    (/^\d+$/.test(word) ? grade(word) : (subject(word) ?? word));
  return dimension === '' ? words.whole : dimension.split(' ').map(named).join(', ');
}

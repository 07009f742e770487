import type { Language } from '../contract/vocabulary.ts';
import { doctorEn, doctorWordsEn } from './en/doctor.ts';
import { doctorRu, doctorWordsRu } from './ru/doctor.ts';

export const doctorTexts = { ru: doctorRu, en: doctorEn };
const words = { ru: doctorWordsRu, en: doctorWordsEn };

/** What the doctor found, as it is told. */
export interface ToldFinding {
  state: keyof typeof doctorWordsRu.states;
  code: string;
  facts: Readonly<Record<string, string | number>>;
  places: readonly string[];
}

const fill = (text: string, facts: ToldFinding['facts']): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

const shownPlaces = 5;

/** A finding as lines: its sign and sentence, the first places, the remedy. */
export function findingLines({ state, code, facts, places }: ToldFinding, lang: Language): string[] {
  const { found, remedy } = doctorTexts[lang][code] ?? { found: code };
  const own = words[lang];
  const rest = places.length - shownPlaces;
  return [
    `${own.states[state]} ${fill(found, facts)}`,
    ...places.slice(0, shownPlaces).map((place) => `    ${place}`),
    ...(rest > 0 ? [`    ${fill(own.more, { count: rest })}`] : []),
    ...(remedy ? [`    ${own.remedy}: ${fill(remedy, facts)}`] : []),
  ];
}

/** The last line: how many checks ended how. */
export function findingTotal(findings: readonly ToldFinding[], lang: Language): string {
  const count = (state: ToldFinding['state']) => findings.filter((each) => each.state === state).length;
  const facts = {
    all: findings.length,
    failed: count('failed'),
    warnings: count('warning'),
    skipped: count('skipped'),
  };
  return fill(words[lang].total, facts);
}

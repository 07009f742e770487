import type { Language } from '../contract/vocabulary.ts';
import { clusters as en } from './en/clusters.ts';
import type { SubjectWords } from './facts.ts';
import { countText, gradesText, numbers } from './formats.ts';
import { type ClusterMessages, clusters as ru } from './ru/clusters.ts';
import type { ClusterFacts, ClusterReason, RuleFacts, UnitFact } from './status-facts.ts';

export type { ClusterMessages } from './ru/clusters.ts';

/** The words of clusters and of a school's status. */
export const clusterMessages = (lang: Language): ClusterMessages => (lang === 'ru' ? ru : en);

const procedures = { ru: { vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' }, en: { vpr: 'VPR', oge: 'OGE', ege: 'EGE' } };

/** The index of social well-being: one decimal. */
export const indexText = (lang: Language, value: number): string =>
  numbers(lang, 1, { least: 0 }).format(value);

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
/** Names of languages keep their capital inside an English sentence. */
const proper = new Set(['russian', 'english', 'german', 'french']);
/** The name of a subject inside a sentence. */
export const lowerName = ({ subject, ru: russian, en: english }: SubjectWords, lang: Language) => {
  if (lang === 'ru') return lower(russian);
  return proper.has(subject) ? english : lower(english);
};

/** A work inside a sentence: `ВПР, русский язык, 8 класс`. */
export function workText(
  { procedure, subject, grade }: Omit<UnitFact, 'participants' | 'below' | 'year'>,
  lang: Language,
): string {
  const name = subject && lowerName(subject, lang);
  const parts = [procedures[lang][procedure], name ?? clusterMessages(lang).allSubjects];
  return [...parts, ...(procedure === 'vpr' && grade > 0 ? [gradesText(lang, [grade])] : [])].join(', ');
}

/** Works with their counts; the years of one work stand together: `…, 8 класс: 12 из 35 в 2024 году`. */
function unitTexts(units: readonly UnitFact[], lang: Language): string[] {
  const words = clusterMessages(lang);
  const groups = Map.groupBy(units, (unit) => workText(unit, lang));
  return [...groups].map(([where, own]) => {
    const counts = own
      .toSorted((a, b) => a.year - b.year)
      .map(({ below, participants, year }) =>
        words.unitCount(countText(lang, below), countText(lang, participants), year),
      );
    return words.unit(where, counts);
  });
}

/** One reason in words, and the works that it rests on. */
export interface ReasonText {
  text: string;
  units: string[];
}

/** A reason in words. */
function reasonText(reason: ClusterReason, rule: RuleFacts, lang: Language): ReasonText {
  const words = clusterMessages(lang);
  switch (reason.kind) {
    case 'programme':
      return { text: words.programme(reason.programme), units: [] };
    case 'two-procedures':
      return {
        text: words.twoProcedures(rule.threshold, rule.sameYear),
        units: unitTexts(reason.units, lang),
      };
    case 'two-years':
      return {
        text: words.twoYears(rule.threshold, rule.consecutiveYears),
        units: unitTexts(reason.units, lang),
      };
    case 'pooled':
      return { text: words.pooled(rule.threshold), units: unitTexts(reason.units, lang) };
    case 'failing-group':
      return { text: words.failingGroup(rule.groupThreshold), units: unitTexts(reason.units, lang) };
    case 'deficit':
      return { text: words.deficit(reason.kinds.map((kind) => words.deficitKinds[kind] ?? kind)), units: [] };
    case 'low-wellbeing':
      return {
        text: words.lowWellbeing(reason.wellbeing === null ? null : indexText(lang, reason.wellbeing)),
        units: [],
      };
    default:
      return { text: words.noPrevention, units: [] };
  }
}

/** Which reasons decide a cluster; the others are told apart as what is also there. */
const deciding: Readonly<Record<string, readonly string[]>> = {
  '500+': ['programme'],
  '2': ['two-procedures', 'two-years', 'pooled'],
  '1': ['failing-group'],
  '3': ['deficit', 'low-wellbeing', 'no-prevention'],
};

export interface ClusterText {
  status: string;
  because: ReasonText[];
  also: ReasonText[];
  robustness: string | null;
  /** Where the rule of consecutive years could not be checked; `null` where it always could. */
  breaks: string | null;
}

/** The breaks of a run of years in one sentence. */
function breakText({ breaks, rule }: ClusterFacts, lang: Language): string | null {
  if (breaks.length === 0) return null;
  const words = clusterMessages(lang);
  const parts = breaks.map(({ procedure, code, years }) =>
    words.breakParts[code](procedures[lang][procedure], years),
  );
  return words.breaks(rule.consecutiveYears, parts);
}

/** A school's cluster in sentences: what it is, why, what else is there, how firm it is. */
export function clusterText(facts: ClusterFacts, lang: Language): ClusterText {
  const words = clusterMessages(lang);
  const { cluster, robustness, rule } = facts;
  const decides = ({ kind }: ClusterReason) => deciding[cluster]?.includes(kind) ?? false;
  // A low-results school always has a group of failing pupils: the same works would be listed twice.
  const redundant = ({ kind }: ClusterReason) =>
    kind === 'failing-group' && facts.reasons.some((other) => deciding['2']?.includes(other.kind));
  const also = facts.reasons.filter((reason) => !decides(reason) && !redundant(reason));
  const possible = facts.possible.map((kind) => ({ text: words.possible[kind], units: [] }));
  const lacking = cluster === 'insufficient-data' ? [{ text: words.notEnough(rule.minimum), units: [] }] : [];
  const written = (reasons: readonly ClusterReason[]) =>
    reasons.map((reason) => reasonText(reason, rule, lang));
  const firm =
    robustness && cluster !== 'insufficient-data' && (cluster === '2' || robustness.identified.high > 0);
  return {
    status: words.status(facts.year)[cluster],
    because: [...lacking, ...written(facts.reasons.filter(decides)), ...possible],
    also: written(also),
    robustness: firm
      ? words.settings(robustness.identified.low, robustness.identified.high, robustness.settings)
      : null,
    breaks: breakText(facts, lang),
  };
}

import type { Language } from '../contract/vocabulary.ts';
import { schoolParts as en } from './en/school-parts.ts';
import { clusterMessages, indexText, workText } from './pages-clusters.ts';
import { schoolParts as ru, type SchoolPartsMessages } from './ru/school-parts.ts';
import type { AdverseFacts, MarkerFact } from './status-facts.ts';

/** Words of the parts of a school's page. */
export const schoolPartsMessages = (lang: Language): SchoolPartsMessages => (lang === 'ru' ? ru : en);

/** Adverse social conditions in a sentence; `null` where there is nothing to say. */
export function adverseText(facts: AdverseFacts, lang: Language): string | null {
  const { adverse } = schoolPartsMessages(lang);
  const { deficitKinds } = clusterMessages(lang);
  if (!facts.lowestQuartile || facts.wellbeing === null) return null;
  const index = indexText(lang, facts.wellbeing);
  if (facts.state === 'met')
    return adverse.met(
      facts.year,
      index,
      facts.deficits.map((kind) => deficitKinds[kind] ?? kind),
    );
  return facts.deficitsKnown ? adverse.lowest(facts.year, index) : adverse.unknown(facts.year, index);
}

/** A possible marker with its work and years. */
export function markerText(
  { marker, procedure, subject, grade, years, sure }: MarkerFact,
  lang: Language,
): string {
  const words = schoolPartsMessages(lang);
  const work = procedure && subject ? `: ${workText({ procedure, subject, grade }, lang)}` : '';
  const unsure = sure ? '' : `; ${words.markerUnsure}`;
  return `${words.markers[marker]}${work}${words.markerYears(years.join(', '))}${unsure}`;
}

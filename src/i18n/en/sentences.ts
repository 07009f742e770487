import { type Chance, chance, compare, writtenShare } from '../compare.ts';
import { type Absence, type Gap, isOutcome, type Outcome, type SeriesFacts } from '../facts.ts';
import { countText, gradesText, list, plural } from '../formats.ts';

const procedures = { vpr: 'VPR', oge: 'OGE', ege: 'EGE' } as const;
const participants = { one: 'participant', other: 'participants' };
/** Names of languages keep their capital inside a sentence. */
const proper = new Set(['russian', 'english', 'german', 'french']);

/** A work after its procedure's name. */
export function work({
  procedure,
  subject,
  grades,
}: Pick<SeriesFacts, 'procedure' | 'subject' | 'grades'>): string {
  const name = proper.has(subject.subject)
    ? subject.en
    : subject.en.charAt(0).toLowerCase() + subject.en.slice(1);
  const where = grades.length > 0 ? ` (${gradesText('en', grades)})` : '';
  return `${procedures[procedure]} in ${name}${where}`;
}

/** "14 of 38 participants (37%) were below the threshold" */
export function level({ participants: all, below }: Outcome, share: string): string {
  const total = `${countText('en', all)}\u00a0${plural('en', all.high, participants)}`;
  if (below.high === 0) return `all participants (${countText('en', all)}) reached the threshold`;
  const verb = below.high === 1 ? 'was' : 'were';
  return `${countText('en', below)} of ${total} (${share}) ${verb} below the threshold`;
}

const chances: Record<Chance, string> = {
  within: '; the difference is within what chance alone produces',
  perhaps: '; the difference may be within what chance alone produces: some counts are hidden',
  beyond: '',
};

function change(now: Outcome, before: Outcome): string {
  const share = writtenShare(now, 'en');
  const other = writtenShare(before, 'en');
  if (!share || !other) return '';
  if (now.below.high === 0)
    return before.below.high === 0
      ? ', as in the year before'
      : `; the year before ${other.text} were below it${chances[chance(now, before)]}`;
  switch (compare(share, other)) {
    case 'equal':
      return `, the same as the year before (${other.text})`;
    case 'about-equal':
      return `, almost the same as the year before (${other.text})`;
    case 'less':
      return `, a smaller share than the year before (${other.text})${chances[chance(now, before)]}`;
    case 'more':
      return `, a larger share than the year before (${other.text})${chances[chance(now, before)]}`;
    default:
      return `; the year before it was ${other.text}, and an exact comparison is impossible because some counts are hidden`;
  }
}

function absent(facts: SeriesFacts, reason: Absence): string {
  if (reason.kind === 'few-participants')
    return `In ${facts.year} the ${work(facts)} had fewer than ${reason.minimum} participants${facts.procedure === 'vpr' ? ' in every grade' : ''}: the result is hidden so that nobody can tell one pupil’s mark from it.`;
  if (reason.kind === 'suppressed')
    return `The ${facts.year} result of the ${work(facts)} was withheld by its source.`;
  return `There are no results of the ${work(facts)} for ${facts.year}.`;
}

function gap(year: number, reason: Gap): string {
  switch (reason.kind) {
    case 'first-year':
      return 'There are no earlier results to compare with.';
    case 'break':
      return `It cannot be compared with ${year}. ${reason.reason.en}.`;
    case 'few-participants':
      return `It cannot be compared with ${year}: the result of that year is hidden because there were few participants.`;
    case 'suppressed':
      return `It cannot be compared with ${year}: that result was withheld by its source.`;
    default:
      return `There are no results for ${year}, so there is no comparison with the year before.`;
  }
}

function region({ previous, current }: { previous: Outcome; current: Outcome }): string[] {
  const now = writtenShare(current, 'en');
  const before = writtenShare(previous, 'en');
  if (!now || !before) return [];
  const share = 'Across the region the share below the threshold';
  const luck = chances[chance(current, previous)];
  switch (compare(now, before)) {
    case 'equal':
      return [`${share} stayed the same over that time: ${now.text}.`];
    case 'about-equal':
      return [`${share} hardly changed over that time: ${now.text}.`];
    case 'less':
      return [`${share} fell from ${before.text} to ${now.text} over that time${luck}.`];
    case 'more':
      return [`${share} rose from ${before.text} to ${now.text} over that time${luck}.`];
    default:
      return [
        `Across the region ${before.text} were below the threshold the year before and ${now.text} this year.`,
      ];
  }
}

/** The smaller group of the two that the sentences compare. */
const fewest = ({ current, previous }: SeriesFacts): number =>
  Math.min(...[current, previous].filter(isOutcome).map(({ participants: all }) => all.low));

/** One sentence for all works hidden for the same reason. */
export function englishHidden(facts: readonly SeriesFacts[], year: number, minimum: number): string[] {
  const works = list('en', facts.map(work));
  return [
    `Hidden results of ${year}: ${works}.`,
    `There were fewer than ${minimum} participants in every grade, and a result could tell one pupil’s mark.`,
  ];
}

/** The English sentences; see `seriesSentences`. */
export function english(facts: SeriesFacts): string[] {
  const { current, previous, year, few } = facts;
  if (!isOutcome(current)) return [absent(facts, current)];
  const share = writtenShare(current, 'en');
  if (!share) return [absent(facts, { kind: 'no-data' })];
  const compared = isOutcome(previous);
  const start = `In ${year}, in the ${work(facts)}, ${level(current, share.text)}`;
  const sentences = [`${start}${compared ? change(current, previous) : ''}.`];
  if (!compared) sentences.push(gap(year - 1, previous));
  if (compared && facts.region) sentences.push(...region(facts.region));
  if (fewest(facts) < few)
    sentences.push(`Fewer than ${few} participants: with so few the share depends strongly on chance.`);
  return sentences;
}

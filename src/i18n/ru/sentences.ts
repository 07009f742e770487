import { type Chance, chance, compare, writtenShare } from '../compare.ts';
import { type Absence, type Gap, isOutcome, type Outcome, type SeriesFacts } from '../facts.ts';
import { capital, countText, gradesText, list, plural } from '../formats.ts';

const procedures = { vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' } as const;
/** After «из 38». */
const participants = { one: 'участника', other: 'участников' };
const failed = { one: 'не преодолел', other: 'не преодолели' };

/** A work after its procedure's name. */
export function work({
  procedure,
  subject,
  grades,
}: Pick<SeriesFacts, 'procedure' | 'subject' | 'grades'>): string {
  const where = grades.length > 0 ? ` (${gradesText('ru', grades)})` : '';
  return `${procedures[procedure]} по ${subject.ru_dative}${where}`;
}

/** «порог не преодолели 14 из 38 участников (37 %)» */
export function level({ participants: all, below }: Outcome, share: string): string {
  const total = `${countText('ru', all)}\u00a0${plural('ru', all.high, participants)}`;
  if (below.high === 0) return `порог преодолели все участники (${countText('ru', all)})`;
  const verb = below.low === below.high ? plural('ru', below.high, failed) : failed.other;
  return `порог ${verb} ${countText('ru', below)} из ${total} (${share})`;
}

const chances: Record<Chance, string> = {
  within: '; разница в пределах того, что даёт случай',
  perhaps: '; возможно, разница в пределах того, что даёт случай: часть чисел скрыта',
  beyond: '',
};

function change(now: Outcome, before: Outcome): string {
  const share = writtenShare(now, 'ru');
  const other = writtenShare(before, 'ru');
  if (!share || !other) return '';
  if (now.below.high === 0)
    return before.below.high === 0
      ? ', как и годом раньше'
      : `; годом раньше его не преодолели ${other.text}${chances[chance(now, before)]}`;
  switch (compare(share, other)) {
    case 'equal':
      return `\u00a0— это столько же, сколько годом раньше (${other.text})`;
    case 'about-equal':
      return `, это почти столько же, сколько годом раньше (${other.text})`;
    case 'less':
      return `\u00a0— это меньше, чем годом раньше (${other.text})${chances[chance(now, before)]}`;
    case 'more':
      return `\u00a0— это больше, чем годом раньше (${other.text})${chances[chance(now, before)]}`;
    default:
      return `; годом раньше — ${other.text}, точное сравнение невозможно: часть чисел скрыта`;
  }
}

function absent(facts: SeriesFacts, reason: Absence): string {
  if (reason.kind === 'few-participants')
    return `В ${facts.year} году на ${work(facts)} ${facts.procedure === 'vpr' ? 'в каждом классе ' : ''}было меньше ${reason.minimum} участников. Результат скрыт: по нему можно было бы узнать отметку отдельного ученика.`;
  if (reason.kind === 'suppressed')
    return `Результат ${work(facts)} за ${facts.year} год скрыт источником данных.`;
  return `Результатов ${work(facts)} за ${facts.year} год нет.`;
}

function gap(year: number, reason: Gap): string {
  switch (reason.kind) {
    case 'first-year':
      return 'Более ранних результатов нет, сравнивать не с чем.';
    case 'break':
      return `Сравнения с ${year} годом нет. ${reason.reason.ru}.`;
    case 'few-participants':
      return `Сравнить с ${year} годом нельзя: результат того года скрыт из-за малого числа участников.`;
    case 'suppressed':
      return `Сравнить с ${year} годом нельзя: тот результат скрыт источником данных.`;
    default:
      return `Результатов за ${year} год нет, поэтому сравнения с предыдущим годом нет.`;
  }
}

function region({ previous, current }: { previous: Outcome; current: Outcome }): string[] {
  const now = writtenShare(current, 'ru');
  const before = writtenShare(previous, 'ru');
  if (!now || !before) return [];
  const share = 'В целом по региону доля не преодолевших порог за это время';
  const luck = chances[chance(current, previous)];
  switch (compare(now, before)) {
    case 'equal':
      return [`${share} не изменилась: ${now.text}.`];
    case 'about-equal':
      return [`${share} почти не изменилась: ${now.text}.`];
    case 'less':
      return [`${share} снизилась с ${before.text} до ${now.text}${luck}.`];
    case 'more':
      return [`${share} выросла с ${before.text} до ${now.text}${luck}.`];
    default:
      return [
        `В целом по региону порог не преодолели ${before.text} годом раньше и ${now.text} в этом году.`,
      ];
  }
}

/** The smaller group of the two that the sentences compare. */
const fewest = ({ current, previous }: SeriesFacts): number =>
  Math.min(...[current, previous].filter(isOutcome).map(({ participants: all }) => all.low));

/** One sentence for all works hidden for the same reason, so that a small school's page does not repeat itself. */
export function russianHidden(facts: readonly SeriesFacts[], year: number, minimum: number): string[] {
  const works = list('ru', facts.map(work));
  return [
    `Скрыты результаты за ${year} год: ${works}.`,
    `В каждом классе было меньше ${minimum} участников, и по результату можно было бы узнать отметку отдельного ученика.`,
  ];
}

/** The Russian sentences; see `seriesSentences`. */
export function russian(facts: SeriesFacts): string[] {
  const { current, previous, year, few } = facts;
  if (!isOutcome(current)) return [absent(facts, current)];
  const share = writtenShare(current, 'ru');
  if (!share) return [absent(facts, { kind: 'no-data' })];
  const compared = isOutcome(previous);
  const start = `в ${year} году на ${work(facts)} ${level(current, share.text)}`;
  const sentences = [`${capital(start)}${compared ? change(current, previous) : ''}.`];
  if (!compared) sentences.push(gap(year - 1, previous));
  if (compared && facts.region) sentences.push(...region(facts.region));
  if (fewest(facts) < few)
    sentences.push(`Участников меньше ${few}: при таком числе доля сильно зависит от случая.`);
  return sentences;
}

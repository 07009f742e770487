import { yearIn } from './moments.ts';
import type { Period, PeriodContext } from './period.ts';

const numbers: Readonly<Record<string, number>> = {
  ...{ месяц: 1, квартал: 3, полугодие: 6, год: 12 },
  ...{ два: 2, двух: 2, три: 3, трех: 3, четыре: 4, четырех: 4, шесть: 6, шести: 6 },
};

/** «Не реже одного раза в два месяца» and the like as months; `null` for anything else. */
function monthsBetween(text: string): number | null {
  const word = /^(?:не реже )?(?:(?:одного|1) раза|(?:один |1 )?раз) в (\S+)(?: месяц(?:а|ев))?(?= |$)/.exec(
    text,
  )?.[1];
  if (word !== undefined) return numbers[word] ?? (/^\d+$/.test(word) ? Number(word) : null);
  if (/^(ежемесячно|каждый месяц)(?=[ ,/]|$)/.test(text)) return 1;
  if (/^(ежеквартально|каждый квартал)(?=[ ,/]|$)/.test(text)) return 3;
  if (/^(два раза в год|каждое полугодие)(?=[ ,/]|$)/.test(text)) return 6;
  return /^(ежегодно|каждый год)(?=[ ,/]|$)/.test(text) ? 12 : null;
}

const recurrenceOf = (months: number): Period['recurrence'] =>
  months === 3 ? 'quarterly' : months === 12 ? 'yearly' : 'monthly';

/** What comes back every so many months, inside the road map's days or a year that the wording names. */
export function repeated(text: string, { span }: PeriodContext): Period | null {
  const months = monthsBetween(text);
  if (months === null || months < 1 || months > 12) return null;
  const day = /до (\d{1,2})(?:-го)? числа/.exec(text)?.[1];
  const due_day = day === undefined ? null : Number(day);
  const impossible = due_day !== null && (due_day < 1 || due_day > 31);
  const none = { starts: null, ends: null, on_dates: null, every_months: null, due_day: null };
  if (impossible) return { ...none, recurrence: 'on-demand', period_basis: 'impossible' };
  const named = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  const recurrence = recurrenceOf(months);
  return {
    starts: named ? `${named}-01-01` : span.from,
    ends: named ? `${named}-12-31` : span.to,
    on_dates: null,
    recurrence,
    every_months: recurrence === 'monthly' ? months : null,
    due_day,
    period_basis: named ? 'stated' : yearIn(span.from) === yearIn(span.to) ? 'map-year' : 'map-years',
  };
}

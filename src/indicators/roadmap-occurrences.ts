import type { RoadmapRow } from '../contract/roadmap.ts';

/** What the days of an activity follow from. `dated`: the day of the order, from which a bare deadline runs. */
export type Scheduled = Pick<
  RoadmapRow,
  'starts' | 'ends' | 'on_dates' | 'recurrence' | 'every_months' | 'due_day'
> & { dated: string | null };

export interface Occurrence {
  opens: string;
  due: string;
}

/** An activity that falls due more often than this is cut off there: fifty years of months. */
const most = 600;

const at = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const parts = (iso: string): [number, number, number] => [
  Number(iso.slice(0, 4)),
  Number(iso.slice(5, 7)) - 1,
  Number(iso.slice(8, 10)),
];

/** A day of a month, or the month's last one where it is shorter. */
function dayOf(year: number, month: number, day: number): string {
  const last = at(year, month + 1, 0);
  const wanted = at(year, month, day);
  return wanted > last ? last : wanted;
}

/** Stretches of months from the first to the last day, each due on its last day or by a day of the next month. */
function byMonths(first: string, last: string, months: number, dueDay: number | null): Occurrence[] {
  const found: Occurrence[] = [];
  const [year, month] = parts(first);
  for (let from = month; found.length < most; from += months) {
    const opens = at(year, from, 1);
    if (opens > last) break;
    const due = dueDay === null ? at(year, from + months, 0) : dayOf(year, from + months, dueDay);
    found.push({ opens: opens < first ? first : opens, due: dueDay === null && due > last ? last : due });
  }
  return found;
}

/** The same days of every year. */
function byYears(first: string, last: string): Occurrence[] {
  const [startYear, startMonth, startDay] = parts(first);
  const [endYear, endMonth, endDay] = parts(last);
  const wraps = endMonth < startMonth || (endMonth === startMonth && endDay < startDay);
  const found: Occurrence[] = [];
  for (let year = startYear; year + (wraps ? 1 : 0) <= endYear && found.length < most; year += 1)
    found.push({
      opens: dayOf(year, startMonth, startDay),
      due: dayOf(year + (wraps ? 1 : 0), endMonth, endDay),
    });
  return found;
}

function onDays(days: string, first: string | null): Occurrence[] {
  let opens = first;
  return days.split(' ').map((due) => {
    const occurrence = { opens: opens === null || opens > due ? due : opens, due };
    opens = at(...(([y, m, d]) => [y, m, d + 1] as const)(parts(due)));
    return occurrence;
  });
}

/**
 * Every time that an activity falls due: when it opens and its last day, in order. None where no date follows from its
 * wording. Months, quarters and years are those of the calendar; a quarter that the road map's days cut is shorter.
 */
export function occurrences({
  starts,
  ends,
  on_dates,
  recurrence,
  every_months,
  due_day,
  dated,
}: Scheduled): Occurrence[] {
  if (on_dates !== null) return onDays(on_dates, recurrence === 'term' ? starts : null);
  if (ends === null) return [];
  if (recurrence === 'monthly' && starts) return byMonths(starts, ends, every_months ?? 1, due_day);
  if (recurrence === 'quarterly' && starts) {
    const [year, month] = parts(starts);
    const quarter = at(year, month - (month % 3), 1);
    return byMonths(quarter, ends, 3, due_day)
      .map(({ opens, due }) => ({ opens: opens < starts ? starts : opens, due }))
      .filter(({ due }) => due >= starts);
  }
  if (recurrence === 'yearly' && starts) return byYears(starts, ends);
  const opens = starts ?? dated ?? ends;
  return [{ opens: opens > ends ? ends : opens, due: ends }];
}

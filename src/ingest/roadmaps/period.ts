import type { PeriodBasis, Recurrence } from '../../contract/roadmap.ts';
import { type Days, daysOf, type Moment, moment, shifted, yearIn } from './moments.ts';
import { repeated } from './repeated.ts';
import {
  dayBefore,
  type SchoolCalendar,
  schoolYear,
  termDays,
  termEnds,
  termNumber,
} from './school-terms.ts';

/** What a wording says of time, in the columns of `roadmaps`. */
export interface Period {
  starts: string | null;
  ends: string | null;
  on_dates: string | null;
  recurrence: Recurrence;
  every_months: number | null;
  due_day: number | null;
  period_basis: PeriodBasis;
}

/** What a wording is read against: the days of the road map and the school calendar. */
export interface PeriodContext {
  span: Days;
  calendar: SchoolCalendar;
}

const blank = { starts: null, ends: null, on_dates: null, every_months: null, due_day: null } as const;

/** A wording that gives no date. */
const dateless = (period_basis: PeriodBasis): Period => ({ ...blank, recurrence: 'on-demand', period_basis });

const stretch = (
  { from, to }: { from: string | null; to: string },
  period_basis: PeriodBasis,
  recurrence: Recurrence = 'once',
): Period => ({ ...blank, starts: from, ends: to, recurrence, period_basis });

type Rule = (text: string, context: PeriodContext) => Period | null;

/** Lower case, one kind of dash and space, no «г.» after a year. */
const plainWording = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(\d)\s*(?:года|годы|году|год|г\.?г\.?|г\.?)(?![а-я])/g, '$1')
    .replace(/\s*-\s*/g, '-')
    .trim()
    .replace(/[.;,]+$/, '');

const isOneYear = ({ span }: PeriodContext): boolean => yearIn(span.from) === yearIn(span.to);

/** From one moment to another; a year that one of them lacks is the other's, a year that both lack the road map's. */
function between(first: Moment, last: Moment, context: PeriodContext): Period {
  const named = last.year ?? first.year;
  const mapYear = yearIn(context.span.from);
  // «Сентябрь – май» without a year runs into the next one.
  const wraps = named === null && first.month > last.month;
  const from = daysOf(first, first.year ?? named ?? mapYear)?.from;
  const to = daysOf(last, last.year ?? named ?? mapYear + (wraps ? 1 : 0))?.to;
  if (from === undefined || to === undefined || from > to) return dateless('impossible');
  if (named !== null) return stretch({ from, to }, 'stated');
  if (isOneYear(context)) return stretch({ from, to }, 'map-year');
  const end = daysOf(last, yearIn(context.span.to) + (wraps ? 1 : 0))?.to;
  return end === undefined ? dateless('impossible') : stretch({ from, to: end }, 'map-years', 'yearly');
}

const ranges: Rule = (text, context) => {
  const [, a = '', b = ''] = /^(?:с |со )?(.+?)(?:-| по | до )(.+)$/.exec(text) ?? [];
  const [first, last] = [moment(a), moment(b)];
  return first && last ? between(first, last, context) : null;
};

/** A day alone is a deadline, a month alone lasts from its first day to its last. */
const single: Rule = (text, context) => {
  const found = moment(text.replace(/^(в|во|на) /, ''));
  if (!found) return null;
  const whole = between(found, found, context);
  return found.day === null || whole.recurrence === 'yearly' ? whole : { ...whole, starts: null };
};

const deadline: Rule = (text, context) => {
  const [, kind = '', rest = ''] = /^(?:в срок |срок )?(до конца|до|не позднее|к) (.+)$/.exec(text) ?? [];
  const found = moment(rest);
  if (!found) return null;
  const whole = between(found, found, context);
  if (whole.ends === null || whole.recurrence === 'yearly') return whole;
  // «До марта» is over when March begins; «до конца марта», «не позднее марта» include it.
  const before = kind === 'до' && found.day === null && whole.starts !== null;
  return { ...whole, starts: null, ends: before ? shifted(whole.starts ?? '', -1) : whole.ends };
};

const list: Rule = (text, context) => {
  const parts = text.split(/, ?|; ?| и /);
  if (parts.length < 2) return null;
  const read = parts.map((part) => single(part, context) ?? ranges(part, context));
  if (read.some((one) => one === null)) return null;
  const all = read.flatMap((one) => (one ? [one] : []));
  if (all.some(({ ends }) => ends === null)) return dateless('impossible');
  const days = all.map(({ starts, ends }) => ({ from: starts ?? ends ?? '', to: ends ?? '' }));
  const sorted = days.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (sorted.some(({ from }, i) => i > 0 && from <= (sorted[i - 1]?.to ?? '')))
    return dateless('overlapping');
  // Several stretches of time in one item have no column of their own.
  if (sorted.some(({ from, to }) => from !== to)) return dateless('text-only');
  const on_dates = sorted.map(({ to }) => to);
  const basis = all.every(({ period_basis }) => period_basis === 'stated') ? 'stated' : 'map-year';
  return {
    ...stretch({ from: on_dates[0] ?? null, to: on_dates.at(-1) ?? '' }, basis),
    on_dates: on_dates.join(' '),
  };
};

const schoolYears: Rule = (text, { span, calendar }) => {
  const [, a, b] =
    /^(?:в течение |на |в )?(\d{4})[-/](\d{4}|\d{2}) ?(?:учебн\S+ (?:года?|году)|уч\.? ?(?:года?|г))$/.exec(
      text,
    ) ?? [];
  if (a !== undefined) {
    const first = Number(a);
    const next = Number(b) % 100 === (first + 1) % 100;
    return next
      ? stretch(schoolYear(calendar, first), 'school-calendar', 'throughout')
      : dateless('impossible');
  }
  if (/^(в течение |весь )учебн\S+ года?$/.test(text))
    return stretch(schoolYear(calendar, yearIn(span.from)), 'school-calendar', 'throughout');
  if (/^(до|к) начал[ау] учебного года$/.test(text))
    return stretch(
      { from: null, to: shifted(schoolYear(calendar, yearIn(span.from)).from, -1) },
      'school-calendar',
    );
  return null;
};

const terms: Rule = (text, { span, calendar }) => {
  if (/^(по итогам|по окончании|в конце) (каждой )?четверти$|^раз в четверть$|^ежечетвертно$/.test(text)) {
    const on_dates = termEnds(calendar, span).join(' ');
    return { ...stretch(span, 'school-calendar', 'term'), on_dates };
  }
  const [, kind = '', word = ''] = /^(до начала|до|в|во)? ?(\S+) четверт[ьи]$/.exec(text) ?? [];
  const number = termNumber(word);
  const found = number === null ? null : termDays(calendar, number, yearIn(span.from));
  if (!found) return null;
  const before = kind.startsWith('до');
  return stretch(before ? { from: null, to: dayBefore(found) } : found, 'school-calendar');
};

const years: Rule = (text, { span }) => {
  const [, a, b] = /^(?:в течение |в )?(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  if (a !== undefined) {
    const to = b ?? a;
    return a > to
      ? dateless('impossible')
      : stretch({ from: `${a}-01-01`, to: `${to}-12-31` }, 'stated', 'throughout');
  }
  const whole =
    /^(в течение (всего )?(года|периода|срока)|весь (год|период)|постоянно|на постоянной основе)$/;
  return whole.test(text) ? stretch(span, 'map-year', 'throughout') : null;
};

const rules: readonly Rule[] = [repeated, terms, schoolYears, years, deadline, list, ranges, single];

/** Reads the wording of a period. A wording without a rule, or one that cannot be, keeps its text and gets no date. */
export function parsePeriod(wording: string | null, context: PeriodContext): Period {
  const text = plainWording(wording ?? '');
  if (text === '') return dateless('missing');
  for (const rule of rules) {
    const period = rule(text, context);
    if (period) return period;
  }
  return dateless('text-only');
}

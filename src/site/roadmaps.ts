import type { RoadmapDateRow, RoadmapRow, RoadmapSourceRow, RoadmapStateRow } from '../contract/roadmap.ts';
import { type Language, languages, levels } from '../contract/vocabulary.ts';
import { day, integer } from '../i18n/formats.ts';
import { roadmapMessages } from '../i18n/pages-roadmaps.ts';
import { once, tableRows } from './tables.ts';

/** An activity with its times and its state on the release's day. */
export interface Activity {
  row: RoadmapRow;
  times: RoadmapDateRow[];
  state: RoadmapStateRow | undefined;
}

export interface Roadmap {
  source: RoadmapSourceRow;
  activities: Activity[];
}

const key = ({ roadmap_id, item }: { roadmap_id: string; item: string }) => `${roadmap_id}\n${item}`;

const place = { own: 0, chosen: 1, order: 2 } as const;

/** Every road map of the release: the region's own first, then orders it works by, then others; the newest first. */
export const roadmaps = once((): Roadmap[] => {
  const times = Map.groupBy(tableRows('roadmap_dates'), key);
  const states = new Map(tableRows('roadmap_states').map((row) => [key(row), row]));
  const rows = Map.groupBy(tableRows('roadmaps'), ({ roadmap_id }) => roadmap_id);
  const sources = tableRows('roadmap_sources').toSorted(
    (a, b) =>
      place[a.origin ?? 'own'] - place[b.origin ?? 'own'] ||
      (b.dated ?? '').localeCompare(a.dated ?? '') ||
      (a.roadmap_id < b.roadmap_id ? -1 : 1),
  );
  return sources.map((source) => ({
    source,
    activities: (rows.get(source.roadmap_id) ?? [])
      .toSorted((a, b) => a.position - b.position || (a.item < b.item ? -1 : 1))
      .map((row) => ({
        row,
        times: (times.get(key(row)) ?? []).toSorted((a, b) => a.occurrence - b.occurrence),
        state: states.get(key(row)),
      })),
  }));
});

/** The road map of an id. */
export function roadmap(id: string | undefined): Roadmap {
  const found = roadmaps().find(({ source }) => source.roadmap_id === id);
  if (!found) throw new Error(`invalid road map: ${id}`);
  return found;
}

/** The static paths of all road maps. */
export const roadmapPaths = () =>
  roadmaps().flatMap(({ source }) =>
    languages.map((lang) => ({ params: { id: source.roadmap_id, lang: lang === 'ru' ? undefined : lang } })),
  );

type Worded =
  | 'title'
  | 'section'
  | 'form'
  | 'responsible_role'
  | 'expected_result'
  | 'target_unit'
  | 'target_2_unit';

/** A text of an activity in a language; Russian where the source has no other. */
export const wording = (row: RoadmapRow, name: Worded, lang: Language): string =>
  (lang === 'en' ? row[`${name}_en`] : null) ?? row[name] ?? '';

/** A text of a road map's source in a language. */
export const sourceWording = (
  source: RoadmapSourceRow,
  name: 'title' | 'body' | 'note',
  lang: Language,
): string => (lang === 'en' ? source[`${name}_en`] : null) ?? source[name] ?? '';

/** What is known of the dates, in words. */
export function datesText({ row, times }: Activity, lang: Language): string {
  const words = roadmapMessages(lang);
  const [first] = times;
  if (!first) return words.bases[row.period_basis];
  const often =
    row.every_months && row.every_months > 1
      ? words.everyMonths(row.every_months)
      : words.recurrences[row.recurrence];
  const parts =
    row.on_dates && row.recurrence === 'once'
      ? times.map(({ due }) => day(lang, due)).join(', ')
      : row.starts && row.ends
        ? words.range(day(lang, row.starts), day(lang, row.ends))
        : words.until(row.ends ?? first.due);
  return [parts, often, words.bases[row.period_basis]].filter(Boolean).join('; ');
}

const amount = (value: number, unit: string, lang: Language) =>
  roadmapMessages(lang).expectedNumber(integer(lang, Math.round(value)), unit);

/** The expected number and what observations say of it. */
export function actualText({ row, state }: Activity, lang: Language): string | null {
  if (!state || state.actual === null || state.actual_year === null) return null;
  const unit = wording(row, 'target_unit', lang);
  const expected = row.target === null ? '' : amount(row.target, unit, lang);
  return roadmapMessages(lang).actual(expected, amount(state.actual, unit, lang), state.actual_year);
}

/** The state in words, with the date that matters. */
export function stateText({ state }: Activity, lang: Language): string {
  const words = roadmapMessages(lang);
  if (!state) return words.states['no-date'];
  const { next_due: due, next_opens: opens } = state;
  const name = words.states[state.state];
  if (state.state === 'recurring' && due) return `${name}, ${words.next(due)}`;
  if (state.state === 'due' && due) return `${name} ${words.until(due)}`;
  if (state.state === 'upcoming' && opens) return `${name}, ${words.from(opens)}`;
  return name;
}

/** How many activities are in each state, states in the order of the contract. */
export function stateCounts({ activities }: Roadmap): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { state } of activities) {
    const name = state?.state ?? 'no-date';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Activities by level and section, in the order of the road map. */
export function sections({ activities }: Roadmap, lang: Language) {
  return levels
    .toReversed()
    .map((level) => {
      const own = activities.filter(({ row }) => row.level === level);
      const groups = Map.groupBy(own, ({ row }) => wording(row, 'section', lang));
      return { level, sections: [...groups].map(([name, rows]) => ({ name, rows })) };
    })
    .filter(({ sections: found }) => found.length > 0);
}

/** What ends in each month, in order. */
export function monthsOf({
  activities,
}: Roadmap): { month: string; due: { activity: Activity; day: string }[] }[] {
  const all = activities.flatMap((activity) => activity.times.map(({ due }) => ({ activity, day: due })));
  const groups = Map.groupBy(all, ({ day: due }) => due.slice(0, 7));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, due]) => ({
      month,
      due: due.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    }));
}

/** The day that states are derived for. */
export const releaseDay = (): string => tableRows('roadmap_states')[0]?.as_of ?? '';

/** The anchor of an activity on its page. */
export const anchorOf = (item: string): string => `item-${item.replace(/[^\p{L}\p{N}._-]+/gu, '-')}`;

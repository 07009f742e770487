import { count, date, decimal, flag, integer, key, oneOf, optional, type RowOf, text } from './column.ts';
import { levels } from './vocabulary.ts';

/** How often an activity falls due. `throughout`: one stretch of time; `on-demand`: at a time that no date follows from. */
export const recurrences = [
  'once',
  'monthly',
  'quarterly',
  'yearly',
  'term',
  'on-demand',
  'throughout',
] as const;

/** Where the dates of a period come from; the last four have no dates and are listed on the page. */
export const periodBases = [
  /** The wording names them, the year too. */
  'stated',
  /** The wording names no year: that of the road map. */
  'map-year',
  /** The wording names no year and the road map has several: each of them. */
  'map-years',
  /** School terms or a school year, by the usual calendar. */
  'school-calendar',
  'text-only',
  'overlapping',
  'impossible',
  'missing',
] as const;

/** Of an activity on a day: `due`: its time runs; `overdue`: its time is over and no result is recorded. */
export const activityStates = ['done', 'upcoming', 'due', 'recurring', 'overdue', 'no-date'] as const;

/**
 * Where a road map comes from: an order kept in data/roadmaps, one of them that the source set names as what the region
 * works by, or the source set itself. Observations are compared with the last two.
 */
export const roadmapOrigins = ['order', 'chosen', 'own'] as const;

export type RoadmapOrigin = (typeof roadmapOrigins)[number];
export type Recurrence = (typeof recurrences)[number];
export type PeriodBasis = (typeof periodBases)[number];
export type ActivityState = (typeof activityStates)[number];

const amount = optional({ ...decimal, sql: 'DECIMAL(12,3)', min: 0 } as const);

/** The canonical tables of road maps. Facts of orders in concise words; roles, never names of people. */
export const roadmapTables = {
  roadmap_sources: {
    key: ['roadmap_id'],
    columns: {
      roadmap_id: text,
      title: text,
      title_en: optional(text),
      /** Who issued it. */
      body: optional(text),
      body_en: optional(text),
      number: optional(text),
      dated: optional(date),
      /** The days that the road map is for; periods without a year are read inside them. */
      starts: optional(date),
      ends: optional(date),
      /** What is missing in the source, and how it was read. */
      note: optional(text),
      note_en: optional(text),
      origin: optional(oneOf(...roadmapOrigins)),
    },
  },
  roadmaps: {
    key: ['roadmap_id', 'item'],
    columns: {
      roadmap_id: key('roadmap_sources'),
      item: text,
      /** Place in the road map, from 1. */
      position: { ...integer, min: 1 } as const,
      level: oneOf(...levels),
      section: optional(text),
      section_en: optional(text),
      title: text,
      title_en: optional(text),
      form: optional(text),
      form_en: optional(text),
      /** The original wording. */
      period_text: optional(text),
      starts: optional(date),
      ends: optional(date),
      /** Single days, ISO, with spaces between them, where the wording names several. */
      on_dates: optional(text),
      recurrence: oneOf(...recurrences),
      /** For `monthly`: every so many months. */
      every_months: optional({ ...integer, min: 1, max: 12 } as const),
      /** For `monthly`: due by this day of the month after. */
      due_day: optional({ ...integer, min: 1, max: 31 } as const),
      period_basis: oneOf(...periodBases),
      responsible_role: optional(text),
      responsible_role_en: optional(text),
      expected_result: optional(text),
      expected_result_en: optional(text),
      /** The first number of the expected result, and its unit: a noun in the genitive plural, or `%`. */
      target: amount,
      target_unit: optional(text),
      target_unit_en: optional(text),
      /** The second number, where the order names two. */
      target_2: amount,
      target_2_unit: optional(text),
      target_2_unit_en: optional(text),
      /** Indicator whose observations tell what was reached. */
      indicator_id: optional(text),
      /** The day on which the region recorded a result; no order has one. */
      done_on: optional(date),
    },
  },
} as const;

/** Derived tables of road maps: when an activity falls due, and its state on the release's day. */
export const roadmapDerived = {
  roadmap_dates: {
    key: ['roadmap_id', 'item', 'occurrence'],
    columns: { roadmap_id: text, item: text, occurrence: integer, opens: date, due: date },
  },
  roadmap_states: {
    key: ['roadmap_id', 'item'],
    columns: {
      roadmap_id: text,
      item: text,
      as_of: date,
      state: oneOf(...activityStates),
      /** Of the occurrence that is open or comes next. */
      next_opens: optional(date),
      next_due: optional(date),
      /** How many times it has fallen due. */
      fallen_due: count,
      /** What observations say of the indicator, newest year; a share is a percentage. */
      actual: amount,
      actual_year: optional(integer),
      reached: optional(flag),
    },
  },
} as const;

export type RoadmapSourceRow = RowOf<(typeof roadmapTables)['roadmap_sources']>;
export type RoadmapRow = RowOf<(typeof roadmapTables)['roadmaps']>;
export type RoadmapDateRow = RowOf<(typeof roadmapDerived)['roadmap_dates']>;
export type RoadmapStateRow = RowOf<(typeof roadmapDerived)['roadmap_states']>;

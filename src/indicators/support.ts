/** Groups of the page of support, in its order. */
export const supportGroups = ['parents', 'teachers', 'surveys', 'reports'] as const;

/** Something that supports schools and is observed, beside the indicators of the orders. */
export interface SupportIndicator {
  id: string;
  group: (typeof supportGroups)[number];
  /** What the numerator counts: people are protected, reports of authorities are not. */
  counts: 'people' | 'reports';
}

/** Observed indicators of support; names and dimensions in words: src/i18n/ru/support.ts. */
export const supportIndicators: readonly SupportIndicator[] = [
  { id: 'parents-involved', group: 'parents', counts: 'people' },
  { id: 'teacher-deficits', group: 'teachers', counts: 'people' },
  { id: 'survey-parents', group: 'surveys', counts: 'people' },
  { id: 'survey-teachers', group: 'surveys', counts: 'people' },
  /** Monthly; the dimension is the month, `01` to `12`, the numerator 1 when it came by the 10th of the next. */
  { id: 'municipal-report', group: 'reports', counts: 'reports' },
];

import Papa from 'papaparse';
import type { Language } from '../contract/vocabulary.ts';
import { roadmapMessages } from '../i18n/pages-roadmaps.ts';
import { calendarFile } from './calendar-file.ts';
import { link } from './links.ts';
import {
  anchorOf,
  datesText,
  type Roadmap,
  releaseDay,
  sourceWording,
  stateText,
  wording,
} from './roadmaps.ts';

/** The times of a road map as a calendar to subscribe to: one entry on the last day of each time. */
export function roadmapCalendar(
  { source, activities }: Roadmap,
  lang: Language,
  site: URL | undefined,
): string {
  const { event, levels } = roadmapMessages(lang);
  const name = sourceWording(source, 'title', lang);
  const entries = activities.flatMap((activity) => {
    const { row, times } = activity;
    const described = [
      [event.until, datesText(activity, lang)],
      [event.period, row.period_text ?? ''],
      [event.responsible, wording(row, 'responsible_role', lang)],
      [event.expected, wording(row, 'expected_result', lang)],
      ['', name],
    ] as const;
    const description = described
      .filter(([, text]) => text !== '')
      .map(([label, text]) => (label === '' ? text : `${label}: ${text}`))
      .join('\n');
    const path = `${link(lang, `roadmaps/${source.roadmap_id}/`)}#${encodeURIComponent(anchorOf(row.item))}`;
    return times.map(({ occurrence, due }) => ({
      uid: `${source.roadmap_id}-${row.item}-${occurrence}@dinamika`,
      day: due,
      summary: `${row.item}. ${wording(row, 'title', lang)}`,
      description,
      ...(site ? { url: new URL(path, site).href } : {}),
      categories: [levels[row.level]],
    }));
  });
  return calendarFile({ name, stamp: releaseDay(), entries });
}

/** A road map with its states as CSV; a cell that a spreadsheet would take for a formula is quoted out. */
export function roadmapTable({ activities }: Roadmap, lang: Language): string {
  const { columns, form, section, level, levels } = roadmapMessages(lang);
  const rows = activities.map((activity) => {
    const { row } = activity;
    return {
      [columns.item]: row.item,
      [level]: levels[row.level],
      [section]: wording(row, 'section', lang),
      [columns.title]: wording(row, 'title', lang),
      [form]: wording(row, 'form', lang),
      [columns.period]: row.period_text ?? '',
      starts: row.starts ?? '',
      ends: row.ends ?? '',
      recurrence: row.recurrence,
      [columns.responsible]: wording(row, 'responsible_role', lang),
      [columns.expected]: wording(row, 'expected_result', lang),
      [`${columns.state} (${releaseDay()})`]: stateText(activity, lang),
    };
  });
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}

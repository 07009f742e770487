import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Methodology, methodologySchema } from '../contract/methodology.ts';
import type { ComparabilityRow } from '../contract/reference.ts';
import type { SubjectWords } from '../i18n/facts.ts';
import { releaseText } from './release.ts';

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const rows = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

/** Which sessions were held and with which others they may be compared. */
export const comparability = once(() =>
  rows(releaseText('comparability.csv')).map((row) => ({
    ...(row as unknown as ComparabilityRow),
    year: Number(row.year),
    held: row.held === 'true',
  })),
);

const subjects = once(
  () =>
    new Map(
      rows(readFileSync('data/reference/subjects.csv', 'utf8')).map((row) => [
        row.subject ?? '',
        row as unknown as SubjectWords,
      ]),
    ),
);

/** The order of subjects on pages: that of data/reference/subjects.csv. */
export const subjectOrder = once(() => [...subjects().keys()]);

/** The names of a subject; one that the reference table lacks is called by its id. */
export const subjectWords = (subject: string): SubjectWords =>
  subjects().get(subject) ?? { subject, ru: subject, ru_dative: subject, en: subject };

/** The methodology that the release was made with: every threshold a page names. */
export const methodology = once(
  (): Methodology => methodologySchema.parse(JSON.parse(releaseText('methodology.json'))),
);

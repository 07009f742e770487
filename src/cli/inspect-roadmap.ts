import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../contract/fault.ts';
import { type Language, levels } from '../contract/vocabulary.ts';
import { isDocumentName } from '../ingest/docx/document.ts';
import { slug } from '../ingest/init.ts';
import { type Draft, draftRoadmap } from '../ingest/roadmaps/draft.ts';
import { draftFiles, draftInputs } from '../ingest/roadmaps/draft-files.ts';
import { readTables } from '../ingest/roadmaps/draft-read.ts';
import { draftSpan } from '../ingest/roadmaps/draft-span.ts';
import type { Days } from '../ingest/roadmaps/moments.ts';
import { readCalendar } from '../ingest/roadmaps/orders.ts';
import { parsePeriod } from '../ingest/roadmaps/period.ts';
import type { SchoolCalendar } from '../ingest/roadmaps/school-terms.ts';
import { isZipFile } from '../ingest/xlsx/container.ts';
import type { InspectOptions } from './inspect.ts';
import { roadmapWords } from './inspect-roadmap-words.ts';
import { referenceFolder } from './pipeline.ts';
import { line } from './progress.ts';

/** Read only to tell what has a rule: no date that depends on the year is told without one. */
const anyYear: Days = { from: '2000-01-01', to: '2000-12-31' };

function tellParts({ items }: Draft, lang: Language): void {
  const word = roadmapWords[lang];
  for (const level of levels.toReversed()) {
    const own = items.filter((item) => item.level === level);
    if (own.length === 0) continue;
    line(`  ${word.levels[level]}: ${own.length}`);
    for (const [section, { length }] of Map.groupBy(own, (item) => item.section))
      line(`    ${section === '' ? word.noSection : `«${section}»`}: ${length}`);
  }
}

function tellPeriods({ items }: Draft, span: Days | null, calendar: SchoolCalendar, lang: Language): void {
  const word = roadmapWords[lang];
  const read = items.map((item) => {
    const period = parsePeriod(item.period_text, { span: span ?? anyYear, calendar });
    return { item, period, basis: word.bases[period.period_basis as keyof typeof word.bases] };
  });
  const undated = read.filter(({ basis }) => basis !== undefined);
  line(`  ${word.dated}: ${read.length - undated.length}`);
  for (const { item, period, basis } of read) {
    if (basis !== undefined) continue;
    const { starts, ends, recurrence } = period;
    const days = [starts, ends].filter((day) => day !== null).join(' … ');
    const told = span || period.period_basis === 'stated' ? days : '';
    line(`    ${item.item}: «${item.period_text}» → ${[told, recurrence].filter(Boolean).join('; ')}`);
  }
  if (undated.length === 0) return;
  line(`  ${word.untold}: ${undated.length}`);
  for (const { item, basis } of undated) line(`    ${item.item}: «${item.period_text}» — ${basis}`);
}

function tellNotes(draft: Draft, span: Days | null, lang: Language): void {
  const word = roadmapWords[lang];
  line(`  ${span ? `${word.span}: ${span.from} … ${span.to}` : word.noSpan}`);
  const notes = [
    [word.named, draft.named],
    [word.assumed, draft.levelAssumed],
    [word.renumbered, draft.renumbered],
    [word.unread, draft.unread],
  ] as const;
  for (const [text, n] of notes) if (n > 0) line(`  ${text}: ${n}`);
}

function tellFiles(id: string, files: Record<string, string>, options: InspectOptions): void {
  const word = roadmapWords[options.lang];
  const inputs = draftInputs(id, `${id}-source.csv` in files);
  line(`  ${word.inputs}: ${inputs.map((input) => JSON.stringify(input)).join(', ')}`);
  const { write } = options;
  if (write === undefined) {
    for (const [name, text] of Object.entries(files)) line(`  ${word.draft} ${name}:\n${text.trimEnd()}`);
    return;
  }
  const targets = Object.keys(files).map((name) => join(write, name));
  const taken = targets.find((target) => existsSync(target));
  if (taken !== undefined && !options.force) throw new Fault('draft-exists', { file: taken });
  mkdirSync(write, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(write, name), text);
    line(`  ${word.written}: ${join(write, name)}`);
  }
}

/**
 * Looks at a document or workbook for a road map; tells what was understood and drafts its files.
 * @returns false for a file that may hold something else
 * @throws Fault for a document without the table of a road map, and as `readTables`
 */
export async function inspectRoadmap(path: string, options: InspectOptions): Promise<boolean> {
  if (!isDocumentName(path) && !(await isZipFile(path))) return false;
  const { format, tables } = await readTables(path);
  const draft = draftRoadmap(tables);
  if (draft.items.length === 0) {
    if (format === 'docx') throw new Fault('no-roadmap-table', { file: path }, { tables: tables.length });
    return false;
  }
  const word = roadmapWords[options.lang];
  const calendar = readCalendar(referenceFolder);
  const name = basename(path).replace(/\.[^.]+$/, '');
  const periods = draft.items.map((item) => item.period_text);
  const span = draftSpan([...draft.captions.toReversed(), name], periods, calendar);
  line(
    `  ${word.found}; ${word.formats[format]}; ${word.tables} ${draft.tables}; ${word.items} ${draft.items.length}`,
  );
  tellParts(draft, options.lang);
  tellPeriods(draft, span, calendar, options.lang);
  tellNotes(draft, span, options.lang);
  tellFiles(slug(name), draftFiles(slug(name), name, draft.items, span), options);
  return true;
}

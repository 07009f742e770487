import { marked } from './analysis.ts';
import type { Background, OwnDataConfig } from './config.ts';
import { add, addDownload, addTable, fill, type TableData } from './dom.ts';
import type { PupilFile } from './pupil-file.ts';
import {
  groupsTable,
  journalTable,
  pupilsTable,
  type Report,
  resultsTable,
  routesTable,
  tasksTable,
} from './sections.ts';
import type { Settings } from './work-form.ts';

/** A page with more rows is slow on a phone; the file has all. */
const shownPupils = 200;

function section(parent: Element, title: string, report: Report, name: string, table: TableData): Element {
  const { messages } = report.config;
  add(parent, 'h2', title);
  addTable(parent, `${title}: ${messages.table}`, table);
  addDownload(parent, messages.csv, `${messages.fileName}-${name}`, () => table);
  return parent;
}

/** A long table: its first rows, and a line that says so. */
function longSection(
  parent: Element,
  title: string,
  note: string,
  report: Report,
  name: string,
  table: TableData,
) {
  const { messages } = report.config;
  add(parent, 'h2', title);
  add(parent, 'p', note);
  addTable(parent, `${title}: ${messages.table}`, { ...table, rows: table.rows.slice(0, shownPupils) }, true);
  if (table.rows.length > shownPupils)
    add(parent, 'p', fill(messages.pupils.shown, { n: shownPupils, all: table.rows.length }), 'small quiet');
  addDownload(parent, messages.csv, `${messages.fileName}-${name}`, () => table);
}

function taskSection(parent: Element, report: Report): void {
  const { tasks: words } = report.config.messages;
  if (report.file.tasks.length === 0) {
    add(parent, 'h2', words.title);
    add(parent, 'p', words.none);
    return;
  }
  section(parent, words.title, report, 'tasks', tasksTable(report));
  if (report.file.tasks.some(({ stated }) => !stated)) add(parent, 'p', words.guessed, 'small quiet');
}

/** What was read of the file, and what was not. */
export function writeWhat(parent: Element, file: PupilFile, { messages }: OwnDataConfig): void {
  const { what, rules, formNames } = messages;
  add(parent, 'h2', what.title);
  const forms: Readonly<Record<string, string>> = formNames;
  const names: Readonly<Record<string, string>> = rules;
  const lines = (numbers: readonly number[]) =>
    fill(what.lines, {
      n: numbers.length,
      lines: numbers.slice(0, 20).join(', ') + (numbers.length > 20 ? '…' : ''),
    });
  const rows: [string, string | number][] = [
    [what.file, file.fileName],
    ...(file.sheetName ? [[what.sheet, file.sheetName] as [string, string]] : []),
    [what.form, forms[file.layout] ?? file.layout],
    [what.pupils, file.pupils.length],
    [what.absent, file.absent],
    [what.dropped, file.dropped.join(', ') || what.none],
    ...file.rejected.map(({ rule, lines: numbers }): [string, string] => [
      fill(what.rejected, { rule: names[rule] ?? rule }),
      lines(numbers),
    ]),
  ];
  const list = add(parent, 'dl', '', 'facts');
  for (const [name, value] of rows) {
    add(list, 'dt', name);
    add(list, 'dd', String(value));
  }
}

/** Everything that the analysis says; needs a scale. */
export function writeReport(
  parent: Element,
  file: PupilFile,
  settings: Settings,
  config: OwnDataConfig,
  background: Background | undefined,
): void {
  parent.replaceChildren();
  const { scale, school, maximum } = settings;
  if (!scale) return;
  const { messages } = config;
  const ours = file.pupils.filter((pupil) => school === '' || pupil.school === school);
  const within = ours.filter(({ score }) => maximum === undefined || score <= maximum);
  const report: Report = { file, pupils: marked(within, scale), scale, settings, config, background };
  const above = ours.length - within.length;
  if (above > 0)
    add(
      parent,
      'p',
      `${fill(messages.what.rejected, { rule: messages.rules['score-above-maximum'] })}: ${above}`,
    );
  const results = resultsTable(report);
  section(parent, messages.results.title, report, 'classes', results.table);
  if (!results.background) add(parent, 'p', messages.results.noBackground, 'small quiet');
  const journal = journalTable(report);
  if (journal) section(parent, messages.journal.title, report, 'journal', journal);
  else add(parent, 'h2', messages.journal.title);
  add(parent, 'p', journal ? messages.journal.note : messages.journal.none, 'small quiet');
  const groups = groupsTable(report);
  if (groups.rows.length > 0) section(parent, messages.groups.title, report, 'groups', groups);
  else {
    add(parent, 'h2', messages.groups.title);
    add(parent, 'p', messages.groups.none);
  }
  taskSection(parent, report);
  if (file.tasks.length > 0 && groups.rows.length > 0)
    longSection(parent, messages.routes.title, messages.routes.lead, report, 'routes', routesTable(report));
  longSection(parent, messages.pupils.title, messages.pupils.note, report, 'pupils', pupilsTable(report));
}

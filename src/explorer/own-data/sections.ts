import { percent } from '../../i18n/formats.ts';
import {
  byClass,
  type Group,
  groupOf,
  journalOf,
  type Marked,
  type Marks,
  namedTasks,
  notCompleted,
  parallelOf,
  type Scale,
  summaryOf,
  tasksOf,
  topicsOf,
} from './analysis.ts';
import type { Background, OwnDataConfig } from './config.ts';
import { fill, type TableData, type Value } from './dom.ts';
import type { PupilFile } from './pupil-file.ts';
import type { Settings } from './work-form.ts';

/** What every section is made of. */
export interface Report {
  file: PupilFile;
  pupils: Marked[];
  scale: Scale;
  settings: Settings;
  config: OwnDataConfig;
  background: Background | undefined;
}

/** A share for people; for the file the same text, which is no number that a program could round again. */
const share = ({ config }: Report, part: number, whole: number): string =>
  whole === 0 ? '—' : percent(config.lang, part / whole, whole >= 1000 ? 1 : 0);

const decimal = ({ config }: Report, value: number, digits: number): string =>
  new Intl.NumberFormat(config.lang, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(
    value,
  );

/** `6А`, or `А` of the class that wrote. */
const className = (klass: string, { file, config }: Pick<Report, 'file' | 'config'>): string =>
  klass === ''
    ? config.messages.results.noClass
    : /^\d/.test(klass)
      ? klass
      : `${file.work.writtenIn ?? file.work.grade ?? ''}${klass}`;

/** A pupil's code, or the line of the file. */
const pupilName = ({ code, line }: Marked, config: OwnDataConfig): string =>
  code || fill(config.messages.pupils.line, { line });

/** Groups of a class list with its parallels above them: who, and the pupils. */
function levels(report: Report): [string, Marked[]][] {
  const { pupils, file, config } = report;
  const words = config.messages.results;
  const written = file.work.writtenIn ?? report.settings.grade;
  const parallels = new Map<string, [string, Marked[]][]>();
  for (const [klass, list] of byClass(pupils)) {
    const parallel = parallelOf(klass, written);
    parallels.set(parallel, [...(parallels.get(parallel) ?? []), [className(klass, report), list]]);
  }
  const below = [...parallels].flatMap(([parallel, classes]) => {
    const title = parallel === '' ? words.noParallel : fill(words.parallel, { n: parallel });
    const all = classes.flatMap(([, list]) => list);
    return [[title, all] as [string, Marked[]], ...classes];
  });
  return [[words.all, pupils], ...below];
}

const markCells = (report: Report, marks: readonly (number | null)[]): Value[] => {
  const { hidden } = report.config.messages.results;
  if (marks.some((count) => count === null)) return [hidden, hidden, hidden, hidden, hidden, '—', '—', '—'];
  const [two = 0, three = 0, four = 0, five = 0] = marks as Marks;
  const n = two + three + four + five;
  const sou = (0.16 * two + 0.36 * three + 0.64 * four + five) / Math.max(1, n);
  return [
    ...[n, ...marks.map((count) => `${count}\u00a0(${share(report, count ?? 0, n)})`)],
    ...[
      share(report, n - two, n),
      share(report, four + five, n),
      n === 0 ? '—' : percent(report.config.lang, sou),
    ],
  ];
};

/** School, parallels and classes, with the published figures of the same work beneath. */
export function resultsTable(report: Report): { table: TableData; background: boolean } {
  const { config, background, settings } = report;
  const words = config.messages.results;
  const own = levels(report).map(([name, pupils]) => {
    const { marks, mean, median } = summaryOf(pupils);
    return [name, ...markCells(report, marks), decimal(report, mean, 1), decimal(report, median, 1)];
  });
  const published = (background?.lines ?? [])
    .filter(([place, , subject, grade]) => {
      const here = place === -1 || place === settings.place;
      return here && subject === settings.subject && grade === settings.grade;
    })
    .filter(([, year]) => year === settings.year)
    .map(([place, year, , , ...marks]) => {
      const name = place === -1 ? background?.region : background?.places[place]?.[1];
      const title = fill(words.background, { place: name ?? '', year });
      return [title, ...markCells(report, marks), '—', '—'];
    });
  const header = [
    ...[words.group, words.n, ...[2, 3, 4, 5].map((mark) => fill(words.mark, { mark }))],
    ...[words.pass, words.quality, words.sou, words.mean, words.median],
  ];
  return { table: { header, rows: [...own, ...published] }, background: published.length > 0 };
}

/** Marks of the work against those of the journal; nothing where the file has none. */
export function journalTable(report: Report): TableData | undefined {
  const words = report.config.messages.journal;
  const rows = levels(report).map(([name, pupils]): Value[] => {
    const { known, rho, ...counts } = journalOf(pupils);
    const { lowered, confirmed, raised, gapOne, gapTwo } = counts;
    const cells = [lowered, confirmed, raised, gapOne, gapTwo].map(
      (count) => `${count}\u00a0(${share(report, count, known)})`,
    );
    return [name, known, ...cells, rho === null ? '—' : decimal(report, rho, 2)];
  });
  const header = [
    ...[report.config.messages.results.group, words.known, words.lowered, words.confirmed, words.raised],
    ...[words.gapOne, words.gapTwo, words.rho],
  ];
  return rows[0]?.[1] === 0 ? undefined : { header, rows };
}

const groups: readonly Group[] = ['far', 'near', 'edge'];

/** Pupils with mark 2, near and far from 3, and those who barely have a 3: by class. */
export function groupsTable(report: Report): TableData {
  const { pupils, scale, config } = report;
  const words = config.messages.groups;
  const rows = groups.flatMap((group) => {
    const members = pupils.filter((pupil) => groupOf(pupil, scale) === group);
    return byClass(members).map(([klass, list]) => [
      words[group],
      className(klass, report),
      list.length,
      list.map((pupil) => pupilName(pupil, config)).join(', '),
    ]);
  });
  return { header: [words.group, words.klass, words.count, words.who], rows };
}

/** Tasks from the least completed on: those of base level where the reader has named them. */
export function tasksTable(report: Report): TableData {
  const { file, pupils, settings, config } = report;
  const words = config.messages.tasks;
  const basic = namedTasks(settings.basic, file.tasks);
  const topics = topicsOf(settings.topics, file.tasks);
  const rows = tasksOf(pupils, file, (task) => basic.size === 0 || basic.has(task)).map(
    ({ task, completed, share: part, failing }): Value[] => [
      ...[file.tasks[task]?.name ?? '', ...(topics.size > 0 ? [topics.get(task) ?? ''] : [])],
      ...[file.tasks[task]?.most ?? '', `${completed}\u00a0(${share(report, completed, pupils.length)})`],
      ...[percent(config.lang, part), failing === null ? '—' : percent(config.lang, failing)],
    ],
  );
  const { task, topic, most, completed, share: done, failing } = words;
  return { header: [task, ...(topics.size > 0 ? [topic] : []), most, completed, done, failing], rows };
}

/** Every pupil: class, score, both marks, points of each task. */
export function pupilsTable(report: Report): TableData {
  const { file, pupils, config } = report;
  const words = config.messages.pupils;
  const rows = byClass(pupils).flatMap(([klass, list]) =>
    list.map((pupil): Value[] => [
      ...[pupilName(pupil, config), className(klass, report), pupil.score, pupil.mark, pupil.journal ?? '—'],
      ...pupil.tasks.map((points) => points ?? words.notDone),
    ]),
  );
  const { pupil, klass, score, mark, journal } = words;
  return { header: [pupil, klass, score, mark, journal, ...file.tasks.map(({ name }) => name)], rows };
}

/** Tasks without a point of the pupils who need help, with topics where the reader has named them. */
export function routesTable(report: Report): TableData {
  const { file, pupils, scale, settings, config } = report;
  const { pupils: columns, groups: names, routes } = config.messages;
  const topics = topicsOf(settings.topics, file.tasks);
  const named = (task: number) => [file.tasks[task]?.name, topics.get(task)].filter(Boolean).join(' — ');
  const rows = byClass(pupils).flatMap(([klass, list]) =>
    list.flatMap((pupil) => {
      const group = groupOf(pupil, scale);
      if (!group) return [];
      const todo = notCompleted(pupil)
        .map(named)
        .join(topics.size > 0 ? '; ' : ', ');
      return [
        [pupilName(pupil, config), className(klass, report), pupil.score, names[group], todo || routes.all],
      ];
    }),
  );
  return { header: [columns.pupil, columns.klass, columns.score, names.group, routes.todo], rows };
}

import { spearmanTable } from '../../stats/spearman.ts';
import type { Pupil, PupilFile } from './pupil-file.ts';

/** Least scores of marks 3, 4 and 5. */
export type Scale = readonly [three: number, four: number, five: number];

export type Marked = Pupil & { mark: number };

/** Four counts, of marks 2 to 5. */
export type Marks = [number, number, number, number];

export interface Summary {
  participants: number;
  marks: Marks;
  mean: number;
  median: number;
}

export interface JournalSummary {
  /** Pupils whose mark of the journal is known. */
  known: number;
  lowered: number;
  confirmed: number;
  raised: number;
  gapOne: number;
  gapTwo: number;
  /** Spearman's ρ of score and journal mark; `null` where one of the two does not vary. */
  rho: number | null;
}

export const markOf = (score: number, [three, four, five]: Scale): number =>
  score >= five ? 5 : score >= four ? 4 : score >= three ? 3 : 2;

/** Marks by the scale of the work; methodology §1. */
export const marked = (pupils: readonly Pupil[], scale: Scale): Marked[] =>
  pupils.map((pupil) => ({ ...pupil, mark: markOf(pupil.score, scale) }));

export function summaryOf(pupils: readonly Marked[]): Summary {
  const marks: Marks = [0, 0, 0, 0];
  for (const { mark } of pupils) marks[mark - 2] = (marks[mark - 2] ?? 0) + 1;
  const scores = pupils.map(({ score }) => score).sort((a, b) => a - b);
  const middle = Math.floor(scores.length / 2);
  const upper = scores[middle] ?? 0;
  return {
    participants: pupils.length,
    marks,
    mean: scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length),
    median: scores.length % 2 ? upper : ((scores[middle - 1] ?? upper) + upper) / 2,
  };
}

/** Marks of the work against those of the journal: sochi, level of the school, I.5. */
export function journalOf(pupils: readonly Marked[]): JournalSummary {
  const pairs = pupils.flatMap(({ score, mark, journal }) =>
    journal === null ? [] : [{ score, gap: mark - journal, journal }],
  );
  const count = (test: (gap: number) => boolean) => pairs.filter(({ gap }) => test(gap)).length;
  const scores = [...new Set(pairs.map(({ score }) => score))].sort((a, b) => a - b);
  const table = scores.map(() => [0, 0, 0, 0]);
  for (const { score, journal } of pairs) {
    const line = table[scores.indexOf(score)];
    if (line) line[journal - 2] = (line[journal - 2] ?? 0) + 1;
  }
  return {
    known: pairs.length,
    lowered: count((gap) => gap < 0),
    confirmed: count((gap) => gap === 0),
    raised: count((gap) => gap > 0),
    gapOne: count((gap) => Math.abs(gap) >= 1),
    gapTwo: count((gap) => Math.abs(gap) >= 2),
    rho: pairs.length < 2 ? null : spearmanTable(table),
  };
}

export interface TaskSummary {
  task: number;
  /** Pupils who got at least one point. */
  completed: number;
  /** Points of all pupils as a share of what they could get. */
  share: number;
  /** The same among pupils with mark 2; `null` when there are none. */
  failing: number | null;
}

const shareOf = (pupils: readonly Pupil[], task: number, most: number): number =>
  pupils.reduce((sum, { tasks }) => sum + (tasks[task] ?? 0), 0) / (pupils.length * most);

/** Tasks, least completed first; equal ones in the order of the work. */
export function tasksOf(
  pupils: readonly Marked[],
  { tasks }: Pick<PupilFile, 'tasks'>,
  only: (task: number) => boolean = () => true,
): TaskSummary[] {
  const failing = pupils.filter(({ mark }) => mark === 2);
  return tasks
    .flatMap(({ most }, task) => {
      if (!only(task) || most <= 0 || pupils.length === 0) return [];
      const completed = pupils.filter((pupil) => (pupil.tasks[task] ?? 0) > 0).length;
      const share = shareOf(pupils, task, most);
      return [
        { task, completed, share, failing: failing.length === 0 ? null : shareOf(failing, task, most) },
      ];
    })
    .sort((a, b) => a.share - b.share || a.task - b.task);
}

export type Group = 'near' | 'far' | 'edge';

/** Points between a score and mark 3 that one task can close. */
const step = 2;

/**
 * Pupils who need help: mark 2 within two points of mark 3, mark 2 further away, and mark 3 within one point of
 * mark 2.
 */
export function groupOf({ mark, score }: Marked, [three]: Scale): Group | undefined {
  if (mark === 2) return three - score <= step ? 'near' : 'far';
  return mark === 3 && score - three <= 1 ? 'edge' : undefined;
}

/** Tasks for which a pupil got nothing: the draft of an individual route. */
export const notCompleted = ({ tasks }: Pupil): number[] =>
  tasks.flatMap((points, task) => ((points ?? 0) > 0 ? [] : [task]));

/** Pupils by class, classes in the order 5А, 5Б, 10А. */
export function byClass<P extends Pupil>(pupils: readonly P[]): [string, P[]][] {
  const found = new Map<string, P[]>();
  for (const pupil of pupils) {
    const list = found.get(pupil.klass);
    if (list) list.push(pupil);
    else found.set(pupil.klass, [pupil]);
  }
  const { compare } = new Intl.Collator('ru', { numeric: true });
  return [...found].sort(([a], [b]) => compare(a, b));
}

/** The parallel of a class: its number, else the class that the work was written in. */
export const parallelOf = (klass: string, written: number | undefined): string =>
  /^\d{1,2}/.exec(klass)?.[0] ?? (written === undefined ? '' : String(written));

/** `1, 3–5, 12K1` as the names of tasks; what no task is called is left out. */
export function namedTasks(text: string, tasks: readonly { name: string }[]): Set<number> {
  const plain = (name: string) => name.toUpperCase().replace(/\s+/g, '').replaceAll('К', 'K');
  const places = new Map(tasks.map(({ name }, i) => [plain(name), i]));
  const found = new Set<number>();
  for (const part of text.split(/[,;]+/)) {
    const [from, to] = part.split(/[–—-]/).map((name) => places.get(plain(name)));
    if (from === undefined) continue;
    for (let task = from; task <= (to ?? from); task++) found.add(task);
  }
  return found;
}

/** Lines `3 — обыкновенные дроби`: topics of tasks. */
export function topicsOf(text: string, tasks: readonly { name: string }[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, topic] = /^\s*(\S+(?:\(\d+\))?)\s*[—–:.\t-]+\s*(.+?)\s*$/u.exec(line) ?? [];
    const [task] = name ? namedTasks(name.replace(/[.:]$/, ''), tasks) : [];
    if (task !== undefined && topic) found.set(task, topic.slice(0, 200));
  }
  return found;
}

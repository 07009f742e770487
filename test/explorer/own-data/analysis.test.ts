import { describe, expect, it } from 'vitest';
import {
  byClass,
  groupOf,
  journalOf,
  marked,
  markOf,
  namedTasks,
  notCompleted,
  parallelOf,
  type Scale,
  summaryOf,
  tasksOf,
  topicsOf,
} from '../../../src/explorer/own-data/analysis.ts';
import type { Pupil } from '../../../src/explorer/own-data/pupil-file.ts';
import { ownDataTemplate } from '../../../src/site/own-data.ts';
import { read, textFile } from './files.ts';

const scale: Scale = [6, 10, 15];
const pupil = (
  score: number,
  journal: number | null,
  tasks: (number | null)[] = [],
  klass = '6А',
): Pupil => ({
  ...{ line: 2, school: 's', municipality: '', klass, code: String(score), score, journal, tasks },
});

describe('marks of a work', () => {
  it('begin at the bounds of the scale', () => {
    expect([0, 5, 6, 9, 10, 14, 15, 20].map((score) => markOf(score, scale))).toEqual([
      2, 2, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('are counted, with mean and median', () => {
    const pupils = marked([pupil(5, 3), pupil(6, 3), pupil(9, 5), pupil(15, 3)], scale);
    expect(summaryOf(pupils)).toEqual({ participants: 4, marks: [1, 2, 0, 1], mean: 8.75, median: 7.5 });
  });

  it('are compared with the journal, gaps of one and of two apart', () => {
    const pupils = marked([pupil(5, 3), pupil(6, 3), pupil(9, 5), pupil(15, 3), pupil(20, null)], scale);
    const { rho, ...counts } = journalOf(pupils);
    expect(counts).toEqual({ known: 4, lowered: 2, confirmed: 1, raised: 1, gapOne: 3, gapTwo: 2 });
    // Pearson's correlation of the ranks 1 2 3 4 and 2 2 4 2, by hand: 1 / sqrt(5 · 3).
    expect(rho).toBeCloseTo(1 / Math.sqrt(15), 12);
    expect(journalOf(marked([pupil(5, 3)], scale)).rho).toBeNull();
    expect(journalOf([]).known).toBe(0);
  });
});

describe('tasks', () => {
  const tasks = [
    { name: '1', most: 1, stated: true },
    { name: '12K1', most: 2, stated: true },
    { name: '9(1)', most: 1, stated: true },
  ];
  const pupils = marked([pupil(5, null, [1, 0, null]), pupil(12, null, [1, 1, 1])], scale);

  it('stand from the least completed on, with the share of those who failed', () => {
    expect(tasksOf(pupils, { tasks })).toEqual([
      { task: 1, completed: 1, share: 0.25, failing: 0 },
      { task: 2, completed: 1, share: 0.5, failing: 0 },
      { task: 0, completed: 2, share: 1, failing: 1 },
    ]);
    expect(tasksOf(pupils, { tasks }, (task) => task === 0).map(({ task }) => task)).toEqual([0]);
  });

  it('are named singly and as ranges; what is no task is left out', () => {
    expect([...namedTasks('1, 9(1); 77', tasks)]).toEqual([0, 2]);
    expect([...namedTasks('1–12К1', tasks)]).toEqual([0, 1]);
    expect([...namedTasks('<b>', tasks)]).toEqual([]);
  });

  it('have topics where the reader names them', () => {
    expect([...topicsOf('1 — дроби\n12K1: план текста\nпросто строка\n9(1). знаки', tasks)]).toEqual([
      [0, 'дроби'],
      [1, 'план текста'],
      [2, 'знаки'],
    ]);
  });

  it('without a point make a draft of a route', () => {
    expect(pupils.map(notCompleted)).toEqual([[1, 2], []]);
  });
});

describe('pupils', () => {
  it('who need help are near mark 3, far from it, or just above', () => {
    const groups = marked(
      [3, 4, 5, 6, 7, 8].map((score) => pupil(score, null)),
      scale,
    );
    expect(groups.map((each) => groupOf(each, scale))).toEqual([
      ...['far', 'near', 'near', 'edge', 'edge', undefined],
    ]);
  });

  it('stand by class in the order of numbers', () => {
    const classes = byClass(['10А', '6Б', '6А', ''].map((klass) => pupil(5, null, [], klass)));
    expect(classes.map(([klass]) => klass)).toEqual(['', '6А', '6Б', '10А']);
    expect(['10А', 'Б', ''].map((klass) => parallelOf(klass, 6))).toEqual(['10', '6', '6']);
  });
});

it('the template is read by the layout that it is made for', async () => {
  const file = await read(textFile(ownDataTemplate(), 'own-data-template.csv'));
  expect(file).toMatchObject({
    layout: 'vpr-school',
    work: { year: 2025, subject: 'mathematics', grade: 6 },
    absent: 1,
    dropped: [],
    rejected: [],
  });
  expect(file.pupils).toHaveLength(2);
  expect(file.tasks.map(({ name, most }) => [name, most])).toEqual([
    ...[
      ['1', 1],
      ['2', 1],
      ['3', 2],
      ['4', 1],
      ['5', 2],
      ['6', 3],
    ],
  ]);
  for (const { score, tasks } of file.pupils)
    expect(tasks.reduce<number>((sum, points) => sum + (points ?? 0), 0)).toBe(score);
});

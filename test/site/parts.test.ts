import { describe, expect, it } from 'vitest';
import { pooledYear } from '../../src/site/marks.ts';
import { yearRuns } from '../../src/site/year-runs.ts';
import { marked, resultRow } from '../charts/rows.ts';

it('years that follow each other are written as a run', () => {
  expect(yearRuns([2024, 2021, 2022, 2022])).toBe('2021–2022, 2024');
  expect(yearRuns([])).toBe('');
});

describe('the marks of a year, all grades together', () => {
  const fifth = resultRow(2024, 4, 40, { grade: 5, ...marked([4, 16, 12, 8]) });
  const sixth = resultRow(2024, [1, 2], 30, { grade: 6, ...marked([[1, 2], [9, 10], 12, 7]) });
  const tiny = resultRow(2024, null, 6, { grade: 7 });

  it('are the sums of both ends', () => {
    const row = pooledYear([fifth, sixth], 10);
    expect([row?.mark_2_low, row?.mark_2_high, row?.mark_3_low, row?.mark_3_high]).toEqual([5, 6, 25, 26]);
    expect([row?.participants_low, row?.participants_high]).toEqual([70, 70]);
  });

  it('leave out a grade that is hidden, so that nothing of it shows', () => {
    expect(pooledYear([fifth, tiny], 10)).toEqual(pooledYear([fifth], 10));
  });

  it('are the row that says why, where every grade is hidden', () => {
    expect(pooledYear([tiny], 10)).toBe(tiny);
  });

  it('keep the session, so that an autumn year is called so', () => {
    expect(pooledYear([{ ...fifth, session: 'autumn' }], 10)?.session).toBe('autumn');
  });
});

import { expect, it } from 'vitest';
import { wholePupils } from '../../src/ingest/whole.ts';

it('percentages of eight pupils are the pupils that they came from', () => {
  expect(wholePupils([12.5, 50, 37.5], 8)).toEqual([1, 4, 3]);
});

it('thirds of three pupils, rounded to 33.3, are one each and none is lost', () => {
  expect(wholePupils([33.3, 0, 33.3, 33.3], 3)).toEqual([1, 0, 1, 1]);
});

it('percentages that do not add up to 100 are not stretched to the participants', () => {
  expect(wholePupils([50, 20], 10)).toEqual([5, 2]);
});

it('forty rounded percentages of any class of up to forty give back every pupil', () => {
  for (let participants = 1; participants <= 40; participants++) {
    const counts = Array.from({ length: 40 }, (_, i) => ((i * 7919 + participants) % 5 === 0 ? 1 : 0));
    const total = counts.reduce<number>((a, b) => a + b, 0);
    const percents = counts.map((count) => Math.round((1000 * count) / total) / 10);
    expect(wholePupils(percents, total)).toEqual(counts);
  }
});

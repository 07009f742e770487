import { expect, it } from 'vitest';
import { unitsOf, type Work, yearPairs } from '../../src/indicators/programme-units.ts';

/** Two works of each school in two years and one in the year before them, that may not be compared with these. */
const worksOf = (schools: number): Work[] =>
  Array.from({ length: schools }, (_, i) => i).flatMap((i) =>
    [2021, 2022, 2023].map((year) => ({
      ...{ school_id: `s${i}`, procedure: 'vpr', comparability: year === 2021 ? 'autumn' : 'spring', year },
      ...{ series: 'mathematics 5', below: i % 5, participants: 20, open: 0 },
    })),
  );

it('the schools of a region larger than the arguments of a call are compared', () => {
  const works = worksOf(80_000);
  const [pair] = yearPairs(works, 2023, 2023);
  expect(pair).toEqual({ procedure: 'vpr', comparability: 'spring', before: 2022, after: 2023 });
  if (!pair) return;
  const wave = { first: 2023, treated: new Set(['s0']), ever: new Set(['s0', 's1']) };
  const units = unitsOf(works, pair, new Map(), wave);
  // One that took part in another wave is nobody's comparison.
  expect(units).toHaveLength(79_999);
});

import { describe, expect, it } from 'vitest';
import { chance } from '../../src/i18n/compare.ts';
import { newcombe } from '../../src/stats/newcombe.ts';
import { outcome } from './sentences.cases.ts';

describe('a difference', () => {
  it.each([
    ['of 37 % and 45 % in forty pupils is within chance', outcome(14, 38), outcome(18, 40), 'within'],
    ['of 12 % and 14 % in five thousand is beyond chance', outcome(600, 5000), outcome(700, 5000), 'beyond'],
    [
      'of hidden counts that are all far lower is beyond chance',
      outcome([1, 2], 40),
      outcome(9, 45),
      'beyond',
    ],
    [
      'of hidden counts some of which are far lower is perhaps chance',
      outcome([1, 4], 40),
      outcome(9, 45),
      'perhaps',
    ],
  ] as const)('%s', (_, now, before, expected) => {
    expect(chance(now, before)).toBe(expected);
  });

  it('is judged over every table that the hidden counts allow', () => {
    for (let high = 1; high <= 12; high++) {
      const verdicts = Array.from({ length: high }, (_, index) => {
        const { low, high: top } = newcombe({ count: index + 1, total: 40 }, { count: 11, total: 45 });
        return low <= 0 && top >= 0;
      });
      const some = verdicts.some(Boolean);
      const all = verdicts.every(Boolean);
      expect(chance(outcome([1, high], 40), outcome(11, 45))).toBe(
        all ? 'within' : some ? 'perhaps' : 'beyond',
      );
    }
  });
});

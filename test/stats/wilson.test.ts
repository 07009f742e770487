import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';

/** Newcombe 1998, table I, method 3. */
const published = [
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const;

describe("Wilson's interval", () => {
  it.each(published)('of %i in %i is %d to %d, as Newcombe published', (count, total, low, high) => {
    const interval = wilson(count, total);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of everybody mirrors the one of nobody', () => {
    const all = wilson(20, 20);
    const none = wilson(0, 20);
    expect(all.high).toBe(1);
    expect(all.low).toBeCloseTo(1 - none.high, 12);
  });

  it('refuses more failures than participants', () => {
    expect(() => wilson(5, 4)).toThrow('invalid proportion: 5 of 4');
    expect(() => wilson(0, 0)).toThrow('invalid proportion: 0 of 0');
  });
});

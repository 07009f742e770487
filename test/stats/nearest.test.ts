import { describe, expect, it } from 'vitest';
import { type Context, distance, traitScales } from '../../src/stats/distance.ts';
import { nearest } from '../../src/stats/nearest.ts';
import { rng } from '../../src/stats/rng.ts';

const weights = { size: 1, locality: 1, index: 1 };
const schools: Context[] = [
  { size: 100, locality: 'village', index: 40 },
  { size: 300, locality: 'town', index: 60 },
  { size: 200, locality: 'village', index: null },
  { size: 400, locality: 'town', index: 80 },
];
const scales = traitScales(schools, weights);
const [first, second, third] = schools as [Context, Context, Context];

describe('the distance', () => {
  it('divides a number by its variance, a category by half the chance that two schools differ', () => {
    expect(scales).toEqual([
      { trait: 'size', unit: 12500, weight: 1 },
      { trait: 'locality', unit: 0.25, weight: 1 },
      { trait: 'index', unit: expect.closeTo(800 / 3, 10), weight: 1 },
    ]);
    const found = distance(first, second, scales);
    expect(found?.parts).toEqual({ size: 3.2, locality: 4, index: expect.closeTo(1.5, 10) });
    expect(found?.value).toBeCloseTo(Math.sqrt(8.7), 12);
  });

  it('leaves out what one side does not know and scales the rest up', () => {
    const found = distance(first, third, scales);
    expect(found?.parts).toEqual({ size: expect.closeTo(1.2, 12), locality: 0 });
    expect(found?.value).toBeCloseTo(Math.sqrt(1.2), 12);
  });

  it('is not defined when less than half of the weight is known on both sides', () => {
    expect(distance(first, { size: null, locality: null, index: 50 }, scales)).toBeNull();
    expect(distance(first, {}, scales)).toBeNull();
    expect(distance(first, second, [])).toBeNull();
  });

  it('gives every trait the same part of the mean squared distance, 2', () => {
    const random = rng(8);
    const population = Array.from({ length: 150 }, () => ({
      size: Math.exp(3 * random()),
      locality: random() < 0.7 ? 'village' : random() < 0.8 ? 'town' : 'city',
      index: random(),
    }));
    const found = traitScales(population, weights);
    const sums: Record<string, number> = { size: 0, locality: 0, index: 0 };
    for (const a of population)
      for (const b of population)
        for (const [trait, part] of Object.entries(distance(a, b, found)?.parts ?? {}))
          sums[trait] = (sums[trait] ?? 0) + part / 150 ** 2;
    for (const sum of Object.values(sums)) expect(sum).toBeCloseTo(2, 10);
  });

  it('is symmetric, 0 to itself, and without gaps keeps the triangle inequality', () => {
    const random = rng(9);
    const draw = (): Context => ({
      size: random() * 900,
      locality: random() < 0.5 ? 'a' : 'b',
      index: random(),
    });
    const population = Array.from({ length: 30 }, draw);
    const found = traitScales(population, weights);
    const between = (a: Context, b: Context) => distance(a, b, found)?.value ?? Number.NaN;
    for (const a of population) {
      expect(between(a, a)).toBe(0);
      for (const b of population) {
        expect(between(a, b)).toBe(between(b, a));
        for (const c of population)
          expect(between(a, c)).toBeLessThanOrEqual(between(a, b) + between(b, c) + 1e-12);
      }
    }
  });

  it('a trait that does not vary has no scale; mixed kinds and negative weights are refused', () => {
    expect(traitScales([{ size: 5 }, { size: 5 }], { size: 1 })).toEqual([]);
    expect(traitScales(schools, { unknown: 1, size: 0 })).toEqual([]);
    expect(() => traitScales([{ size: 5 }, { size: 'big' }], { size: 1 })).toThrow('invalid trait: size');
    expect(() => traitScales(schools, { size: -1 })).toThrow('invalid weight of size: -1');
  });
});

describe('the nearest', () => {
  const member = (id: string, size: number | null) => ({ id, context: { size } });
  const members = [member('d', 13), member('b', 11), member('c', 9), member('a', 10), member('x', null)];
  const sizes = traitScales(
    members.map(({ context }) => context),
    { size: 1 },
  );

  it('come by distance, equal distances by id, without the school itself and the incomparable', () => {
    const ids = (list: typeof members) => nearest(member('a', 10), list, sizes, 20).map(({ id }) => id);
    expect(ids(members)).toEqual(['b', 'c', 'd']);
    expect(ids([...members].reverse())).toEqual(['b', 'c', 'd']);
    expect(nearest(member('a', 10), members, sizes, 1)).toHaveLength(1);
  });
});

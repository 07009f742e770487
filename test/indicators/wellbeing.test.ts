import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Cell, Engine, Row } from '../../src/contract/engine.ts';
import { type Methodology, methodologySchema } from '../../src/contract/methodology.ts';
import { parameterViews } from '../../src/indicators/parameters.ts';
import { sqlOf } from '../../src/indicators/run.ts';
import { storeSelect } from '../../src/indicators/store.ts';
import { openNative } from '../../src/query/native.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';
import { rng } from '../../src/stats/rng.ts';
import { fill, readMethodology } from './tables.ts';

const composition = [
  { indicator: 'higher-education', weight: 3, direction: 'higher-better' as const },
  { indicator: 'incomplete-families', weight: 1, direction: 'lower-better' as const },
  { indicator: 'on-record', weight: 2.5, direction: 'lower-better' as const },
];
const defaults = readMethodology('default');
const composed = (parts: Methodology['adverse_conditions']['wellbeing_composition']): Methodology => ({
  ...defaults,
  adverse_conditions: { ...defaults.adverse_conditions, wellbeing_composition: parts },
});

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

interface Counted {
  id: string;
  year: number;
  part: [number, number];
  all: number;
  indicator: string;
  protection?: string;
}
const observation = ({
  id,
  year,
  part,
  all,
  indicator,
  protection = 'none',
}: Counted): Record<string, Cell> => ({
  entity_level: 'school',
  entity_id: id,
  year,
  indicator_id: indicator,
  dimension: '',
  protection,
  numerator_low: part[0],
  numerator_high: part[1],
  denominator_low: protection === 'few-participants' ? 1 : all,
  denominator_high: protection === 'few-participants' ? 9 : all,
});

const random = rng(4_404);
const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const ids = Array.from({ length: 40 }, (_, i) => `s${String(i).padStart(2, '0')}`);
const years = [2024, 2025];
const counted: Counted[] = ids.flatMap((id, i) =>
  years.flatMap((year) =>
    composition.flatMap(({ indicator }, place): Counted[] => {
      const all = whole(20, 300);
      // Some schools lack a component, some have one hidden, some a range.
      if (i % 11 === 3 && place === 1) return [];
      if (i % 13 === 5 && place === 2)
        return [{ id, year, part: [0, 9], all: 9, indicator, protection: 'few-participants' }];
      if (i % 3 === 2 && place === 0) {
        const few = whole(10, 14);
        return [{ id, year, part: [1, 2], all: few, indicator, protection: 'few-failing' }];
      }
      const part = whole(0, all);
      return [{ id, year, part: [part, part], all, indicator }];
    }),
  ),
);
const schools = ids.map((id) => ({ school_id: id, name: id, municipality_id: 'm' }));

beforeEach(async () => {
  await fill(engine, 'schools', schools);
  await fill(engine, 'observations', counted.map(observation));
  await fill(engine, 'social_index', [{ school_id: 's00', year: 2025, value: 50 }]);
  await fill(engine, 'deficits', []);
  for (const view of parameterViews(composed(composition))) await engine.run(view);
});

/** From the definition: every table that the ranges allow, at its two extremes. */
function index(id: string, year: number): { low: number; high: number } | string {
  const own = counted.filter((one) => one.id === id && one.year === year);
  if (own.some(({ protection }) => protection === 'few-participants')) return 'few-participants';
  if (own.length < composition.length) return 'no-data';
  const weights = composition.reduce((sum, { weight }) => sum + weight, 0);
  const at = (pick: (values: number[]) => number) => {
    const top = composition.reduce((sum, { indicator, weight, direction }) => {
      const { part, all } = own.find((one) => one.indicator === indicator) ?? { part: [0, 0], all: 1 };
      const favourable = part.map((n) => (direction === 'higher-better' ? n : all - n) / all);
      return sum + weight * pick(favourable);
    }, 0);
    return (100 * top) / weights;
  };
  return { low: at((values) => Math.min(...values)), high: at((values) => Math.max(...values)) };
}

describe('the weighted composition of the index of well-being', () => {
  it('is the weighted mean of the shares, with a reason where a component is missing or hidden', async () => {
    const rows = await engine.query<Row>(sqlOf('wellbeing-index'));
    expect(rows).toHaveLength(ids.length * years.length);
    const kinds = new Set<string>();
    for (const row of rows) {
      const wanted = index(String(row.school_id), Number(row.year));
      kinds.add(typeof wanted === 'string' ? wanted : wanted.low === wanted.high ? 'exact' : 'range');
      if (typeof wanted === 'string') {
        expect([row.value_low, row.value_high, row.reason]).toEqual([null, null, wanted]);
        continue;
      }
      expect(row.reason).toBeNull();
      expect(Number(row.value_low)).toBeCloseTo(wanted.low, 2);
      expect(Number(row.value_high)).toBeCloseTo(wanted.high, 2);
    }
    expect([...kinds].sort()).toEqual(['exact', 'few-participants', 'no-data', 'range']);
  });

  it('gives the same rows in WASM', async () => {
    const here = await engine.query<Row>(sqlOf('wellbeing-index'));
    const wasm = await openWasmInNode();
    await fill(wasm, 'schools', schools);
    await fill(wasm, 'observations', counted.map(observation));
    await fill(wasm, 'social_index', []);
    for (const view of parameterViews(composed(composition))) await wasm.run(view);
    expect(await wasm.query<Row>(sqlOf('wellbeing-index'))).toEqual(here);
    await wasm.close();
  });

  it('puts a school in the lowest quartile only where every table of the ranges does', async () => {
    await storeSelect(engine, 'wellbeing_index', sqlOf('wellbeing-index'));
    const rows = await engine.query<Row>(sqlOf('adverse-conditions'));
    const states = new Set<unknown>();
    for (const year of years) {
      const known = ids.flatMap((id) => {
        const value = index(id, year);
        const round = (number: number) => Math.round(number * 1000) / 1000;
        return typeof value === 'string' ? [] : [{ id, low: round(value.low), high: round(value.high) }];
      });
      for (const own of known) {
        const others = known.filter(({ id }) => id !== own.id);
        const best = 1 + others.filter(({ high }) => high < own.low).length;
        const worst = 1 + others.filter(({ low }) => low < own.high).length;
        const wanted = worst <= known.length / 4 ? true : best > known.length / 4 ? false : null;
        const row = rows.find((one) => one.school_id === own.id && one.year === year);
        expect([own.id, row?.lowest_quartile]).toEqual([own.id, wanted]);
        states.add(wanted);
      }
    }
    expect(states).toEqual(new Set([true, false, null]));
  });

  it('replaces the supplied index; without a composition the supplied one is the index', async () => {
    const composedRows = await engine.query<Row>(
      `SELECT * FROM (${sqlOf('wellbeing-index')}) i WHERE components = 0`,
    );
    expect(composedRows).toEqual([]);
    for (const view of parameterViews(composed(undefined))) await engine.run(view);
    expect(await engine.query<Row>(sqlOf('wellbeing-index'))).toEqual([
      {
        school_id: 's00',
        year: 2025,
        value_low: 50,
        value_high: 50,
        components: 0,
        components_known: 0,
        reason: null,
      },
    ]);
  });

  it('is refused with a component named twice or a weight of nothing', () => {
    const [first] = composition;
    expect(methodologySchema.safeParse(composed([first, first] as typeof composition)).success).toBe(false);
    expect(
      methodologySchema.safeParse(composed([{ ...composition[0], weight: 0 }] as typeof composition)).success,
    ).toBe(false);
    expect(methodologySchema.safeParse(composed(composition)).success).toBe(true);
  });
});

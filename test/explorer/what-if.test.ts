import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine, Row } from '../../src/contract/engine.ts';
import type { Methodology } from '../../src/contract/methodology.ts';
import { procedureUnits } from '../../src/contract/vocabulary.ts';
import { ruleExtracts } from '../../src/explorer/unpack.ts';
import {
  changeRule,
  compareRule,
  computeRobustness,
  prepareRule,
  withRobustness,
} from '../../src/explorer/what-if/compute.ts';
import { bounds, changed, readRule, ruleOf, writeRule } from '../../src/explorer/what-if/rule.ts';
import { parameterViews } from '../../src/indicators/parameters.ts';
import { attachParquet, type FileEngine } from '../../src/query/attach.ts';
import { demoRun } from '../demo-run.ts';
import { readMethodology } from '../indicators/tables.ts';
import { openExtracts } from './open-extracts.ts';

const base = readMethodology('default');
let native: Engine;
let wasm: FileEngine;
/** The release's own tables. */
let plain: Engine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const { folder } = await demoRun();
  ({ native, wasm, plain } = await openExtracts(folder, ruleExtracts));
  await attachParquet(plain, 'robustness', join(folder, 'robustness.parquet'));
}, 180_000);
afterAll(async () => {
  for (const engine of [native, wasm, plain]) await engine.close();
});

describe('what if', () => {
  it('nothing is changed: the sealed engine gives the published answers again, and nobody enters or leaves', async () => {
    await prepareRule(wasm, base);
    await changeRule(wasm, changed(base, ruleOf(base)));
    const robustness = await computeRobustness(wasm);
    const columns =
      'school_id, year, state, reasons, possible_reasons, low_units_low, low_units_high, breaks';
    const ordered = (of: Engine) =>
      of.query(`SELECT ${columns} FROM identification ORDER BY school_id, year`);
    expect(await ordered(wasm)).toEqual(await ordered(plain));
    const published = await plain.query<{ school_id: string; year: number }>(
      'SELECT school_id, year, identified_low, identified_high, settings FROM robustness ORDER BY school_id, year',
    );
    expect(robustness.size).toBe(published.length);
    for (const { school_id, year, ...row } of published)
      expect(robustness.get(`${school_id} ${year}`)).toEqual(row);
    const rows = await compareRule(wasm, 2025);
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map(({ change }) => change))).toEqual(new Set(['stays']));
    expect(withRobustness(rows, 2025, robustness)[0]).toEqual({
      ...rows[0],
      ...robustness.get(`${rows[0]?.school_id} 2025`),
    });
  });

  it('a higher threshold lets nobody in, a lower one lets nobody out, and both engines agree', async () => {
    for (const [threshold, never] of [
      [45, 'enters'],
      [20, 'leaves'],
    ] as const) {
      const methodology = changed(base, { ...ruleOf(base), threshold });
      const answers: Row[][] = [];
      for (const engine of [native, wasm]) {
        await prepareRule(engine, base);
        await changeRule(engine, methodology);
        answers.push((await compareRule(engine, 2025)) as unknown as Row[]);
      }
      expect(answers[1]).toEqual(answers[0]);
      const kinds = answers[0]?.map(({ change }) => change) ?? [];
      expect(kinds).not.toContain(never);
      expect(kinds).toContain(threshold === 45 ? 'leaves' : 'enters');
    }
  });
});

describe('a rule in an address', () => {
  const years = [2023, 2024, 2025];
  const rules = fc.record({
    base: fc.constant(base.version),
    threshold: fc.integer({ min: bounds.threshold[0], max: bounds.threshold[1] }),
    unit: fc.constantFrom(...procedureUnits),
    minimum: fc.integer({ min: bounds.minimum[0], max: bounds.minimum[1] }),
    sameYear: fc.integer({ min: bounds.sameYear[0], max: bounds.sameYear[1] }),
    years: fc.integer({ min: bounds.years[0], max: bounds.years[1] }),
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(null, ...years), (rule, year) => {
        expect(readRule(writeRule(rule, year, base), [base], years)).toEqual({ rule, year, problems: [] });
      }),
    );
  });

  it('whatever stands in it, the statements hold numbers and known words alone', () => {
    const skeleton = (methodology: Methodology) =>
      parameterViews(methodology).map((view) =>
        view.replace(/CAST\('?[\d.]+'? AS \w+\)/g, 'N').replace(/'procedure\w*'/g, 'U'),
      );
    const plain = skeleton(changed(base, ruleOf(base)));
    const field = fc.constantFrom('base', 'threshold', 'unit', 'minimum', 'sameYear', 'years', 'year');
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom("1'; DROP TABLE results; --", '-1', '1e3', '30', '0x1F', ' 7 '),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value)), (pairs) => {
        const { rule, year } = readRule(new URLSearchParams(pairs), [base], years);
        expect(skeleton(changed(base, rule))).toEqual(plain);
        expect(year === null || years.includes(year)).toBe(true);
      }),
    );
  });

  it('names what it leaves out', () => {
    const params = new URLSearchParams('base=old&threshold=0&unit=pupil&year=1999&minimum=5');
    expect(readRule(params, [base], years)).toEqual({
      rule: { ...ruleOf(base), minimum: 5 },
      year: null,
      problems: ['old', '0', 'pupil', '1999'],
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine, Row } from '../../src/contract/engine.ts';
import type { IndicatorRow, ResultRow } from '../../src/contract/public.ts';
import { indicators } from '../../src/indicators/catalogue.ts';
import { sqlOf } from '../../src/indicators/run.ts';
import { attachParquet, type FileEngine, importParquet } from '../../src/query/attach.ts';
import { openNative } from '../../src/query/native.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';
import { demoRun } from '../demo-run.ts';
import type { Run } from '../support.ts';

let demo: Run;
let native: Engine;
let wasm: FileEngine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  demo = await demoRun();
  native = await openNative();
  wasm = await openWasmInNode();
  const path = join(demo.folder, 'results.parquet');
  await attachParquet(native, 'results', path);
  await wasm.register('results.parquet', new Uint8Array(readFileSync(path)));
  await importParquet(wasm, 'results', 'results.parquet');
  for (const engine of [native, wasm])
    await engine.run('CREATE VIEW parameters AS SELECT 10 AS min_participants');
});
afterAll(async () => {
  await native.close();
  await wasm.close();
});

const point = ({
  level,
  entity_id,
  year,
  procedure,
  subject,
  grade,
  session,
}: ResultRow | IndicatorRow): string =>
  [level, entity_id, year, procedure, subject, grade, session].join(' ');

describe('every indicator on the whole demo set', () => {
  it.each(indicators.map(({ id }) => id))('%s gives the same rows natively and in WASM', async (id) => {
    const [one, two] = [await native.query<Row>(sqlOf(id)), await wasm.query<Row>(sqlOf(id))];
    expect(one.length).toBe(demo.manifest.counts.results);
    expect(two).toEqual(one);
  });

  it('is published as computed', async () => {
    for (const { id } of indicators) {
      const path = join(demo.folder, 'indicators', `${id}.parquet`);
      const published = await native.query<Row>(`FROM read_parquet('${path}')`);
      const computed = await native.query<Row>(sqlOf(id));
      // The file is sorted by the same key; column order differs only by name.
      expect(published.length).toBe(computed.length);
      const differing = await native.query<Row>(`SELECT indicator_id, entity_id, value_low FROM (${sqlOf(id)})
        EXCEPT SELECT indicator_id, entity_id, value_low FROM read_parquet('${path}')`);
      expect(differing).toEqual([]);
    }
  });
});

describe('rates', () => {
  let results: ResultRow[];
  let values: Map<string, Map<string, IndicatorRow>>;
  beforeAll(async () => {
    results = await native.query<ResultRow>('FROM results');
    values = new Map();
    for (const { id } of indicators) {
      const rows = await native.query<IndicatorRow>(sqlOf(id));
      values.set(id, new Map(rows.map((row) => [point(row), row])));
    }
  });
  const value = (id: string, row: ResultRow) => values.get(id)?.get(point(row));

  it('are the quotient of the published counts where these are exact', () => {
    const exact = results.filter(({ protection }) => protection === 'none');
    expect(exact.length).toBeGreaterThan(10_000);
    for (const row of exact) {
      const failed = row.below_threshold_low ?? Number.NaN;
      const rate = value('fail-rate', row);
      expect(rate?.value_low).toBe(failed / row.participants_low);
      expect(rate?.value_high).toBe(rate?.value_low);
      expect(value('pass-rate', row)?.value_low).toBe((row.participants_low - failed) / row.participants_low);
      if (row.mark_4_low !== null && row.mark_5_low !== null) {
        expect(value('quality-rate', row)?.value_low).toBe(
          (row.mark_4_low + row.mark_5_low) / row.participants_low,
        );
      }
    }
  });

  it('under ten participants have no value and say why', () => {
    const few = results.filter(({ protection }) => protection === 'few-participants');
    expect(few.length).toBeGreaterThan(1000);
    for (const row of few) {
      for (const { id } of indicators) {
        expect(value(id, row)).toMatchObject({
          value_low: null,
          value_high: null,
          reason: 'few-participants',
        });
      }
    }
  });

  it('contain every possibility of a row with few failing pupils', () => {
    for (const row of results.filter(({ protection }) => protection === 'few-failing')) {
      const rate = value('fail-rate', row);
      for (const failed of [1, 2]) {
        expect(rate?.value_low).toBeLessThanOrEqual(failed / row.participants_low);
        expect(rate?.value_high).toBeGreaterThanOrEqual(failed / row.participants_low);
      }
    }
  });

  it('of quality are not applicable to procedures without marks', () => {
    const ege = results.find(({ procedure, protection }) => procedure === 'ege' && protection === 'none');
    expect(ege && value('quality-rate', ege)?.reason).toBe('not-applicable');
  });
});

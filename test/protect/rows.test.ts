import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/contract/canonical.ts';
import type { Engine, Row } from '../../src/contract/engine.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import { protect } from '../../src/protect/protect.ts';
import { roundRow } from '../../src/protect/rounding.ts';
import { openNative } from '../../src/query/native.ts';
import { rng } from '../../src/stats/rng.ts';
import { readMethodology } from '../indicators/tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

type Counts = Record<string, number>;

/** Publishes rows, each as a school of its own, and returns them in the same order. */
async function published(rows: readonly Counts[], procedure: string, preset: Preset): Promise<Row[]> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${name} ${sql}`);
    await engine.run(`CREATE OR REPLACE TEMP TABLE canonical_${table} (${list.join(', ')})`);
  }
  await engine.run(`CREATE OR REPLACE TEMP TABLE ref_comparability (procedure VARCHAR, year INTEGER, session VARCHAR, comparability VARCHAR);
    INSERT INTO canonical_municipalities VALUES ('m', 'M', 'r')`);
  const names = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500);
    const id = (i: number) => `'s${String(from + i).padStart(6, '0')}'`;
    await engine.run(
      `INSERT INTO canonical_schools BY NAME FROM (VALUES ${some.map((_, i) => `(${id(i)}, 'm')`).join(', ')}) v(school_id, municipality_id)`,
    );
    const values = some.map((row, i) => `(${[id(i), ...names.map((name) => row[name])].join(', ')})`);
    await engine.run(`INSERT INTO canonical_results BY NAME SELECT *, 2023 AS year, '${procedure}' AS procedure, 'russian' AS subject,
      4 AS grade, 'spring' AS session, false AS suppressed FROM (VALUES ${values.join(', ')}) v(school_id, ${names.join(', ')})`);
  }
  await protect(engine, readMethodology('default'), preset);
  return engine.query<Row>(
    `SELECT * EXCLUDE (entity_id) FROM results WHERE level = 'school' ORDER BY entity_id`,
  );
}

/** Which values of a hidden number have one and the same publication. */
function alike(rows: readonly Counts[], shown: readonly Row[], kind: string, value: (row: Counts) => number) {
  const found = new Map<string, Set<number>>();
  for (const [i, row] of shown.entries()) {
    if (row.protection !== kind) continue;
    const key = JSON.stringify(row);
    found.set(key, (found.get(key) ?? new Set()).add(value(rows[i] as Counts)));
  }
  return found;
}

describe('a row alone does not tell the number it hides', () => {
  it('nor do high scores beside one or two below the threshold', async () => {
    const rows: Counts[] = [];
    for (let below = 0; below <= 12; below++)
      for (let high = 0; high <= 12 - below; high++)
        for (let max = 0; max <= high; max++)
          rows.push({ participants: 12, below_threshold: below, high_score: high, max_score: max });
    const groups = alike(
      rows,
      await published(rows, 'ege', 'public'),
      'few-failing',
      (row) => row.below_threshold ?? 0,
    );
    expect(groups.size).toBeGreaterThan(20);
    for (const [key, values] of groups) expect([...values].sort(), key).toEqual([1, 2]);
  });

  it('nor do journal marks: who failed cannot have a mark above the one in the journal', async () => {
    const rows: Counts[] = [];
    for (let two = 1; two <= 2; two++)
      for (let three = 0; three <= 10 - two; three++)
        for (let four = 0; four <= 10 - two - three; four++)
          for (let raised = 0; raised <= 10 - two; raised++)
            rows.push({
              participants: 10,
              mark_2: two,
              below_threshold: two,
              mark_3: three,
              mark_4: four,
              mark_5: 10 - two - three - four,
              journal_lowered: 0,
              journal_confirmed: 10 - raised,
              journal_raised: raised,
              journal_gap_2: 0,
            });
    const shown = await published(rows, 'vpr', 'public');
    const groups = alike(rows, shown, 'few-failing', (row) => row.mark_2 ?? 0);
    expect(groups.size).toBeGreaterThan(100);
    for (const [key, values] of groups) expect([...values].sort(), key).toEqual([1, 2]);
  });
});

describe('a rounded row', () => {
  const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];

  it('holds the truth, and every end of every range is possible beside the others', () => {
    const random = rng(7);
    let joined = 0;
    for (let round = 0; round < 150; round++) {
      const parts = marks.map(() => Math.floor(random() * 7));
      const n = parts.reduce((sum, part) => sum + part, 0);
      if (n < 10) continue;
      const truth: Row = {
        participants: n,
        below_threshold: parts[0] ?? 0,
        high_score: null,
        max_score: null,
        basic_level_met: null,
      };
      marks.forEach((name, i) => {
        truth[name] = parts[i] ?? 0;
      });
      for (const name of ['lowered', 'confirmed', 'raised', 'gap_2']) truth[`journal_${name}`] = null;
      const ranges = roundRow(truth, 10, 5);
      const of = (name: string) => ranges.get(name) as readonly [number, number];
      for (const name of ['participants', ...marks]) {
        const [low, high] = of(name);
        expect(Number(truth[name])).toBeGreaterThanOrEqual(low);
        expect(Number(truth[name])).toBeLessThanOrEqual(high);
        if (high - low > 4) joined++;
      }
      const sum = (end: 0 | 1, but: string) =>
        marks.filter((name) => name !== but).reduce((total, name) => total + of(name)[end], 0);
      const [least, most] = of('participants');
      expect(sum(0, '')).toBeLessThanOrEqual(least);
      expect(sum(1, '')).toBeGreaterThanOrEqual(most);
      for (const name of marks) {
        const [low, high] = of(name);
        expect(low + sum(1, name)).toBeGreaterThanOrEqual(least);
        expect(high + sum(0, name)).toBeLessThanOrEqual(most);
      }
    }
    // Twelve participants with three of each mark would be told exactly by four ranges from 3 to 7.
    expect(joined).toBeGreaterThan(0);
  });
});

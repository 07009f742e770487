import { expect } from 'vitest';
import { canonical, resultCounts } from '../../src/contract/canonical.ts';
import type { Engine, Row } from '../../src/contract/engine.ts';
import type { Methodology } from '../../src/contract/methodology.ts';
import type { Preset } from '../../src/contract/vocabulary.ts';
import type { Earlier } from '../../src/protect/history.ts';
import { protect } from '../../src/protect/protect.ts';
import type { TotalCuts } from '../../src/protect/totals.ts';
import { rng } from '../../src/stats/rng.ts';
import { readMethodology } from '../indicators/tables.ts';

const schools = 48;

/** Rows of schools of every size in five municipalities, three works and two years; some withheld by the publisher. */
export function rowsOf(seed: number, oneIn = 31): string[] {
  const random = rng(seed);
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const rows: string[] = [];
  for (let school = 0; school < schools; school++) {
    const size = upTo(2) === 0 ? 4 : 2 + upTo(28);
    for (const year of [2024, 2025])
      for (const [procedure, grade] of [
        ['vpr', 5],
        ['vpr', 6],
        ['ege', 11],
      ] as const) {
        const marks = [upTo(2) * upTo(Math.ceil(size / 8)), upTo(size), upTo(size), 1 + upTo(size)];
        const [two = 0, three = 0, four = 0, five = 0] = marks;
        const n = two + three + four + five;
        const withheld = procedure === 'vpr' && upTo(oneIn - 1) === 0;
        const counts =
          procedure === 'ege'
            ? `NULL, NULL, NULL, NULL, ${two}, ${five}, ${upTo(Math.min(five, 2))}`
            : withheld
              ? 'NULL, NULL, NULL, NULL, NULL, NULL, NULL'
              : `${marks.join(', ')}, ${two}, NULL, NULL`;
        rows.push(
          `('s${school}', ${year}, '${procedure}', 'mathematics', ${grade}, 'spring', ${n}, ${withheld}, ${counts}, ${10 + upTo(20)})`,
        );
      }
  }
  return rows;
}

/** What decides how rows are protected, beside the rows. */
export interface Rules {
  earlier?: Earlier | undefined;
  cuts?: TotalCuts | undefined;
  /** Other thresholds than those of the methodology. */
  limits?: Partial<Methodology['protection']>;
}

/** Protects rows as `rowsOf` makes them, in the engine's own tables. */
export async function publish(
  on: Engine,
  rows: readonly string[],
  preset: Preset,
  { earlier, cuts, limits = {} }: Rules = {},
): Promise<Row[]> {
  for (const [table, { columns }] of Object.entries(canonical)) {
    const list = Object.entries(columns).map(([name, { sql }]) => `${name} ${sql}`);
    await on.run(`CREATE OR REPLACE TEMP TABLE canonical_${table} (${list.join(', ')})`);
  }
  const owners = Array.from({ length: schools }, (_, i) => `('s${i}', 'm${i % 5}')`);
  await on.run(`CREATE OR REPLACE TEMP TABLE ref_comparability (procedure VARCHAR, year INTEGER, session VARCHAR, comparability VARCHAR);
    INSERT INTO canonical_municipalities SELECT 'm' || i, 'M', 'r' FROM range(5) t(i);
    INSERT INTO canonical_schools BY NAME FROM (VALUES ${owners.join(', ')}) v(school_id, municipality_id);
    INSERT INTO canonical_results BY NAME FROM (VALUES ${rows.join(', ')}) v(school_id, year, procedure, subject, grade,
      session, participants, suppressed, mark_2, mark_3, mark_4, mark_5, below_threshold, high_score, max_score, score_mean)`);
  const methodology = readMethodology('default');
  const protection = { ...methodology.protection, ...limits };
  await protect(on, { ...methodology, protection }, preset, earlier, cuts);
  return on.query<Row>('FROM results ORDER BY level, entity_id, year, procedure, grade');
}

/** Which school is in which municipality, and those in the region. */
export const places = new Map<string, string>([
  ...Array.from({ length: schools }, (_, i): [string, string] => [`school s${i}`, `m${i % 5}`]),
  ...Array.from({ length: 5 }, (_, i): [string, string] => [`municipality m${i}`, 'r']),
]);

/** Every published range of a row holds what is told of it where nothing is hidden. */
export function expectTruth(shown: readonly Row[], truth: readonly Row[]): void {
  expect(shown).toHaveLength(truth.length);
  for (const [i, row] of shown.entries())
    for (const name of resultCounts) {
      const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
      if (low === null) continue;
      // What the publisher withheld is a range in the truth as well.
      expect(Number(low), `${row.entity_id} ${name}`).toBeLessThanOrEqual(Number(truth[i]?.[`${name}_high`]));
      expect(Number(high), `${row.entity_id} ${name}`).toBeGreaterThanOrEqual(
        Number(truth[i]?.[`${name}_low`]),
      );
    }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { rankCorrelation } from '../../src/ingest/rank-correlation.ts';
import { openNative } from '../../src/query/native.ts';
import { spearman } from '../../src/stats/spearman.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

type Pupil = [school: string, score: number | null, journal: number | null];

async function correlations(pupils: Pupil[]): Promise<Map<string, number | null>> {
  await engine.run(
    'CREATE OR REPLACE TEMP TABLE staged_pupils (school_id VARCHAR, score INTEGER, journal_mark INTEGER, pupils BIGINT)',
  );
  const rows = pupils.map(([school, score, journal]) => `('${school}', ${score}, ${journal}, 1)`);
  await engine.run(`INSERT INTO staged_pupils SELECT school_id, score, journal_mark, count(*) FROM
    (VALUES ${rows.join(', ')}) AS p(school_id, score, journal_mark, one) GROUP BY ALL`);
  const found = await engine.query<{ school_id: string; journal_rho: number | null }>(
    rankCorrelation(
      ['school_id'],
      `SELECT school_id, score, ${[2, 3, 4, 5].map((mark) => `CASE journal_mark WHEN ${mark} THEN pupils ELSE 0 END AS j${mark}`).join(', ')}
        FROM staged_pupils WHERE score IS NOT NULL AND journal_mark IS NOT NULL`,
    ),
  );
  return new Map(found.map(({ school_id, journal_rho }) => [school_id, journal_rho]));
}

describe("Spearman's correlation of scores and journal marks", () => {
  it('is −1 where the journal turns the scores round, and has no value where it does not vary', async () => {
    const found = await correlations([
      ...[1, 2, 3].map((i): Pupil => ['turned', i, 6 - i]),
      ...[1, 2, 3].map((i): Pupil => ['flat', i, 4]),
    ]);
    expect(found.get('turned')).toBe(-1);
    expect(found.get('flat')).toBeNull();
  });

  it('agrees with the room of statistics on 40 random schools with many ties, pupils without one of the two left out', async () => {
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    const pupils = Array.from({ length: 1200 }, (): Pupil => {
      const score = random(21);
      const journal = Math.min(5, Math.max(2, Math.round(score / 5) + random(3) - 1));
      return [`s${random(40)}`, random(15) === 0 ? null : score, random(15) === 0 ? null : journal];
    });
    const found = await correlations(pupils);
    expect(found.size).toBe(40);
    for (const [school, rho] of found) {
      const pairs = pupils.flatMap(([own, x, y]): [number, number][] =>
        own === school && x !== null && y !== null ? [[x, y]] : [],
      );
      expect(rho).toBeCloseTo(spearman(pairs) ?? Number.NaN, 5);
    }
  });
});

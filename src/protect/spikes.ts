import type { Cell, Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { boundarySpike } from '../stats/boundary-spike.ts';

interface Distribution {
  school_id: string;
  year: number;
  procedure: string;
  subject: string;
  grade: number;
  session: string;
  mark: number;
  boundary: number;
  scores: string;
}

/**
 * The lowest score of each mark, found from the data: pupils with a lower mark stand below it in every school, so it is
 * the least over all schools of the lowest score above them. With it the counts of every score, as text.
 */
const distributions = `
  WITH cumulated AS (
    SELECT *, coalesce(sum(participants) OVER (PARTITION BY school_id, year, procedure, subject, grade, session
      ORDER BY score ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS under
    FROM canonical_score_distribution
  ), marks AS (
    SELECT *, UNNEST([3, 4, 5]) AS mark, UNNEST([mark_2, mark_2 + mark_3, mark_2 + mark_3 + mark_4]) AS lower
    FROM canonical_results WHERE mark_2 IS NOT NULL
  ), bounds AS (
    SELECT year, procedure, subject, grade, session, mark, min(score) AS boundary
    FROM cumulated JOIN marks USING (school_id, year, procedure, subject, grade, session)
    WHERE under >= lower GROUP BY ALL
  ), listed AS (
    SELECT school_id, year, procedure, subject, grade, session,
      string_agg(score || ':' || participants, ' ' ORDER BY score) AS scores
    FROM canonical_score_distribution GROUP BY ALL
  )
  SELECT school_id, year, procedure, subject, grade, session, mark, boundary, scores
  FROM listed JOIN bounds USING (year, procedure, subject, grade, session)
  ORDER BY school_id, year, procedure, subject, grade, session, mark`;

function countsOf({ scores, boundary }: Distribution): number[] {
  const pairs = scores.split(' ').map((pair) => pair.split(':').map(Number));
  const counts = new Array<number>(Math.max(boundary + 2, ...pairs.map(([score = 0]) => score + 1))).fill(0);
  for (const [score = 0, count = 0] of pairs) counts[score] = count;
  return counts;
}

/** Columns of `boundary_spikes`, in order. */
const columns = {
  school_id: 'VARCHAR',
  year: 'INTEGER',
  procedure: 'VARCHAR',
  subject: 'VARCHAR',
  grade: 'INTEGER',
  session: 'VARCHAR',
  mark: 'INTEGER',
  informative: 'BOOLEAN',
  p_value: 'DECIMAL(3,2)',
} as const;
type Spike = Record<keyof typeof columns, Cell>;

function spikeRow(row: Distribution, leastSample: number): Spike[] {
  if (row.boundary < 1) return [];
  const counts = countsOf(row);
  if (counts.reduce((sum, count) => sum + count, 0) < leastSample) return [];
  const spike = boundarySpike(counts, row.boundary);
  if (!spike) return [];
  const { boundary: _, scores: __, ...key } = row;
  // Rounded up to hundredths: enough for the rule, too little to find the counts of single scores.
  return [{ ...key, informative: spike.informative, p_value: Math.ceil(spike.pValue * 100 - 1e-9) / 100 }];
}

/** Makes `boundary_spikes`: of every school's score distribution only the probability of its surplus at a mark's bound. */
export async function protectSpikes(engine: Engine, { protection }: Methodology): Promise<void> {
  const rows = await engine.query<Distribution>(distributions);
  const spikes = rows.flatMap((row) => spikeRow(row, protection.min_participants));
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const declared = names.map((name) => `${name} ${columns[name]}`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE boundary_spikes (${declared.join(', ')})`);
  // Whole columns as parameters: the engine takes as long to parse a thousand rows of VALUES as to load all of these.
  const lists = names.map((name) => `unnest(from_json(?, '["${columns[name]}"]'))`);
  await engine.query(
    `INSERT INTO boundary_spikes SELECT ${lists.join(', ')}`,
    names.map((name) => JSON.stringify(spikes.map((spike) => spike[name]))),
  );
}

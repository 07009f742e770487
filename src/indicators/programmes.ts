import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { EffectReason, ProgrammeEffectRow } from '../contract/programme-effect.ts';
import { type MatchedEffect, matchedEffect } from '../stats/matched-effect.ts';
import { unitsOf, type Work, type YearPair, yearPairs } from './programme-units.ts';
import { sqlOf } from './run.ts';
import { schoolContexts } from './similar.ts';
import { storeRows } from './store.ts';

/** Schools that entered a programme in the same year. */
interface Wave {
  programme: string;
  first: number;
  last: number;
  schools: Set<string>;
}

type Row = Partial<ProgrammeEffectRow>;

const waves = `
  SELECT programme, first, CAST(max(last) AS INTEGER) AS last, string_agg(school_id, ' ' ORDER BY school_id) AS schools
  FROM (SELECT programme, school_id, min(year) AS first, max(year) AS last
    FROM programmes WHERE role = 'participant' GROUP BY programme, school_id)
  GROUP BY programme, first ORDER BY programme, first`;

async function readWaves(engine: Engine): Promise<Wave[]> {
  const rows = await engine.query<{ programme: string; first: number; last: number; schools: string }>(waves);
  return rows.map(({ schools, ...wave }) => ({ ...wave, schools: new Set(schools.split(' ')) }));
}

async function readWorks(engine: Engine): Promise<Work[]> {
  const rows = await engine.query<Record<string, string | number>>(sqlOf('programme-series'));
  return rows.map((row) => {
    const middle = (name: string) => (Number(row[`${name}_low`]) + Number(row[`${name}_high`])) / 2;
    const half = (Number(row.below_threshold_high) - Number(row.below_threshold_low)) / 2;
    return {
      school_id: String(row.school_id),
      procedure: String(row.procedure),
      comparability: String(row.comparability),
      year: Number(row.year),
      series: `${row.subject} ${row.grade}`,
      below: middle('below_threshold'),
      participants: middle('participants'),
      open: half,
    };
  });
}

function verdict({ interval }: MatchedEffect): ProgrammeEffectRow['verdict'] {
  if (interval.high < 0) return 'fewer';
  return interval.low > 0 ? 'more' : 'no-clear-difference';
}

const found = (effect: MatchedEffect): Row => ({
  compared: effect.treated,
  controls: effect.controls,
  before: effect.before.treated,
  after: effect.after.treated,
  before_controls: effect.before.controls,
  after_controls: effect.after.controls,
  excess: effect.excess,
  excess_controls: effect.excessControls,
  effect: effect.effect,
  interval_low: effect.interval.low,
  interval_high: effect.interval.high,
  distance: effect.distance,
  verdict: verdict(effect),
});

const not = (reason: EffectReason): Row => ({ compared: 0, controls: 0, verdict: 'not-comparable', reason });

/** Makes `programme_effects`: every wave of every programme against matched schools that never took part in it. */
export async function storeProgrammes(engine: Engine, methodology: Methodology): Promise<void> {
  const works = await readWorks(engine);
  const contexts = await schoolContexts(engine);
  const { programmes: rule, similar_schools } = methodology;
  const weights = { ...similar_schools.weights, recent: rule.base_weight };
  const options = { ...rule, baseWeight: rule.base_weight, weights };
  const compare = (wave: Wave, pair: YearPair, ever: ReadonlySet<string>): Row => {
    const units = unitsOf(works, pair, contexts, { first: wave.first, treated: wave.schools, ever });
    if (units.filter(({ treated }) => treated).length < rule.min_schools) return not('few-schools');
    const effect = matchedEffect(units, options);
    return effect ? found(effect) : not('few-controls');
  };
  const all = await readWaves(engine);
  const earliest = works.reduce((least, { year }) => Math.min(least, year), Number.POSITIVE_INFINITY);
  const rows = all.flatMap((wave) => {
    const { programme, first, last, schools } = wave;
    const ever = new Set(all.flatMap((one) => (one.programme === programme ? [...one.schools] : [])));
    const own = { programme, first_year: first, last_year: last, participants: schools.size };
    const pairs = yearPairs(works, first, last);
    if (pairs.length === 0)
      return [
        { ...own, procedure: '', ...not(first <= earliest ? 'starts-before-data' : 'no-comparable-years') },
      ];
    return pairs.map((pair) => ({
      ...own,
      procedure: pair.procedure,
      comparability: pair.comparability,
      year_before: pair.before,
      year: pair.after,
      ...compare(wave, pair, ever),
    }));
  });
  await storeRows(engine, 'programme_effects', rows);
}

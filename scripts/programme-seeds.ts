import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { type Methodology, methodologySchema } from '../src/contract/methodology.ts';
import { socialIndex } from '../src/demo/context.ts';
import { type Fates, fateOf } from '../src/demo/fates.ts';
import { type Entry, entries } from '../src/demo/results.ts';
import type { School } from '../src/demo/schools.ts';
import { makeWorld } from '../src/demo/set.ts';
import { programmeWaves, years } from '../src/demo/settings.ts';
import { vprWorks } from '../src/demo/works.ts';
import { unitsOf, type Work, yearPairs } from '../src/indicators/programme-units.ts';
import type { Context } from '../src/stats/distance.ts';
import { matchedEffect } from '../src/stats/matched-effect.ts';

const usage = `node scripts/programme-seeds.ts [--seeds N]

Makes the demo region anew with other seeds and compares its programme as the page of support does: with its true effect,
and as a placebo (the same schools picked, nothing done to them). Counts are exact, not protected; ВПР only.
docs/programme-effect.md says what came of it.

  --seeds N   regions: the first N seeds from 1 that have a map (default 24)
  --help`;

/** One wave of one region. */
interface Found {
  wave: number;
  placebo: boolean;
  truth: number;
  effect: number;
  low: number;
  high: number;
}

const subjects = ['russian', 'mathematics'];
const sat = (schools: readonly School[], fates: Fates): Entry[] =>
  entries(schools, fates, (school) =>
    years.flatMap((year) => vprWorks(year, school.id).filter(({ subject }) => subjects.includes(subject))),
  );

const worksOf = (all: readonly Entry[], least: number): Work[] =>
  all
    .filter(({ tally }) => tally.participants >= least)
    .map(({ school, work, tally }) => ({
      ...{ school_id: school.id, procedure: 'vpr', year: work.year, open: 0 },
      comparability: work.session === 'autumn' ? `autumn-${work.year}` : 'spring',
      series: `${work.subject} ${work.grade}`,
      below: tally.below,
      participants: tally.participants,
    }));

/** The share below the threshold in a year, by school. */
function shares(all: readonly Entry[], year: number): Map<string, number> {
  const own = Map.groupBy(
    all.filter(({ work }) => work.year === year),
    ({ school }) => school.id,
  );
  const sum = (of: readonly Entry[], name: 'below' | 'participants') =>
    of.reduce((total, { tally }) => total + tally[name], 0);
  return new Map([...own].map(([id, of]) => [id, sum(of, 'below') / sum(of, 'participants')]));
}

const contextsOf = (schools: readonly School[]): Map<string, Context> =>
  new Map(
    schools
      .filter(({ closed }) => closed === '')
      .map((school) => [
        school.id,
        {
          ...{ size: school.pupils, locality: school.locality, type: school.type },
          ...{ small_school: String(school.small_school), wellbeing: socialIndex(school, 2025) },
        },
      ]),
  );

function ofRegion({ programmes: rule, similar_schools, protection }: Methodology): Found[] {
  const { schools, fates } = makeWorld();
  const idle: Fates = new Map([...fates].map(([id, fate]) => [id, { ...fate, programme: [] }]));
  const [real, without] = [sat(schools, fates), sat(schools, idle)];
  const contexts = contextsOf(schools);
  const options = {
    ...rule,
    baseWeight: rule.base_weight,
    weights: { ...similar_schools.weights, recent: rule.base_weight },
  };
  const ever = new Set(schools.filter((one) => fateOf(fates, one).programme.length > 0).map(({ id }) => id));
  return [false, true].flatMap((placebo) =>
    programmeWaves.flatMap(({ years: held }): Found[] => {
      const wave = held[0];
      const own = schools.filter((one) => fateOf(fates, one).programme[0] === wave).map(({ id }) => id);
      const works = worksOf(placebo ? without : real, protection.min_participants);
      const [pair] = yearPairs(works, wave, held.at(-1) ?? wave);
      if (!pair) return [];
      const units = unitsOf(works, pair, contexts, { first: wave, treated: new Set(own), ever });
      const found = matchedEffect(units, options);
      if (!found) return [];
      const [now, idleNow] = [shares(real, pair.after), shares(without, pair.after)];
      const made = units
        .filter(({ treated }) => treated)
        .map(({ id }) => (now.get(id) ?? 0) - (idleNow.get(id) ?? 0));
      const truth = placebo ? 0 : made.reduce((sum, value) => sum + value, 0) / made.length;
      return [
        { wave, placebo, truth, effect: found.effect, low: found.interval.low, high: found.interval.high },
      ];
    }),
  );
}

function table(all: readonly Found[]): string {
  const groups = Map.groupBy(all, ({ placebo, wave }) => `${placebo ? 'placebo' : 'true effect'} | ${wave}`);
  const share = (of: readonly Found[], holds: (one: Found) => boolean) =>
    `${((100 * of.filter(holds).length) / of.length).toFixed(1)} %`;
  const mean = (of: readonly Found[], value: (one: Found) => number) =>
    ((100 * of.reduce((sum, one) => sum + value(one), 0)) / of.length).toFixed(1);
  const line = (name: string, of: readonly Found[]) =>
    `| ${name} | ${of.length} | ${mean(of, (one) => one.truth)} | ${mean(of, (one) => one.effect)} | ${share(of, (one) => one.low <= one.truth && one.truth <= one.high)} | ${share(of, (one) => one.low <= 0 && one.high >= 0)} | ${mean(of, (one) => (one.high - one.low) / 2)} |`;
  const whole = (placebo: boolean) => all.filter((one) => one.placebo === placebo);
  return [
    '| | wave | regions | truth, points | found, points | interval holds the truth | "no clear difference" | half-width, points |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...[...groups].map(([name, of]) => line(name, of)),
    line('true effect | all', whole(false)),
    line('placebo | all', whole(true)),
  ].join('\n');
}

await command(usage, async (args) => {
  const { values } = parse(args, {
    seeds: { type: 'string', default: '24' },
    one: { type: 'boolean', default: false },
  });
  if (values.one) {
    const file = readFileSync('data/methodology/default.json', 'utf8');
    console.log(JSON.stringify(ofRegion(methodologySchema.parse(JSON.parse(file)))));
    return;
  }
  const count = Number(values.seeds);
  if (!Number.isSafeInteger(count) || count < 1) throw new UsageError('--seeds: a whole number from 1');
  // The seed is fixed when the generator is loaded: every region is a process of its own.
  const made: Found[][] = [];
  let without = 0;
  for (let seed = 1; made.length < count && seed <= 20 * count; seed++) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), '--one'],
      {
        env: { ...process.env, DINAMIKA_DEMO_SEED: String(seed) },
        encoding: 'utf8',
      },
    );
    if (status === 0) made.push(JSON.parse(stdout));
    // The map is drawn for the demo's own seed; on another one a school may find no place. No result decides that.
    else if (stderr.includes('no room for a school')) without++;
    else throw new Error(stderr);
  }
  console.log(`${table(made.flat())}\n\nSeeds without a map: ${without}.`);
});

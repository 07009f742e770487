import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { orderIndicators } from '../indicators/catalogue.ts';
import { computeAll } from '../indicators/compute.ts';
import { storeProgrammes } from '../indicators/programmes.ts';
import { storeRoadmaps } from '../indicators/roadmaps.ts';
import { supportIndicators } from '../indicators/support.ts';
import { protectObservations } from '../protect/observations.ts';
import { protectSpikes } from '../protect/spikes.ts';
import { line, progress, spoken, stage } from './progress.ts';

/** Tables of the canonical data that concern schools and not pupils: read by indicators as they are. */
const open = [
  ...['schools', 'municipalities', 'regions', 'deficits', 'social_index', 'programmes', 'bias_list'],
  ...['roadmap_sources', 'roadmaps'],
];

/**
 * The stage of indicators: protects what is not results, then computes every derived table. Prints the slowest steps.
 * @param released the day that states of road maps are derived for
 * @returns indicator id → table, of indicators that are published as a file each
 */
export async function makeIndicators(
  engine: Engine,
  methodology: Methodology,
  compared: readonly Methodology[],
  preset: Preset,
  released: string,
): Promise<Map<string, string>> {
  for (const name of open) await engine.run(`CREATE OR REPLACE TEMP VIEW ${name} AS FROM canonical_${name}`);
  const ofSchools = [
    ...orderIndicators.filter(({ counts }) => counts === 'schools'),
    ...supportIndicators.filter(({ counts }) => counts === 'reports'),
  ].map(({ id }) => id);
  await stage('protect observations', async () => {
    await protectObservations(engine, methodology, preset, ofSchools);
    await protectSpikes(engine, methodology);
  });
  const times = new Map<string, number>();
  const told = (name: string, milliseconds: number) => {
    times.set(name, (times.get(name) ?? 0) + milliseconds);
    progress(`${spoken().stages.indicators} … ${name}`);
  };
  const tables = await stage('indicators', () => computeAll(engine, methodology, compared, told));
  await stage('road maps and programmes', async () => {
    await storeRoadmaps(engine, released);
    await storeProgrammes(engine, methodology);
  });
  const slow = [...times].filter(([, time]) => time >= 100).sort((a, b) => b[1] - a[1]);
  if (slow.length > 0)
    line(
      `  ${slow.map(([name, time]) => `${name} ${spoken().seconds((time / 1000).toFixed(2))}`).join(', ')}`,
    );
  return tables;
}

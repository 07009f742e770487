import type { Engine } from '../contract/engine.ts';
import { Results } from './derived.ts';
import { tellChanges, tellIndicators, tellUnits } from './derived-tables.ts';
import { relateEarlier } from './history.ts';
import { type Model, newModel, type Places, relatePlaces } from './model.ts';
import { tellMonitoring } from './monitoring.ts';
import { relatePools } from './pools.ts';
import { countsOf, placesOf, type Release } from './release.ts';
import type { CountRow, Counts } from './rows.ts';

/** Everything that a reader of some releases can write down about counts. */
export interface Attack {
  model: Model;
  places: Places;
  /** By release: rows of `results`, rows that say the same in a newer release replaced by those. */
  results: CountRow[][];
  /** By release, as published. */
  published: Counts[];
  pools: Counts[];
}

/**
 * Writes the equations of all releases into one system. Newest first.
 * @param poolTable name of the table of pooled rows
 */
export async function equationsOf(
  engine: Engine,
  releases: readonly Release[],
  poolTable = 'pooled_results',
): Promise<Attack> {
  const model = newModel();
  const attack: Attack = { model, places: new Map(), results: [], published: [], pools: [] };
  for (const release of releases) {
    const places = await placesOf(engine, release);
    const counts = await countsOf(engine, release, 'results');
    const pools = await countsOf(engine, release, poolTable);
    model.take(counts);
    const [newest] = attack.published;
    const rows = newest ? relateEarlier(newest, counts, places, model) : counts.rows;
    relatePlaces({ ...counts, rows }, places, model, release.number);
    relatePools(pools, rows, model);
    const observed = await countsOf(engine, release, 'observations');
    model.take(observed);
    const derivation = { engine, model, release, results: new Results(rows) };
    await tellIndicators(derivation);
    await tellUnits(derivation);
    await tellChanges(derivation);
    await tellMonitoring(derivation, observed, places);
    if (!newest) attack.places = places;
    attack.results.push(rows);
    attack.published.push(counts);
    attack.pools.push(pools);
  }
  return attack;
}

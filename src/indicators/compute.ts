import type { DerivedTable } from '../contract/derived.ts';
import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { indicators, orderIndicators, otherIndicators } from './catalogue.ts';
import { parameterViews } from './parameters.ts';
import { computeIndicator, sqlOf } from './run.ts';
import { storeSimilar } from './similar.ts';
import { storeDynamics } from './statistics.ts';
import { storeSelect } from './store.ts';

/** Called after each table with its name and the milliseconds it took. */
export type Told = (name: string, milliseconds: number) => void;

async function useMethodology(engine: Engine, methodology: Methodology): Promise<void> {
  for (const view of parameterViews(methodology)) await engine.run(view);
}

const versioned = ['identification_units', 'identification', 'robustness', 'clusters'] as const;
const fileOf = (table: string): string => table.replaceAll('_', '-');

/** Identification and clusters under one methodology. */
async function identify(engine: Engine, timed: Timed): Promise<void> {
  await timed('unit_rows', () =>
    engine.run(`CREATE OR REPLACE TEMP TABLE unit_rows AS ${sqlOf('unit-rows')}`),
  );
  for (const table of versioned) await timed(table, () => storeSelect(engine, table, sqlOf(fileOf(table))));
}

type Timed = (name: string, work: () => Promise<void>) => Promise<void>;

/** The other methodologies first, then the one in force, whose views stay; the tables hold the rows of all. */
async function identifyAll(
  engine: Engine,
  methodology: Methodology,
  compared: readonly Methodology[],
  timed: Timed,
): Promise<void> {
  for (const [i, other] of compared.entries()) {
    await useMethodology(engine, other);
    await identify(engine, timed);
    for (const table of versioned)
      await engine.run(`CREATE OR REPLACE TEMP TABLE compared_${i}_${table} AS FROM ${table}`);
  }
  await useMethodology(engine, methodology);
  await identify(engine, timed);
  for (const i of compared.keys())
    for (const table of versioned)
      await engine.run(`INSERT INTO ${table} FROM compared_${i}_${table}; DROP TABLE compared_${i}_${table}`);
}

/** Every indicator of the orders as rows of `monitoring`. What results give wins over what was observed. */
async function monitor(engine: Engine, timed: Timed): Promise<void> {
  const files = new Set([...orderIndicators, ...otherIndicators].map(({ sql }) => sql));
  files.delete('observed');
  const columns = `indicator_id, level, entity_id, year, dimension, numerator_low, numerator_high, denominator_low,
    denominator_high, uncounted, value_low, value_high, reason`;
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE computed AS SELECT ${columns} FROM (${sqlOf('observed')}) LIMIT 0`,
  );
  for (const file of files)
    await timed(file, () => engine.run(`INSERT INTO computed SELECT ${columns} FROM (${sqlOf(file)})`));
  await timed('observed', () =>
    engine.run(`INSERT INTO computed SELECT ${columns} FROM (${sqlOf('observed')}) o WHERE NOT EXISTS (
      SELECT 1 FROM computed c WHERE c.indicator_id = o.indicator_id AND c.level = o.level
        AND c.entity_id = o.entity_id AND c.year = o.year AND c.dimension = o.dimension)`),
  );
  await storeSelect(engine, 'monitoring', 'FROM computed');
  await engine.run('DROP TABLE computed');
}

/**
 * Computes every derived table from `results`, `pooled_results`, `schools`, `municipalities`, `deficits`, `social_index`, `programmes`,
 * `bias_list`, `observations` and `boundary_spikes`.
 * @returns indicator id → table, of indicators that are a file each
 */
export async function computeAll(
  engine: Engine,
  methodology: Methodology,
  compared: readonly Methodology[] = [],
  told: Told = () => undefined,
): Promise<Map<string, string>> {
  const timed: Timed = async (name, work) => {
    const start = performance.now();
    await work();
    told(name, performance.now() - start);
  };
  const select = (table: DerivedTable, file = fileOf(table)) =>
    timed(table, () => storeSelect(engine, table, sqlOf(file)));
  await useMethodology(engine, methodology);
  await select('wellbeing_index');
  await select('adverse_conditions');
  await identifyAll(engine, methodology, compared, timed);
  await select('methodology_changes');
  await timed('dynamics_series', () =>
    engine.run(`CREATE OR REPLACE TEMP TABLE dynamics_series AS ${sqlOf('dynamics-series')}`),
  );
  await timed('dynamics', () => storeDynamics(engine, methodology));
  await select('cohorts');
  await select('objectivity');
  for (const table of ['coverage', 'appearances', 'jumps', 'disclosure'] as const) await select(table);
  await timed('similar_schools', () => storeSimilar(engine, methodology));
  await monitor(engine, timed);
  const tables = new Map<string, string>();
  for (const { id } of indicators)
    await timed(id, async () => {
      tables.set(id, await computeIndicator(engine, id));
    });
  return tables;
}

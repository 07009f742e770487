import { published } from '../../contract/published.ts';
import type { FileEngine } from '../../query/attach.ts';
import { memoryLimit } from '../../query/memory.ts';
import type { Release } from '../../query/release.ts';
import { noCode } from '../engine.ts';
import type { Status } from '../status.ts';
import type { CompareConfig } from './config.ts';
import { compareTables, type Entity, entitiesQuery } from './queries.ts';

/** The engine with its tables, and everybody who may be compared. */
export interface Ready {
  engine: FileEngine;
  entities: ReadonlyMap<string, Entity>;
  readonly ended: boolean;
}

/** An empty table with the contract's columns stands for one that the release does not have. */
async function loadTable(
  { loadParquet }: typeof import('../../query/release.ts'),
  engine: FileEngine,
  release: Release,
  table: (typeof compareTables)[number],
): Promise<void> {
  if (release.manifest.files.some(({ path }) => path === `${table}.parquet`))
    return loadParquet(engine, release, table);
  const columns = Object.entries(published[table].columns).map(([name, { sql }]) => `${name} ${sql}`);
  await engine.run(`CREATE TABLE ${table} (${columns.join(', ')})`);
}

/** Loads engine and tables; what an older release does not have is read as if it were empty. */
export async function loadComparison(
  { base, latest, messages }: CompareConfig,
  status: Status,
): Promise<Ready> {
  const [{ openWasm }, releases] = await Promise.all([
    import('../../query/wasm.ts'),
    import('../../query/release.ts'),
  ]).catch(noCode);
  const opening = openWasm({ onProgress: (loaded, total) => status.engine(loaded, total) });
  try {
    const [engine, release] = await Promise.all([opening, releases.openRelease(base, { latest })]);
    status.say(messages.loadingData);
    for (const table of compareTables) await loadTable(releases, engine, release, table);
    await engine.seal(memoryLimit((navigator as { deviceMemory?: number }).deviceMemory));
    const found = await engine.query<Entity>(entitiesQuery.sql, entitiesQuery.params);
    return {
      ...{ engine, entities: new Map(found.map((entity) => [entity.id, entity])) },
      get ended() {
        return engine.ended;
      },
    };
  } catch (error) {
    void opening.then((engine) => engine.close()).catch(() => undefined);
    throw error;
  }
}

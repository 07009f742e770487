import type { FileEngine } from '../../query/attach.ts';
import { openEngine, seal } from '../engine.ts';
import type { Status } from '../status.ts';
import { compareExtracts } from '../unpack.ts';
import type { CompareConfig } from './config.ts';
import { type Entity, entitiesQuery } from './queries.ts';

/** The engine with its tables, and everybody who may be compared. */
export interface Ready {
  engine: FileEngine;
  entities: ReadonlyMap<string, Entity>;
  readonly ended: boolean;
}

/** Loads engine and tables; of a release that lacks one the build has made an empty one. */
export async function loadComparison({ tables, messages }: CompareConfig, status: Status): Promise<Ready> {
  const { engine } = await openEngine(tables, compareExtracts, {
    engine: (loaded, total) => status.engine(loaded, total),
    data: () => status.say(messages.loadingData),
  });
  try {
    await seal(engine);
    const found = await engine.query<Entity>(entitiesQuery.sql, entitiesQuery.params);
    return {
      ...{ engine, entities: new Map(found.map((entity) => [entity.id, entity])) },
      get ended() {
        return engine.ended;
      },
    };
  } catch (error) {
    void engine.close().catch(() => undefined);
    throw error;
  }
}

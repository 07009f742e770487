import type { Methodology } from '../../contract/methodology.ts';
import type { Latest } from '../../contract/public.ts';
import { parameterViews } from '../../indicators/parameters.ts';
import type { FileEngine } from '../../query/attach.ts';
import { EngineError, isAbort } from '../../query/errors.ts';
import { memoryLimit } from '../../query/memory.ts';
import { type LoadSteps, noCode } from '../engine.ts';

/** Tables a query may name, each with the path of its file in a release, without its ending. */
export type TablePaths = Readonly<Record<string, string>>;

// A reader who asks what there is must see everything, not only what was loaded for the last question.
const askingForAll = /\bSHOW\b|\binformation_schema\b|\bduckdb_\w+|\bpragma_\w+|\bsqlite_master\b/i;

/** The tables that a text names. A word too many costs a download; one too few would be an error, so comments count. */
export function tablesIn(text: string, paths: TablePaths): string[] {
  const all = Object.keys(paths);
  if (askingForAll.test(text)) return all;
  const words = new Set(text.toLowerCase().match(/[a-z_][a-z_0-9]*/g));
  return all.filter((table) => words.has(table));
}

/** Opens an engine with some tables and the views of the methodology in force, and seals it. */
export type OpenWith = (tables: readonly string[]) => Promise<FileEngine>;

/** `OpenWith` in the browser. A stopped query has 400 ms: with the new engine's start the console is back in a second. */
export const openSealed =
  ({ base, latest }: { base: string; latest: Latest }, paths: TablePaths, steps: LoadSteps): OpenWith =>
  async (tables) => {
    const [{ openWasm }, { loadJson, loadParquet, openRelease }] = await Promise.all([
      import('../../query/wasm.ts'),
      import('../../query/release.ts'),
    ]).catch(noCode);
    const opening = openWasm({
      onProgress: (loaded, total) => steps.engine(loaded, total),
      stopPatience: 400,
    });
    try {
      const [engine, release] = await Promise.all([opening, openRelease(base, { latest })]);
      steps.data();
      for (const table of tables) await loadParquet(engine, release, paths[table] ?? table, { as: table });
      const methodology = await loadJson<Methodology>(release, 'methodology.json');
      for (const view of parameterViews(methodology)) await engine.run(view);
      await engine.seal(memoryLimit((navigator as { deviceMemory?: number }).deviceMemory));
      return engine;
    } catch (error) {
      void opening.then((engine) => engine.close()).catch(() => undefined);
      throw error;
    }
  };

/**
 * One sealed engine that holds the tables asked for so far. A sealed engine reads no further file, so a query that
 * names another table gets a new engine with that table as well: less than a second, and no table is fetched unasked.
 */
export class TableEngine {
  readonly #open: OpenWith;
  #engine: Promise<FileEngine> | undefined;
  #tables = new Set<string>();

  constructor(open: OpenWith) {
    this.#open = open;
  }

  /** The engine with at least these tables. */
  async with(tables: readonly string[]): Promise<FileEngine> {
    const known = await this.#engine?.catch(() => undefined);
    const all = new Set([...this.#tables, ...tables]);
    if (known && !known.ended && all.size === this.#tables.size) return known;
    if (known && !known.ended) void known.close().catch(() => undefined);
    this.#tables = all;
    const opening = this.#open([...all].sort());
    this.#engine = opening;
    return opening;
  }

  /** Waits until a stopped query is over; where that ended the engine, opens the next one at once. */
  async renew(): Promise<void> {
    const engine = await this.#engine;
    await engine?.query('SELECT 1').catch(() => undefined);
    if (engine?.ended) await this.with([]);
  }

  /**
   * Runs a task with these tables. An engine that had to be ended by the query before is replaced unseen.
   * @throws whatever the task throws
   */
  async run<T>(tables: readonly string[], task: (engine: FileEngine) => Promise<T>): Promise<T> {
    const engine = await this.with(tables);
    try {
      return await task(engine);
    } catch (error) {
      const replaced = engine.ended && error instanceof EngineError && error.code === 'engine-timeout';
      if (!replaced || isAbort(error)) throw error;
      return task(await this.with(tables));
    }
  }
}

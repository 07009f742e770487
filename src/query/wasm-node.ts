import { createRequire } from 'node:module';
import type { FileEngine } from './attach.ts';
import { openConfig, type WasmConnection, WasmSession } from './wasm-session.ts';

/** The browser's engine, same binary, in Node: tests and publish run every SQL text on it. Blocks while it works. */
export async function openWasmInNode(): Promise<FileEngine> {
  const require = createRequire(import.meta.url);
  // The package's ESM entry points assume a browser; the CommonJS build is the one that runs here.
  const duckdb: typeof import('@duckdb/duckdb-wasm/blocking') = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const bundle = (kind: 'mvp' | 'eh') => ({
    mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`),
    mainWorker: '',
  });
  const bundles = { mvp: bundle('mvp'), eh: bundle('eh') };
  const runtime = (duckdb as unknown as { NODE_RUNTIME: typeof duckdb.DEFAULT_RUNTIME }).NODE_RUNTIME;
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), runtime);
  await database.instantiate(() => undefined);
  database.open(openConfig);
  const connection = database.connect();
  const adapter: WasmConnection = {
    send: (sql) => connection.send(sql),
    cancel: async () => connection.cancelSent(),
    register: async (name, bytes) => database.registerFileBuffer(name, bytes),
    drop: async (name) => database.dropFile(name),
    insertArrow: async (name, stream) => connection.insertArrowFromIPCStream(stream, { name, create: true }),
    fileBytes: async (name) => database.copyFileToBuffer(name),
    close: async () => connection.close(),
  };
  return new WasmSession(adapter);
}

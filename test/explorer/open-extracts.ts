import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExtracts } from '../../src/cli/extracts.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { type Extract, unpack } from '../../src/explorer/unpack.ts';
import { attachParquet, type FileEngine, importParquet } from '../../src/query/attach.ts';
import { openNative } from '../../src/query/native.ts';
import { openWasmInNode } from '../../src/query/wasm-node.ts';
import { extractSources } from '../../src/site/extracts.ts';

/**
 * The explorer's tables of a release on both engines, the WASM one sealed as in the browser, and a third with the
 * release's own tables, which has the explorer's beside them in the schema `extract`.
 * @param extracts those that the page in question has
 */
export async function openExtracts(
  release: string,
  extracts: readonly Extract[],
): Promise<{ native: Engine; wasm: FileEngine; plain: Engine }> {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-extracts-'));
  await writeExtracts(release, folder);
  const [native, wasm, plain] = [await openNative(), await openWasmInNode(), await openNative()];
  await plain.run('CREATE SCHEMA extract');
  for (const table of extracts) {
    const file = join(folder, `${table}.parquet`);
    await importParquet(native, table, file, unpack[table]);
    await plain.run(
      `CREATE TABLE extract.${table} AS SELECT ${unpack[table] ?? '*'} FROM read_parquet('${file}')`,
    );
    await wasm.register(`${table}.bytes`, new Uint8Array(readFileSync(file)));
    await importParquet(wasm, table, `${table}.bytes`, unpack[table]);
    await wasm.drop(`${table}.bytes`);
  }
  for (const table of extractSources) await attachParquet(plain, table, join(release, `${table}.parquet`));
  await wasm.seal('1GB');
  return { native, wasm, plain };
}

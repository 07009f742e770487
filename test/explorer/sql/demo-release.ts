import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../src/contract/engine.ts';
import { published } from '../../../src/contract/published.ts';
import { indicators } from '../../../src/indicators/catalogue.ts';
import { parameterViews } from '../../../src/indicators/parameters.ts';
import { type FileEngine, importParquet } from '../../../src/query/attach.ts';
import { openNative } from '../../../src/query/native.ts';
import { openWasmInNode } from '../../../src/query/wasm-node.ts';
import { readMethodology } from '../../indicators/tables.ts';

/** The console's tables, as the page names them, with the paths of their files. */
export const paths: Record<string, string> = {
  ...Object.fromEntries(
    Object.keys(published)
      .filter((name) => name !== 'indicators')
      .map((name) => [name, name]),
  ),
  ...Object.fromEntries(
    indicators.map(({ id }) => [`indicator_${id.replaceAll('-', '_')}`, `indicators/${id}`]),
  ),
};

/**
 * Both engines with the tables of a release and the parameter views; the WASM one sealed, as in the browser.
 * @param only the tables that are asked; all of the console's without it
 */
export async function openBoth(
  folder: string,
  only?: readonly string[],
): Promise<{ native: Engine; wasm: FileEngine }> {
  const native = await openNative();
  const wasm = await openWasmInNode();
  for (const [table, path] of Object.entries(paths)) {
    if (only && !only.includes(table)) continue;
    const file = join(folder, `${path}.parquet`);
    await importParquet(native, table, file);
    await wasm.register(`${table}.bytes`, new Uint8Array(readFileSync(file)));
    await importParquet(wasm, table, `${table}.bytes`);
    await wasm.drop(`${table}.bytes`);
  }
  for (const view of parameterViews(readMethodology('default')))
    for (const engine of [native, wasm]) await engine.run(view);
  await wasm.seal('1GB');
  return { native, wasm };
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from './support.ts';

/** A package that is written for bundlers, as one that Node loads. */
export async function bundled<T>(contents: string): Promise<T> {
  const outfile = join(temporaryFolder(), 'bundled.cjs');
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' },
  });
  return createRequire(import.meta.url)(outfile) as T;
}

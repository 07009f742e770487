import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the script and the style of the hub page into a folder, named by their content. */
export async function writeHubAssets(out: string): Promise<{ style: string; script: string }> {
  const { metafile } = await build({
    entryPoints: { hub: 'src/hub/search.ts', style: 'src/styles/site.css' },
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    outdir: join(out, '_astro'),
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    absWorkingDir: process.cwd(),
  });
  copyFileSync('public/favicon.svg', join(out, 'favicon.svg'));
  const made = Object.keys(metafile.outputs).map((path) => `_astro/${basename(path)}`);
  const named = (pattern: RegExp) => made.find((path) => pattern.test(path)) ?? '';
  return { style: named(/style\..*\.css$/), script: named(/hub\..*\.js$/) };
}

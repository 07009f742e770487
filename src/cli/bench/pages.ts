import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const kinds: Record<string, string> = {
  home: 'index.html',
  'all schools': 'schools/index.html',
  school: 'schools/*/index.html',
  municipality: 'municipalities/*/index.html',
  explorer: 'explore/index.html',
  data: 'data/index.html',
  methodology: 'methodology/index.html',
};

const kilobytes = (n: number): string => (n / 1024).toFixed(1);
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Bytes of pages by kind (Russian), gzip, and of the files that every page shares. */
export function benchPages(site: string): string[][] {
  const rows = [['page kind', 'pages', 'median KB gzip', 'largest KB gzip']];
  for (const [kind, pattern] of Object.entries(kinds)) {
    const sizes = globSync(pattern, { cwd: site }).map(
      (path) => gzipSync(readFileSync(join(site, path))).length,
    );
    rows.push([kind, String(sizes.length), kilobytes(median(sizes)), kilobytes(Math.max(...sizes))]);
  }
  return rows;
}

/** Bytes over the wire of shared files: styles and fonts of every page; engine, its client and data of the explorer. */
export function benchShared(site: string): string[][] {
  const rows = [['shared file', 'KB raw', 'KB gzip', 'KB brotli']];
  const files = globSync(['_astro/*', 'data/*/{results,schools,municipalities}.parquet', 'search/*/*.json'], {
    cwd: site,
  });
  for (const path of files.filter((name) => !name.endsWith('.br')).sort()) {
    const bytes = readFileSync(join(site, path));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
    rows.push([
      path.replace(/^data\/[^/]+\//, 'data/…/'),
      kilobytes(bytes.length),
      kilobytes(gzipSync(bytes).length),
      kilobytes(brotliCompressSync(bytes, { params }).length),
    ]);
  }
  return rows;
}

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const engine = 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';
const cache = '.cache/brotli';
const compress = promisify(brotliCompress);

/**
 * Compresses the browser engine beside the build and keeps the result by content hash. The best that Brotli can takes a
 * minute of one processor, once, and spares every phone 0.4 MB; a site that has an address is going to have readers.
 * @param isPublic false: in seconds; `DINAMIKA_BROTLI` sets the quality, 0–11, whatever the site
 * @returns puts `.br` next to every copy of the engine in a site folder, for servers that send precompressed files
 */
export async function compressEngine(isPublic: boolean): Promise<(site: string) => void> {
  const bytes = readFileSync(engine);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const level = Number(process.env.DINAMIKA_BROTLI ?? (isPublic ? 11 : 9));
  const path = join(cache, `${hash}-${level}.br`);
  if (!existsSync(path)) {
    const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = constants;
    const packed = await compress(bytes, { params: { [quality]: level, [window]: 24 } });
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, packed);
    renameSync(`${path}.${process.pid}`, path);
  }
  return (site) => {
    for (const file of globSync('**/duckdb-eh*.wasm', { cwd: site }))
      copyFileSync(path, join(site, `${file}.br`));
  };
}

import type { Latest, Manifest, ManifestFile } from '../contract/public.ts';
import { type FileEngine, importParquet } from './attach.ts';
import { EngineError, isAbort } from './errors.ts';
import { sha256 } from './sha256.ts';

export interface FetchOptions {
  /** The page's fetch; another one in tests. */
  fetch?: typeof fetch;
  signal?: AbortSignal;
}

/** Which release to open: without one, the one that `latest.json` names now. */
export interface OpenOptions extends FetchOptions {
  latest?: Latest;
}

/** Files that never change: where they lie and what they must be. */
export interface CheckedFiles {
  /** Ends with `/`. */
  url: string;
  manifest: { files: readonly ManifestFile[] };
}

/** One immutable release. */
export interface Release extends CheckedFiles {
  manifest: Manifest;
}

/**
 * Reads the manifest of a release under `base`, checked against its hash. A page names the release that it shows: after
 * a newer one was published, its tables must still belong to its charts.
 * @throws EngineError `data-missing` or `data-damaged`, with the file's name
 */
export async function openRelease(base: string, options: OpenOptions = {}): Promise<Release> {
  const root = base.endsWith('/') ? base : `${base}/`;
  const latest =
    options.latest ?? parse<Latest>(await fetchBytes(root, 'latest.json', options), 'latest.json');
  const name = `${latest.release}/manifest.json`;
  const bytes = await fetchBytes(root, name, options);
  if ((await sha256(bytes)) !== latest.manifest_sha256) throw damaged(name, 'sha256 differs');
  return { url: `${root}${latest.release}/`, manifest: parse<Manifest>(bytes, name) };
}

/**
 * Fetches one Parquet file of a release whole and checks it against the manifest.
 * @param table a published table, or the path of its file without its ending
 * @throws EngineError `data-missing` or `data-damaged`, with the file's name
 */
export const fetchParquet = async (
  release: CheckedFiles,
  table: string,
  options: FetchOptions = {},
): Promise<Uint8Array> => fetchChecked(release, entryOf(release, `${table}.parquet`), options);

/**
 * Makes a table of one Parquet file of a release.
 * @param table a published table, or the path of its file without its ending
 * @param options `as` names the table in the engine where it is not `table`; `bytes` are the file's where they are under
 * way already; `select` is what is selected of it, as SQL, where it is not everything
 * @throws EngineError `data-missing` or `data-damaged`, with the file's name
 */
export async function loadParquet(
  engine: FileEngine,
  release: CheckedFiles,
  table: string,
  {
    as = table,
    bytes,
    select,
    ...options
  }: FetchOptions & {
    as?: string;
    bytes?: Promise<Uint8Array> | undefined;
    select?: string | undefined;
  } = {},
): Promise<void> {
  const file = `${table}.parquet`;
  const entry = entryOf(release, file);
  // The hash in the name: 0.9.1 reads stale bytes when a name is registered twice.
  const name = `${entry.sha256.slice(0, 16)}-${file.replaceAll('/', '-')}`;
  await engine.register(name, await (bytes ?? fetchParquet(release, table, options)));
  try {
    await importParquet(engine, as, name, select);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'query-failed') throw damaged(file, error.message);
    throw error;
  } finally {
    await engine.drop(name);
  }
}

/**
 * Reads a JSON file of a release, checked against the manifest.
 * @throws EngineError `data-missing` or `data-damaged`, with the file's name
 */
export async function loadJson<T>(
  release: CheckedFiles,
  path: string,
  options: FetchOptions = {},
): Promise<T> {
  return parse<T>(await fetchChecked(release, entryOf(release, path), options), path);
}

function entryOf({ manifest }: CheckedFiles, path: string): ManifestFile {
  const entry = manifest.files.find((file) => file.path === path);
  if (!entry) throw new EngineError('data-missing', 'not in the manifest', path);
  return entry;
}

async function fetchChecked(release: CheckedFiles, entry: ManifestFile, options: FetchOptions) {
  const bytes = await fetchBytes(release.url, entry.path, options);
  if (bytes.length !== entry.bytes) throw damaged(entry.path, `${bytes.length} bytes, not ${entry.bytes}`);
  if ((await sha256(bytes)) !== entry.sha256) throw damaged(entry.path, 'sha256 differs');
  return bytes;
}

async function fetchBytes(
  base: string,
  path: string,
  options: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const get = options.fetch ?? fetch;
  try {
    const response = await get(`${base}${path}`, options.signal ? { signal: options.signal } : {});
    if (!response.ok) throw new EngineError('data-missing', `status ${response.status}`, path);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof EngineError || isAbort(error)) throw error;
    throw new EngineError('data-missing', String(error), path);
  }
}

function parse<T>(bytes: Uint8Array, file: string): T {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch (error) {
    throw damaged(file, String(error));
  }
}

const damaged = (file: string, message: string): EngineError =>
  new EngineError('data-damaged', message, file);

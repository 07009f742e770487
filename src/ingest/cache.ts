import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import type { ColumnFate } from '../contract/public.ts';
import type { SourceFile } from './source.ts';
import { literal } from './sql.ts';
import { filledByFiles, forgetFile } from './staging.ts';

/** Where what was read of each file is kept, and what of the program decides how files are read. */
export interface CachePlace {
  /** A private folder of one source set, held by one process at a time. */
  folder: string;
  /** Changes whenever the program may read a file in another way. */
  version: string;
}

/** What is told of a file beside its staged rows. */
export interface Told {
  rowsIn: number;
  excluded: Record<string, number>;
  warnings: string[];
  droppedColumns: string[];
  /** What each of its columns became. */
  columns: ColumnFate[];
}

interface Entry {
  told: Told;
  /** Scales and minimums of the file's works when it was read. */
  scales: string;
  /** Table → sha256 of its Parquet. */
  tables: Record<string, string>;
}

/** Joint counts of score and journal mark: one of them may be one child, so no file ever holds them. */
const transient: Record<string, string> = { pupil_scores: 'EXCLUDE (j2, j3, j4, j5)' };

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The scales and minimums that reading a file of pupils has used, as text. */
async function scalesOf(engine: Engine, file: number): Promise<string> {
  const works = `SELECT DISTINCT procedure, subject, grade, year FROM pupil_series WHERE _file = ${file}`;
  const scales = await engine.query(
    `SELECT * FROM ref_scales SEMI JOIN (${works}) USING (procedure, subject, grade, year) ORDER BY ALL`,
  );
  const minimums = await engine.query(
    `SELECT * FROM ref_min_scores SEMI JOIN (${works}) USING (procedure, subject, year) ORDER BY ALL`,
  );
  return JSON.stringify([scales, minimums]);
}

/**
 * What reading a file has left behind (staged rows, sums of pupils by series, rejections), kept by the content of the
 * file, so that only changed files are read again. Holds no row of a pupil and no text of a file.
 *
 * An entry is a folder that is renamed into place when it is whole; one that is damaged or was made with other scales
 * counts as absent.
 */
export class ReadCache {
  readonly #engine: Engine;
  readonly #place: CachePlace;
  readonly #used = new Set<string>();

  constructor(engine: Engine, place: CachePlace) {
    this.#engine = engine;
    this.#place = place;
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(place.folder))
      if (name.startsWith('.tmp-')) rmSync(join(place.folder, name), { recursive: true, force: true });
  }

  /** The name under which a file's reading is kept: its bytes, how it is read, and by which program. */
  keyOf({ name, profile, input }: SourceFile, fileHash: string, subjects: string): string {
    const { id, constants, accept_rejected } = input;
    const read = { name, profile, id, constants, repeated: accept_rejected['repeated-pupils'] ?? 0 };
    return sha256(JSON.stringify([this.#place.version, fileHash, read, subjects])).slice(0, 40);
  }

  /** True when something is kept under a key, whole or not. */
  has(key: string): boolean {
    return existsSync(join(this.#place.folder, key));
  }

  #read(folder: string): Entry | undefined {
    try {
      const { check, ...entry } = JSON.parse(readFileSync(join(folder, 'entry.json'), 'utf8')) as Entry & {
        check: string;
      };
      if (check !== sha256(JSON.stringify(entry))) return undefined;
      const whole = Object.entries(entry.tables).every(
        ([table, hash]) => sha256(readFileSync(join(folder, `${table}.parquet`))) === hash,
      );
      return whole ? entry : undefined;
    } catch {
      return undefined;
    }
  }

  /** Puts a kept reading into the staging tables under the file's number of today; undefined when there is none. */
  async restore(key: string, file: number): Promise<Told | undefined> {
    const folder = join(this.#place.folder, key);
    const entry = existsSync(folder) ? this.#read(folder) : undefined;
    if (!entry) return undefined;
    for (const table of Object.keys(entry.tables)) {
      await this.#engine.run(`INSERT INTO ${table} BY NAME SELECT * REPLACE (${file} AS _file)
        FROM read_parquet(${literal(join(folder, `${table}.parquet`))})`);
    }
    if ((await scalesOf(this.#engine, file)) !== entry.scales) {
      await forgetFile(this.#engine, file);
      return undefined;
    }
    this.#used.add(key);
    return entry.told;
  }

  /** Keeps what reading a file has left in the staging tables. */
  async keep(key: string, file: number, told: Told): Promise<void> {
    const temporary = join(this.#place.folder, `.tmp-${process.pid}`);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary, { recursive: true });
    const counts = filledByFiles.map(
      (table) => `SELECT '${table}' AS name, count(*) AS n FROM ${table} WHERE _file = ${file}`,
    );
    const filled = await this.#engine.query<{ name: string; n: number }>(counts.join(' UNION ALL '));
    const tables: Record<string, string> = {};
    for (const { name, n } of filled) {
      if (n === 0) continue;
      const path = join(temporary, `${name}.parquet`);
      await this.#engine.run(`COPY (SELECT * ${transient[name] ?? ''} FROM ${name} WHERE _file = ${file})
        TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
      tables[name] = sha256(readFileSync(path));
    }
    const entry: Entry = { told, scales: await scalesOf(this.#engine, file), tables };
    const check = sha256(JSON.stringify(entry));
    writeFileSync(join(temporary, 'entry.json'), JSON.stringify({ ...entry, check }));
    const target = join(this.#place.folder, key);
    rmSync(target, { recursive: true, force: true });
    renameSync(temporary, target);
    this.#used.add(key);
  }

  /** Removes what no file of this run has used. */
  prune(): void {
    for (const name of readdirSync(this.#place.folder))
      if (!this.#used.has(name)) rmSync(join(this.#place.folder, name), { recursive: true, force: true });
  }
}

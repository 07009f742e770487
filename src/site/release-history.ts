import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, MunicipalityFile, RegionFile, SchoolFile } from '../contract/public.ts';
import type { Revision } from '../contract/revision.ts';
import type { Level } from '../contract/vocabulary.ts';
import { type EntityFile, type Pair, revisions, satIn } from './revisions.ts';

function readIn<T>(folder: string, path: string): T | null {
  const file = join(folder, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** One release as files: its manifest and what it says of everybody. */
export class ReleaseFiles {
  readonly manifest: Manifest;
  readonly region: RegionFile;
  readonly #folder: string;

  constructor(data: string, release: string) {
    this.#folder = join(data, release);
    const manifest = readIn<Manifest>(this.#folder, 'manifest.json');
    const region = readIn<RegionFile>(this.#folder, 'region.json');
    if (!manifest || !region) throw new Error(`invalid release: ${release}`);
    this.manifest = manifest;
    this.region = region;
  }

  school(id: string): SchoolFile | null {
    return readIn(this.#folder, `schools/${id}.json`);
  }

  municipality(id: string): MunicipalityFile | null {
    return readIn(this.#folder, `municipalities/${id}.json`);
  }

  /** Ids of municipalities, alphabetical by name. */
  municipalities(): string[] {
    return this.region.municipalities.map(({ municipality_id }) => municipality_id);
  }

  /** Ids of schools, by municipality. */
  schools(): string[] {
    return this.municipalities().flatMap(
      (id) => this.municipality(id)?.schools.map(({ school_id }) => school_id) ?? [],
    );
  }
}

const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** Compares two releases of a data folder, entity by entity. */
export class Comparison {
  readonly old: ReleaseFiles;
  readonly next: ReleaseFiles;
  readonly pair: Pair;

  constructor(data: string, old: string, next: string) {
    this.old = new ReleaseFiles(data, old);
    this.next = new ReleaseFiles(data, next);
    this.pair = { old: this.old.manifest, next: this.next.manifest, sat: satIn(this.old.region) };
  }

  /** What changed of one school, municipality or the region. */
  of(level: Level, entity_id: string): Revision[] {
    const read = (files: ReleaseFiles): EntityFile | null => {
      if (level === 'school') return files.school(entity_id);
      if (level === 'municipality') return files.municipality(entity_id);
      return files.region.region.region_id === entity_id ? files.region : null;
    };
    return revisions({ level, entity_id }, read(this.old), read(this.next), this.pair);
  }

  /** What changed of everybody: the region, municipalities, schools. */
  *all(): Generator<Revision> {
    yield* this.of('region', this.next.region.region.region_id);
    for (const id of both(this.next.municipalities(), this.old.municipalities()))
      yield* this.of('municipality', id);
    for (const id of both(this.next.schools(), this.old.schools())) yield* this.of('school', id);
  }
}

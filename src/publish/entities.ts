import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import type {
  MunicipalityFile,
  MunicipalityRow,
  RegionFile,
  RegionRow,
  ResultRow,
  SchoolFile,
  SchoolRow,
} from '../contract/public.ts';
import { published } from '../contract/published.ts';
import type { Level } from '../contract/vocabulary.ts';
import { writeJson } from './files.ts';

const select = (table: 'schools' | 'municipalities' | 'regions'): string =>
  `SELECT ${Object.keys(published[table].columns).join(', ')} FROM canonical_${table} ORDER BY ${published[table].key.join(', ')}`;

/** Result rows of a level, by entity. `municipality_id` is left out: the file says it once. */
async function resultsOf(engine: Engine, level: Level): Promise<Map<string, ResultRow[]>> {
  const rows = await engine.query<ResultRow>(
    `SELECT * EXCLUDE (municipality_id) FROM results WHERE level = ? ORDER BY ${published.results.key.join(', ')}`,
    [level],
  );
  return Map.groupBy(rows.map(withoutUnknown), ({ entity_id }) => entity_id);
}

/** Leaves out counts that the publisher does not have at all, so that a school's file stays small. */
function withoutUnknown(row: ResultRow): ResultRow {
  const kept = Object.entries(row).filter(([name, value]) => value !== null || core.has(name));
  return Object.fromEntries(kept) as ResultRow;
}

const core = new Set([
  ...['below_threshold', 'mark_2', 'mark_3', 'mark_4', 'mark_5'].flatMap((name) => [
    `${name}_low`,
    `${name}_high`,
  ]),
  'score_mean',
]);

const byName = new Intl.Collator('ru', { numeric: true });
const alphabetical = <T extends { name: string }>(rows: T[], id: (row: T) => string): T[] =>
  rows.toSorted((a, b) => byName.compare(a.name, b.name) || (id(a) < id(b) ? -1 : 1));

/** Writes `schools/<id>.json`, `municipalities/<id>.json` and `region.json`. */
export async function writeEntities(engine: Engine, folder: string, release: string): Promise<void> {
  const schools = await engine.query<SchoolRow>(select('schools'));
  const municipalities = await engine.query<MunicipalityRow>(select('municipalities'));
  const [region] = await engine.query<RegionRow>(select('regions'));
  if (!region) throw new Error('invalid canonical tables: no region');
  const ofSchool = await resultsOf(engine, 'school');
  for (const school of schools) {
    const file: SchoolFile = { release, school, results: ofSchool.get(school.school_id) ?? [] };
    writeJson(join(folder, 'schools', `${school.school_id}.json`), file);
  }
  const ofMunicipality = await resultsOf(engine, 'municipality');
  const members = Map.groupBy(schools, ({ municipality_id }) => municipality_id);
  for (const municipality of municipalities) {
    const id = municipality.municipality_id;
    const own = alphabetical(members.get(id) ?? [], ({ school_id }) => school_id);
    const file: MunicipalityFile = {
      release,
      municipality,
      schools: own,
      results: ofMunicipality.get(id) ?? [],
    };
    writeJson(join(folder, 'municipalities', `${id}.json`), file);
  }
  const counted = municipalities.map((row) => ({
    ...row,
    schools: members.get(row.municipality_id)?.length ?? 0,
  }));
  const file: RegionFile = {
    release,
    region,
    municipalities: alphabetical(counted, ({ municipality_id }) => municipality_id),
    results: (await resultsOf(engine, 'region')).get(region.region_id) ?? [],
  };
  writeJson(join(folder, 'region.json'), file);
}

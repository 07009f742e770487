import { join } from 'node:path';
import type { CanonicalRow } from '../contract/canonical.ts';
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
import { areaStatuses, schoolStatuses } from './status.ts';

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

/** What a release's files are written with. */
export interface EntitiesInput {
  release: string;
  /** Version of the methodology in force. */
  methodology: string;
}

/** What schools said of their figures, by date. */
async function responsesOf(engine: Engine) {
  const rows = await engine.query<CanonicalRow<'responses'>>(
    'SELECT school_id, CAST(date AS VARCHAR) AS date, author_role, text FROM canonical_responses ORDER BY ALL',
  );
  const groups = Map.groupBy(rows, ({ school_id }) => school_id);
  return (school: string): Pick<SchoolFile, 'responses'> => {
    const own = groups.get(school);
    return own ? { responses: own.map(({ school_id: _, ...response }) => response) } : {};
  };
}

async function writeSchools(engine: Engine, folder: string, schools: SchoolRow[], input: EntitiesInput) {
  const results = await resultsOf(engine, 'school');
  const statusOf = await schoolStatuses(engine, input.methodology);
  const responses = await responsesOf(engine);
  for (const school of schools) {
    const id = school.school_id;
    const { release } = input;
    const file: SchoolFile = {
      release,
      school,
      results: results.get(id) ?? [],
      status: statusOf(id),
      ...responses(id),
    };
    writeJson(join(folder, 'schools', `${id}.json`), file);
  }
}

type Members = ReadonlyMap<string, SchoolRow[]>;

async function writeMunicipalities(
  engine: Engine,
  folder: string,
  municipalities: MunicipalityRow[],
  members: Members,
  { release, methodology }: EntitiesInput,
) {
  const results = await resultsOf(engine, 'municipality');
  const statusOf = await areaStatuses(engine, 'municipality', methodology);
  for (const municipality of municipalities) {
    const id = municipality.municipality_id;
    const file: MunicipalityFile = {
      release,
      municipality,
      schools: alphabetical(members.get(id) ?? [], ({ school_id }) => school_id),
      results: results.get(id) ?? [],
      status: statusOf(id),
    };
    writeJson(join(folder, 'municipalities', `${id}.json`), file);
  }
}

/** Writes `schools/<id>.json`, `municipalities/<id>.json` and `region.json`. */
export async function writeEntities(engine: Engine, folder: string, input: EntitiesInput): Promise<void> {
  const schools = await engine.query<SchoolRow>(select('schools'));
  const municipalities = await engine.query<MunicipalityRow>(select('municipalities'));
  const [region] = await engine.query<RegionRow>(select('regions'));
  if (!region) throw new Error('invalid canonical tables: no region');
  const members: Members = Map.groupBy(schools, ({ municipality_id }) => municipality_id);
  await writeSchools(engine, folder, schools, input);
  await writeMunicipalities(engine, folder, municipalities, members, input);
  const counted = municipalities.map((row) => ({
    ...row,
    schools: members.get(row.municipality_id)?.length ?? 0,
  }));
  const statusOf = await areaStatuses(engine, 'region', input.methodology);
  const file: RegionFile = {
    release: input.release,
    region,
    municipalities: alphabetical(counted, ({ municipality_id }) => municipality_id),
    results: (await resultsOf(engine, 'region')).get(region.region_id) ?? [],
    status: statusOf(region.region_id),
  };
  writeJson(join(folder, 'region.json'), file);
}

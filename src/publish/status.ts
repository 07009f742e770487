import type { Cell, Engine, Row } from '../contract/engine.ts';
import type { AreaStatus, SchoolStatus } from '../contract/status.ts';
import type { Level } from '../contract/vocabulary.ts';

/** Leaves out columns that the file says once, and empty ones, so that a file stays small. */
function slim(row: Row, known: readonly string[]): Row {
  const kept = Object.entries(row).filter(
    ([name, value]) => value !== null && value !== '' && !known.includes(name),
  );
  return Object.fromEntries(kept);
}

type Grouped = Map<string, Row[]>;

async function grouped(
  engine: Engine,
  by: string,
  sql: string,
  params: readonly Cell[],
  known: readonly string[],
): Promise<Grouped> {
  const rows = await engine.query<Row>(sql, params);
  const groups = Map.groupBy(rows, (row) => String(row[by]));
  return new Map([...groups].map(([id, own]) => [id, own.map((row) => slim(row, [by, ...known]))]));
}

/** Subjects that the rules look at; the rest of the changes is in the tables. */
const core = `subject IN (SELECT subject FROM parameter_subjects)`;
const changed = ['level', 'municipality_id', 'p_value'];

/** The status of every school under one methodology. */
export async function schoolStatuses(
  engine: Engine,
  version: string,
): Promise<(school: string) => SchoolStatus> {
  const read = (sql: string, params: readonly Cell[] = [], known: readonly string[] = []) =>
    grouped(engine, 'school_id', sql, params, ['methodology', ...known]);
  const own = (table: string, more = '') =>
    read(`SELECT * FROM ${table} WHERE methodology = ? ${more} ORDER BY ALL`, [version]);
  const series = (table: string, more: string) =>
    grouped(
      engine,
      'entity_id',
      `SELECT * FROM ${table} WHERE level = 'school' AND ${core} ${more} ORDER BY ALL`,
      [],
      changed,
    );
  const parts: Record<keyof SchoolStatus, Grouped> = {
    identification: await own('identification'),
    units: await own('identification_units', `AND state IN ('met', 'undetermined')`),
    robustness: await own('robustness'),
    clusters: await own('clusters'),
    adverse_conditions: await read('SELECT * FROM adverse_conditions ORDER BY ALL'),
    dynamics: await series('dynamics', 'AND grade = 0'),
    cohorts: await series('cohorts', ''),
    objectivity: await read(
      `SELECT * FROM objectivity WHERE state IN ('met', 'undetermined') ORDER BY school_id, year, marker, procedure, subject, grade`,
    ),
    similar_schools: await read('SELECT * FROM similar_schools ORDER BY school_id, place'),
  };
  return (school) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, groups]) => [name, groups.get(school) ?? []]),
    ) as unknown as SchoolStatus;
}

type ClusterCount = AreaStatus['clusters'][number] & { entity_id: string };

/** The status of the areas of one level under one methodology. */
export async function areaStatuses(
  engine: Engine,
  level: Exclude<Level, 'school'>,
  version: string,
): Promise<(area: string) => AreaStatus> {
  const id = level === 'region' ? 'region_id' : 'municipality_id';
  const counts = await engine.query<ClusterCount>(
    `SELECT m.${id} AS entity_id, c.year, c.cluster, count(*) AS schools
     FROM clusters c JOIN schools s USING (school_id) JOIN municipalities m USING (municipality_id)
     WHERE c.methodology = ? GROUP BY ALL ORDER BY ALL`,
    [version],
  );
  const clusters = Map.groupBy(counts, ({ entity_id }) => entity_id);
  const dynamics = await grouped(
    engine,
    'entity_id',
    `SELECT * FROM dynamics WHERE level = ? AND grade = 0 AND ${core} ORDER BY ALL`,
    [level],
    changed,
  );
  const monitoring = await grouped(
    engine,
    'entity_id',
    'SELECT * FROM monitoring WHERE level = ? ORDER BY indicator_id, entity_id, year, dimension',
    [level],
    ['level'],
  );
  return (area) => ({
    clusters: (clusters.get(area) ?? []).map(({ year, cluster, schools }) => ({ year, cluster, schools })),
    dynamics: dynamics.get(area) ?? [],
    monitoring: monitoring.get(area) ?? [],
  });
}

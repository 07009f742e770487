import type { Row } from '../contract/engine.ts';
import { over, read, type Sum, Told } from './derived.ts';
import type { Derivation } from './derived-tables.ts';
import type { Cell, Model, Places } from './model.ts';
import type { CountRow, Counts } from './rows.ts';

interface Share {
  procedure: string;
  grades?: readonly [from: number, to: number];
  part: (rows: readonly CountRow[]) => Sum;
}

const column = (name: string) => (rows: readonly CountRow[]) => over(rows, name);
const passed = (rows: readonly CountRow[]): Sum => [
  ...over(rows, 'participants'),
  ...over(rows, 'below_threshold', -1),
];
const basic = column('basic_level_met');

/** Indicators of the orders that are sums over results. */
const shares: Record<string, Share> = {
  'oge-threshold': { procedure: 'oge', part: passed },
  'ege-threshold': { procedure: 'ege', part: passed },
  'oge-max': { procedure: 'oge', part: column('max_score') },
  'ege-100': { procedure: 'ege', part: column('max_score') },
  'ege-81': { procedure: 'ege', part: column('high_score') },
  'vpr-basic-primary': { procedure: 'vpr', grades: [1, 4], part: basic },
  'vpr-basic-main': { procedure: 'vpr', grades: [5, 9], part: basic },
  'vpr-basic-secondary': { procedure: 'vpr', grades: [10, 11], part: basic },
};
const atRisk = ' at-risk';
const clustersAtRisk = ['500+', '1', '2', '3'];

/** The indicators of the orders: sums over results, over schools at risk, or over what places reported. */
export async function tellMonitoring(
  derivation: Derivation,
  observed: Counts,
  places: Places,
): Promise<void> {
  const { engine, model, release } = derivation;
  const table = release.tables.get('monitoring');
  if (!table) return;
  const told = new Told(model, release, table.name);
  const risk = await schoolsAtRisk(derivation, places);
  const reports = observedRows(observed, places);
  const wanted = ['numerator', 'denominator', 'value'].flatMap((name) => [`${name}_low`, `${name}_high`]);
  for (const row of await read(engine, table, wanted)) {
    const share = shares[String(row.indicator_id)];
    const sums = share ? ofResults(row, share, derivation, risk) : ofReports(row, reports);
    if (!sums) continue;
    const [part, whole] = sums;
    told.range(row, 'numerator', part, row.numerator_low, row.numerator_high, whole);
    told.range(row, 'denominator', whole, row.denominator_low, row.denominator_high);
    told.share(row, 'value', part, whole, row.value_low, row.value_high);
  }
}

function ofResults(
  row: Row,
  { procedure, grades, part }: Share,
  { results, model }: Derivation,
  risk: ReadonlyMap<string, string[]>,
): [Sum, Sum] | null {
  const dimension = String(row.dimension);
  const isRisk = dimension.endsWith(atRisk);
  const subject = dimension.replace(atRisk, '');
  const level = String(row.level);
  const entities = isRisk
    ? (risk.get(`${level} ${row.entity_id} ${row.year}`) ?? [])
    : [String(row.entity_id)];
  const match = ({ key }: CountRow) => {
    const grade = Number(key.grade);
    return key.subject === subject && (!grades || (grade >= grades[0] && grade <= grades[1]));
  };
  const rows = entities
    .flatMap((entity) => results.find(isRisk ? 'school' : level, entity, row.year, procedure, match))
    // A row of which the count is not published is not part of the whole either.
    .filter((member) => part([member]).every(([cell]) => isPublished(model, cell)));
  return rows.length > 0 ? [part(rows), over(rows, 'participants')] : null;
}

function isPublished({ amount, system }: Model, { row, column }: Cell): boolean {
  const found = amount(row, column);
  if (found === null || 'exact' in found) return found !== null;
  // What is rounded is told, though its range need not be reachable.
  return row.protection === 'rounded' || system.hidden[found.id]?.published !== null;
}

async function schoolsAtRisk(
  { engine, release }: Derivation,
  places: Places,
): Promise<Map<string, string[]>> {
  const table = release.tables.get('clusters');
  const found = new Map<string, string[]>();
  if (!table) return found;
  for (const row of await read(engine, table, ['cluster'])) {
    if (row.methodology !== release.methodology.version) continue;
    if (!clustersAtRisk.includes(String(row.cluster))) continue;
    const municipality = places.get(`school ${row.school_id}`);
    const region = places.get(`municipality ${municipality}`);
    for (const area of [`municipality ${municipality}`, `region ${region}`]) {
      const key = `${area} ${row.year}`;
      const list = found.get(key);
      if (list) list.push(String(row.school_id));
      else found.set(key, [String(row.school_id)]);
    }
  }
  return found;
}

type Reports = (level: string, entity: unknown, series: string) => CountRow[];

/** What a place reported itself; else what the places inside it did. */
function observedRows(observed: Counts, places: Places): Reports {
  const own = new Map<string, CountRow[]>();
  const add = (key: string, row: CountRow) => {
    const list = own.get(key);
    if (list) list.push(row);
    else own.set(key, [row]);
  };
  for (const row of observed.rows) {
    add(`${row.level} ${row.entity} ${row.series}`, row);
    if (row.level === 'region') continue;
    const above = places.get(`${row.level} ${row.entity}`);
    add(`${row.level}s of ${above} ${row.series}`, row);
    if (row.level === 'school') add(`schools of ${places.get(`municipality ${above}`)} ${row.series}`, row);
  }
  return (level, entity, series) =>
    own.get(`${level} ${entity} ${series}`) ??
    own.get(`municipalitys of ${entity} ${series}`) ??
    own.get(`schools of ${entity} ${series}`) ??
    [];
}

function ofReports(row: Row, reports: Reports): [Sum, Sum] | null {
  const rows = reports(String(row.level), row.entity_id, `${row.year}|${row.indicator_id}|${row.dimension}`);
  return rows.length > 0 ? [over(rows, 'numerator'), over(rows, 'denominator')] : null;
}

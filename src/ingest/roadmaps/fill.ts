import type { Dataset } from '../../contract/dataset.ts';
import type { Cell, Engine } from '../../contract/engine.ts';
import { literal } from '../sql.ts';
import { type Period, parsePeriod } from './period.ts';
import { withoutNames } from './roles.ts';
import type { SchoolCalendar } from './school-terms.ts';

interface StagedRow {
  id: number;
  _file: number | null;
  period_text: string | null;
  starts: string | null;
  ends: string | null;
  recurrence: Period['recurrence'] | null;
  period_basis: Period['period_basis'] | null;
  span_from: string;
  span_to: string;
  [column: string]: Cell;
}

/** Columns in which a publisher may name people. */
const worded = ['title', 'section', 'form', 'responsible_role', 'expected_result'] as const;

const value = (cell: Cell): string =>
  cell === null ? 'NULL' : typeof cell === 'string' ? literal(cell) : String(cell);

/** Dates that the publisher gives win over those of the wording. */
function periodOf(row: StagedRow, calendar: SchoolCalendar): Period {
  const read = parsePeriod(row.period_text, { span: { from: row.span_from, to: row.span_to }, calendar });
  if (row.starts === null && row.ends === null)
    return row.recurrence === null ? read : { ...read, recurrence: row.recurrence };
  const recurrence = row.recurrence ?? 'once';
  return {
    ...read,
    starts: row.starts,
    ends: row.ends ?? row.starts,
    on_dates: null,
    recurrence,
    period_basis: 'stated',
  };
}

/** A road map that no row of `roadmap_sources` describes is known by its id and is for the year of the release. */
async function completeSources(engine: Engine, { publisher, released }: Dataset): Promise<void> {
  const year = released.slice(0, 4);
  await engine.run(`INSERT INTO staged_roadmap_sources BY NAME
    SELECT DISTINCT 0 AS _rows, roadmap_id, roadmap_id AS title, ${literal(publisher)} AS body, 'own' AS origin
    FROM staged_roadmaps WHERE roadmap_id IS NOT NULL
      AND roadmap_id NOT IN (SELECT roadmap_id FROM staged_roadmap_sources WHERE roadmap_id IS NOT NULL)`);
  await engine.run(`UPDATE staged_roadmap_sources SET origin = coalesce(origin, 'own'),
    starts = coalesce(starts, DATE '${year}-01-01'), ends = coalesce(ends, DATE '${year}-12-31')`);
}

function cleaned(row: StagedRow): { cells: Record<string, Cell>; names: boolean } {
  const cells = Object.fromEntries(
    worded.map((name) => [name, typeof row[name] === 'string' ? withoutNames(String(row[name])) : null]),
  );
  return { cells, names: worded.some((name) => cells[name] !== row[name]) };
}

/**
 * Completes staged road maps: dates read from wordings, places in the road map, names of people taken out.
 * @returns rows from which names were taken, by file
 */
export async function fillRoadmaps(
  engine: Engine,
  dataset: Dataset,
  calendar: SchoolCalendar,
): Promise<Map<number, number>> {
  await completeSources(engine, dataset);
  const rows = await engine.query<StagedRow>(
    `SELECT r.rowid AS id, r._file, ${worded.map((name) => `r.${name}`).join(', ')}, r.period_text,
      CAST(r.starts AS VARCHAR) AS starts, CAST(r.ends AS VARCHAR) AS ends, r.recurrence, r.period_basis,
      CAST(s.starts AS VARCHAR) AS span_from, CAST(s.ends AS VARCHAR) AS span_to,
      coalesce(r.position, row_number() OVER (PARTITION BY r.roadmap_id ORDER BY r._file, r._row, r.rowid)) AS place
     FROM staged_roadmaps r JOIN staged_roadmap_sources s USING (roadmap_id) ORDER BY r.rowid`,
  );
  const found = new Map<number, number>();
  for (const row of rows) {
    const { cells, names } = cleaned(row);
    if (names && row._file !== null) found.set(row._file, (found.get(row._file) ?? 0) + 1);
    const set = { ...cells, ...periodOf(row, calendar), position: Number(row.place) };
    const list = Object.entries(set).map(([name, cell]) => `${name} = ${value(cell)}`);
    await engine.run(`UPDATE staged_roadmaps SET ${list.join(', ')} WHERE rowid = ${row.id}`);
  }
  return found;
}

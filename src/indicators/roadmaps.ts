import type { Engine } from '../contract/engine.ts';
import { occurrences, type Scheduled } from './roadmap-occurrences.ts';
import { sqlOf } from './run.ts';
import { storeRows, storeSelect } from './store.ts';

type Row = Scheduled & { roadmap_id: string; item: string };

const scheduled = `
  SELECT r.roadmap_id, r.item, CAST(r.starts AS VARCHAR) AS starts, CAST(r.ends AS VARCHAR) AS ends, r.on_dates,
    r.recurrence, r.every_months, r.due_day, CAST(coalesce(s.dated, s.starts) AS VARCHAR) AS dated
  FROM roadmaps r JOIN roadmap_sources s ON s.roadmap_id = r.roadmap_id
  ORDER BY r.roadmap_id, r.item`;

/** Makes `roadmap_dates` and `roadmap_states`: when every activity falls due, and its state on a day. */
export async function storeRoadmaps(engine: Engine, asOf: string): Promise<void> {
  const rows = await engine.query<Row & Record<string, never>>(scheduled);
  const dates = rows.flatMap((row) =>
    occurrences(row).map(({ opens, due }, i) => ({
      roadmap_id: row.roadmap_id,
      item: row.item,
      occurrence: i + 1,
      opens,
      due,
    })),
  );
  await storeRows(engine, 'roadmap_dates', dates);
  await engine.run(
    `CREATE OR REPLACE TEMP VIEW parameter_as_of AS SELECT DATE '${asOf.replaceAll("'", "''")}' AS as_of`,
  );
  await storeSelect(engine, 'roadmap_states', sqlOf('roadmap-states'));
}

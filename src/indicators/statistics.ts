import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { SeriesRow } from './change-series.ts';
import { confirm } from './confirm.ts';
import { storeRows } from './store.ts';

/** Makes `dynamics` from `dynamics_series` and `identification`: what SQL cannot compute is computed here and stored. */
export async function storeDynamics(engine: Engine, { version, dynamics }: Methodology): Promise<void> {
  const rows = await engine.query<SeriesRow>(
    'SELECT * FROM dynamics_series ORDER BY level, entity_id, procedure, subject, grade, comparability, year',
  );
  const low = await engine.query<{ school: string }>(
    `SELECT school_id || ' ' || year AS school FROM identification WHERE methodology = ? AND state = 'identified'`,
    [version],
  );
  const identified = new Set(low.map(({ school }) => school));
  await storeRows(
    engine,
    'dynamics',
    confirm(rows, { dynamics, identified }).map((row) => ({ ...row })),
  );
}

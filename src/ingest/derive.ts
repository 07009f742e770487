import type { Dataset } from '../contract/dataset.ts';
import type { Engine } from '../contract/engine.ts';
import { literal } from './sql.ts';

/**
 * Completes what files leave implicit: the region of the source set, the threshold of procedures that are marked
 * 2 to 5, and, where no file lists schools or municipalities, those that the results name. The newest year's
 * spelling of a name wins.
 */
export async function derive(engine: Engine, dataset: Dataset): Promise<void> {
  const { id, name } = dataset.region;
  await engine.run(
    `INSERT INTO staged_regions BY NAME SELECT 0 AS _rows, ${literal(id)} AS region_id, ${literal(name)} AS name`,
  );
  await engine.run(`UPDATE staged_municipalities SET region_id = ${literal(id)} WHERE region_id IS NULL`);
  await engine.run(`UPDATE staged_results SET mark_2 = NULL, mark_3 = NULL, mark_4 = NULL, mark_5 = NULL,
    below_threshold = NULL, score_mean = NULL, score_sd = NULL WHERE suppressed`);
  await engine.run(`UPDATE staged_results SET below_threshold = mark_2
    WHERE below_threshold IS NULL AND procedure IN ('vpr', 'oge')`);
  await engine.run(`UPDATE staged_observations SET dimension = '' WHERE dimension IS NULL`);
  await engine.run(`INSERT INTO staged_municipalities BY NAME
    SELECT min(_file) AS _file, 0 AS _rows, municipality_id, arg_max(municipality_name, (year, -_file, -_row)) AS name,
      ${literal(id)} AS region_id
    FROM staged_carried WHERE municipality_id IS NOT NULL AND NOT EXISTS (FROM staged_municipalities)
    GROUP BY municipality_id`);
  await engine.run(`INSERT INTO staged_schools BY NAME
    SELECT min(_file) AS _file, 0 AS _rows, school_id,
      coalesce(arg_max(school_name, (year, -_file, -_row)), school_id) AS name,
      arg_max(municipality_id, (year, -_file, -_row)) AS municipality_id
    FROM staged_carried WHERE NOT EXISTS (FROM staged_schools) GROUP BY school_id`);
}

import type { Engine } from '../contract/engine.ts';
import { nameAsId } from './cells.ts';

/**
 * One year's export names a municipality, another's gives its code. Where exactly one code has the name, rows that know
 * the name alone take the code; names with two codes are two places and are left as they are.
 */
export async function joinPlacesByName(engine: Engine): Promise<void> {
  const made = (name: string) => nameAsId(name);
  await engine.run(`UPDATE staged_carried AS c SET municipality_id = known.id FROM (
      SELECT name, min(id) AS id FROM (
        SELECT DISTINCT lower(name) AS name, municipality_id AS id FROM staged_municipalities
        UNION SELECT lower(municipality_name), municipality_id FROM staged_carried
          WHERE municipality_id <> ${made('municipality_name')})
      GROUP BY name HAVING count(*) = 1) known
    WHERE lower(c.municipality_name) = known.name AND c.municipality_id = ${made('c.municipality_name')}`);
}

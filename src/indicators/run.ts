import { readFileSync } from 'node:fs';
import type { Engine } from '../contract/engine.ts';

/** The SQL of an indicator, word for word as the site shows it. */
export const sqlOf = (id: string): string => readFileSync(new URL(`./${id}.sql`, import.meta.url), 'utf8');

/** Computes an indicator as the table `indicator_<id with underscores>` from the table `results`. */
export async function computeIndicator(engine: Engine, id: string): Promise<string> {
  const table = `indicator_${id.replaceAll('-', '_')}`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} AS ${sqlOf(id)}`);
  return table;
}

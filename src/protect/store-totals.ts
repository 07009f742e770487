import { resultCounts } from '../contract/canonical.ts';
import type { Cell, Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Preset, Protection } from '../contract/vocabulary.ts';
import { series } from './hidden-sql.ts';
import { tableOf } from './rows.ts';
import type { PublishedTotal } from './totals.ts';

const columns = [
  'level',
  'entity_id',
  'municipality_id',
  ...series.split(', '),
  'protection',
  ...resultCounts.flatMap((name) => [`${name}_low`, `${name}_high`]),
  'score_mean',
  'completion_mean',
  'mean_participants',
];

function protectionOf(total: PublishedTotal, preset: Preset, least: number): Protection {
  const [, most = 0] = total.ranges.get('participants') ?? [];
  if (preset !== 'internal' && most < least) return 'few-participants';
  if (total.sums.suppressed === true) return 'suppressed';
  if (preset === 'rounded') return 'rounded';
  if (total.isCorrected) return 'corrected';
  return [...total.ranges.values()].some(([low, high]) => low !== high) ? 'widened' : 'none';
}

function valuesOf(total: PublishedTotal, preset: Preset, least: number): (Cell | undefined)[] {
  const protection = protectionOf(total, preset, least);
  const few = protection === 'few-participants';
  const shown = (name: string) => !few || name === 'participants' || name === 'below_threshold';
  const counts = resultCounts.flatMap((name) =>
    shown(name) ? (total.ranges.get(name) ?? [null, null]) : [null, null],
  );
  const means = [total.sums.score_mean, total.sums.completion_mean, total.sums.mean_participants];
  const municipality = total.level === 'municipality' ? total.entity : null;
  const key = [total.level, total.entity, municipality, ...series.split(', ').map((name) => total.key[name])];
  return [...key, protection, ...counts, ...means];
}

const typeOf = (name: string): string => {
  if (/_mean$/.test(name)) return 'DOUBLE';
  return /_(low|high|participants)$|^(year|grade)$/.test(name) ? 'INTEGER' : 'VARCHAR';
};

/** Makes the table `protected_totals`. */
export async function storeTotals(
  engine: Engine,
  totals: readonly PublishedTotal[],
  { protection }: Methodology,
  preset: Preset,
): Promise<void> {
  const types = Object.fromEntries(columns.map((name) => [name, typeOf(name)]));
  const rows = totals.map((one) => valuesOf(one, preset, protection.min_participants));
  for (const statement of tableOf('protected_totals', types, rows)) await engine.run(statement);
}

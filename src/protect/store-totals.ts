import { resultCounts } from '../contract/canonical.ts';
import type { Cell, Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Preset, Protection } from '../contract/vocabulary.ts';
import { series } from './hidden-sql.ts';
import type { PublishedTotal } from './totals.ts';

const text = (value: Cell | undefined): string =>
  value === null || value === undefined
    ? 'NULL'
    : typeof value === 'string'
      ? `'${value.replaceAll("'", "''")}'`
      : String(value);

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
  return [...total.ranges.values()].some(([low, high]) => low !== high) ? 'widened' : 'none';
}

function valuesOf(total: PublishedTotal, preset: Preset, least: number): string {
  const protection = protectionOf(total, preset, least);
  const few = protection === 'few-participants';
  const shown = (name: string) => !few || name === 'participants' || name === 'below_threshold';
  const counts = resultCounts.flatMap((name) =>
    shown(name) ? (total.ranges.get(name) ?? [null, null]) : [null, null],
  );
  const means = [total.sums.score_mean, total.sums.completion_mean, total.sums.mean_participants];
  const municipality = total.level === 'municipality' ? total.entity : null;
  const key = [total.level, total.entity, municipality, ...series.split(', ').map((name) => total.key[name])];
  return `(${[...key, protection, ...counts, ...means].map(text).join(', ')})`;
}

const atOnce = 500;

/** Makes the table `protected_totals`. */
export async function storeTotals(
  engine: Engine,
  totals: readonly PublishedTotal[],
  { protection }: Methodology,
  preset: Preset,
): Promise<void> {
  const types = columns.map((name) =>
    /_mean$/.test(name)
      ? `${name} DOUBLE`
      : /^(level|entity_id|municipality_id|procedure|subject|session|protection)$/.test(name)
        ? `${name} VARCHAR`
        : `${name} INTEGER`,
  );
  await engine.run(`CREATE OR REPLACE TEMP TABLE protected_totals (${types.join(', ')})`);
  for (let from = 0; from < totals.length; from += atOnce) {
    const rows = totals
      .slice(from, from + atOnce)
      .map((one) => valuesOf(one, preset, protection.min_participants));
    await engine.run(`INSERT INTO protected_totals VALUES ${rows.join(', ')}`);
  }
}

import type { Model } from './model.ts';
import type { CountRow, Counts } from './rows.ts';

const whole = new Set(['', 'all', '0']);
const years = new Set(['year', 'year_from', 'year_to']);

/**
 * Rows that pool several series of one place: all grades of a subject, several years. Which rows are members is told
 * by the pool's own key: what it names must agree, what it leaves open (empty, `all`, 0, absent) is summed over.
 * A pool is large, so its own range protects nobody: it is used against its members, not asked to be reachable.
 * @param results rows that may be members, of one release
 */
export function relatePools(pools: Counts, results: readonly CountRow[], model: Model): void {
  const byPlace = Map.groupBy(results, ({ level, entity }) => `${level} ${entity}`);
  for (const pool of pools.rows) {
    const members = (byPlace.get(`${pool.level} ${pool.entity}`) ?? []).filter((row) => isMember(row, pool));
    pools.columns.forEach((column, c) => {
      const [low, high] = [pool.low[c], pool.high[c]];
      if (low === null || low === undefined || high === null || high === undefined) return;
      const parts = members.map((row) => [{ row, column }, 1] as const);
      model.relate('pool', { row: pool, column }, parts, low, high);
    });
  }
}

function isMember(row: CountRow, pool: CountRow): boolean {
  const year = Number(row.key.year);
  const { year_from: from, year_to: to, year: only } = pool.key;
  if (from !== undefined && (year < Number(from) || year > Number(to ?? from))) return false;
  if (from === undefined && only !== undefined && year !== Number(only)) return false;
  if (pool.comparability !== '' && row.comparability !== pool.comparability) return false;
  return Object.entries(pool.key).every(
    ([name, value]) =>
      years.has(name) || !(name in row.key) || whole.has(String(value)) || row.key[name] === value,
  );
}

import type { Engine, Row } from '../contract/engine.ts';
import type { AuditUtility } from '../contract/public.ts';
import type { Release } from './release.ts';

/** Cells and schools hidden, over all and by locality and school size. */
export async function utilityOf(engine: Engine, release: Release | undefined): Promise<AuditUtility[]> {
  const [results, schools] = ['results', 'schools'].map((name) => release?.tables.get(name));
  if (!results || !schools) return [];
  const own = (name: string, other: string) => (schools.columns.includes(name) ? name : other);
  const rows = await engine.query<Row>(`
    WITH named AS (
      SELECT school_id, coalesce(CAST(${own('locality', 'NULL')} AS VARCHAR), '') AS locality,
        CASE WHEN ${own('pupils', 'NULL')} < 100 THEN '0–99' WHEN ${own('pupils', 'NULL')} < 500 THEN '100–499'
          WHEN ${own('pupils', 'NULL')} IS NOT NULL THEN '500+' ELSE '' END AS size FROM ${schools.view}
    ), counted AS (
      SELECT locality, size, school_id, count(*) AS n,
        count(*) FILTER (WHERE participants_low <> participants_high) AS hidden,
        count(*) FILTER (WHERE participants_low = participants_high AND below_threshold_low <> below_threshold_high) AS partly
      FROM ${results.view} AS r JOIN named ON named.school_id = r.entity_id
      WHERE r.level = 'school' GROUP BY locality, size, school_id
    )
    SELECT coalesce(locality, '') AS locality, coalesce(size, '') AS size, count(*) AS schools,
      count(*) FILTER (WHERE hidden = n) AS silent, sum(n) AS n_rows, sum(hidden) AS hidden, sum(partly) AS partly
    FROM counted GROUP BY GROUPING SETS ((), (locality, size)) ORDER BY 1, 2, 3 DESC`);
  return rows.map((row) => ({
    locality: String(row.locality),
    size: String(row.size),
    schools: Number(row.schools),
    silent: Number(row.silent),
    rows: Number(row.n_rows),
    hidden: Number(row.hidden),
    partly: Number(row.partly),
  }));
}

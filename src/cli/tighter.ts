import { readFileSync } from 'node:fs';
import type { AuditReport } from '../audit/audit.ts';
import { kinds } from '../audit/finding.ts';
import { Fault } from '../contract/fault.ts';
import { totalKey } from '../protect/history.ts';
import type { Range } from '../protect/narrow.ts';
import type { TotalCuts } from '../protect/totals.ts';

/**
 * What an attack says of totals that a refused release told wider than follows from what is beside them: whatever anyone can
 * cut away tells nothing, so the release may be told with these ranges.
 * @returns none where the attack found anything else
 */
export function tighterTotals(error: unknown): TotalCuts | undefined {
  const isRefused = error instanceof Fault && error.code.startsWith('audit-failed');
  if (!isRefused || error.place.file === undefined) return undefined;
  const { findings } = JSON.parse(readFileSync(error.place.file, 'utf8')) as AuditReport;
  const cuts = new Map<string, Map<string, Range>>();
  for (const { kind, cell, release, feasible } of findings) {
    if (kinds[kind] !== 'leak') continue;
    const level = cell?.key.level;
    const isTotal = cell?.table === 'results' && (level === 'municipality' || level === 'region');
    if (kind !== 'narrowed' || !isTotal || release !== 0 || !feasible) return undefined;
    const key = totalKey(level, cell.key.entity_id, cell.key);
    const own = cuts.get(key) ?? new Map<string, Range>();
    cuts.set(key, own.set(cell.column, feasible));
  }
  return cuts.size > 0 ? cuts : undefined;
}

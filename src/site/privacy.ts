import type { AuditSummary } from '../contract/public.ts';
import type { DisclosureRow } from '../contract/status.ts';
import type { PrivacyFigures } from '../i18n/pages-privacy.ts';
import { manifest, releaseText } from './release.ts';
import { once, tableRows } from './tables.ts';

const rows = once(() => tableRows('disclosure'));

const localities = ['rural', 'urban', ''];
const sizes = ['under-100', '100-499', '500-and-more', ''];

const sum = (list: readonly DisclosureRow[], name: keyof DisclosureRow): number =>
  list.reduce((total, row) => total + Number(row[name]), 0);

/** What an attack on the release tried before it was published; `null` in a release that was not attacked. */
export const attackOnRelease = (): AuditSummary | null =>
  manifest().files.some(({ path }) => path === 'audit.json')
    ? (JSON.parse(releaseText('audit.json')) as AuditSummary)
    : null;

/** What is hidden in the last year of the release, as a whole and by group; `null` in a release that does not say. */
export function hiddenFigures(): { figures: PrivacyFigures; groups: DisclosureRow[] } | null {
  const year = rows().reduce((last, row) => Math.max(last, row.year), 0);
  const place = ({ locality, size_class }: DisclosureRow) =>
    localities.indexOf(locality) * sizes.length + sizes.indexOf(size_class);
  const groups = rows()
    .filter((row) => row.year === year)
    .sort((a, b) => place(a) - place(b));
  if (groups.length === 0) return null;
  return {
    groups,
    figures: {
      year,
      schools: sum(groups, 'schools'),
      silentAlone: sum(groups, 'silent_alone'),
      silent: sum(groups, 'silent'),
      cells: sum(groups, 'cells'),
      few: sum(groups, 'few_cells'),
      ranged: sum(groups, 'ranged_cells'),
    },
  };
}

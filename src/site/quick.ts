import { countOf } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { QuickFile, QuickSession } from '../explorer/quick.ts';
import { municipalities, region } from './release.ts';
import { type Work, works } from './works.ts';

const keyOf = ({ grade, year, session, comparability }: ResultRow): string =>
  [grade, year, session, comparability].join('|');

function session(row: ResultRow, found: readonly (ResultRow | undefined)[]): QuickSession {
  const { grade, year, session: name, comparability } = row;
  const ranges: NonNullable<QuickSession['ranges']> = {};
  const protection: NonNullable<QuickSession['protection']> = {};
  for (const [place, one] of found.entries()) {
    if (!one) continue;
    const below = countOf(one, 'below_threshold');
    if (one.participants_low !== one.participants_high || (below && below.low !== below.high))
      ranges[place] = [one.participants_low, one.participants_high, below?.low ?? null, below?.high ?? null];
    if (one.protection !== 'none') protection[place] = one.protection;
  }
  return {
    ...{ grade, year, session: name, comparability },
    n: found.map((one) => one?.participants_low ?? null),
    x: found.map((one) => (one ? (countOf(one, 'below_threshold')?.low ?? null) : null)),
    ...(Object.keys(ranges).length > 0 ? { ranges } : {}),
    ...(Object.keys(protection).length > 0 ? { protection } : {}),
  };
}

/** One work as the explorer reads it before the engine is there. */
function quickFile({ procedure, subject, rows }: Work): QuickFile {
  const places = municipalities();
  const own = places.map(
    ({ results }) =>
      new Map(
        results
          .filter((row) => row.procedure === procedure && row.subject === subject)
          .map((row) => [keyOf(row), row]),
      ),
  );
  const sorted = rows.toSorted(
    (a, b) => a.grade - b.grade || a.year - b.year || a.session.localeCompare(b.session),
  );
  return {
    procedure,
    subject,
    entities: [region().region.region_id, ...places.map(({ municipality }) => municipality.municipality_id)],
    sessions: sorted.map((row) => session(row, [row, ...own.map((known) => known.get(keyOf(row)))])),
  };
}

/** Every work of the region. */
export const quickFiles = (): QuickFile[] => works(region().results).map(quickFile);

import { compact } from '../charts/compact.ts';
import type { ChartLanguage } from '../charts/every.ts';
import { markup } from '../charts/finish.ts';
import { countOf } from '../charts/points.ts';
import { stripChart } from '../charts/strip.ts';
import type { SchoolRow } from '../contract/public.ts';
import type { SchoolStatus } from '../contract/status.ts';
import type { Language } from '../contract/vocabulary.ts';
import { rate, sum } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { schoolShares } from './cluster-shares.ts';
import { clusterYear, conditions } from './cluster-tables.ts';
import { drawing } from './drawing.ts';
import { paper as document } from './paper.ts';
import { methodology } from './reference.ts';
import { municipalities, region } from './release.ts';
import { once } from './tables.ts';

const schools = once(
  () => new Map(municipalities().flatMap((file) => file.schools.map((school) => [school.school_id, school]))),
);

/** One similar school: its traits, how near it is, and its share, which had no part in the choice. */
export interface SimilarSchool {
  school: SchoolRow;
  distance: number;
  wellbeing: number | null;
  share: Interval | null;
}

/** A school's index of social well-being in a year. */
export const wellbeingOf = (id: string, year: number): number | null =>
  conditions()
    .get(id)
    ?.find((row) => row.year === year)?.wellbeing ?? null;

/** The similar schools, the nearest first. */
export function similarSchools(status: SchoolStatus | undefined): SimilarSchool[] {
  const year = clusterYear() ?? 0;
  return (status?.similar_schools ?? []).flatMap(({ similar_id: id = '', distance }) => {
    const school = schools().get(id);
    if (!school) return [];
    const share = schoolShares(id, year)?.pooled ?? null;
    return [{ school, distance: distance ?? 0, wellbeing: wellbeingOf(id, year), share }];
  });
}

/** The region's share over the works that the rule looks at. */
export const regionShare = once((): Interval | null => {
  const { subjects, procedures } = methodology().identification;
  const rows = region().results.filter(
    (row) =>
      row.year === clusterYear() && subjects.includes(row.subject) && procedures.includes(row.procedure),
  );
  const counted = rows.flatMap((row) => {
    const below = countOf(row, 'below_threshold');
    return below ? [{ below, all: { low: row.participants_low, high: row.participants_high } }] : [];
  });
  return rate(sum(counted.map(({ below }) => below)), sum(counted.map(({ all }) => all)));
});

const nameOf = (school: SchoolRow) => school.short_name ?? school.name;

/** What the strip shows: `null` where neither this school nor a similar one has a share. */
export function stripFigure(school: SchoolRow, similar: readonly SimilarSchool[], lang: Language) {
  const year = clusterYear() ?? 0;
  const share = schoolShares(school.school_id, year)?.pooled ?? null;
  const others = similar.flatMap(({ school: other, share: its }) =>
    its ? [{ name: nameOf(other), share: its }] : [],
  );
  if (others.length === 0) return null;
  const own = share && { name: nameOf(school), share };
  const input = { year, own, others, region: regionShare() };
  const draw = (width: number, spoken: ChartLanguage = lang) =>
    markup(stripChart(input, { document, width, lang: spoken }));
  return {
    svg: () =>
      drawing({ level: 'school', id: school.school_id }, 'similar schools', lang, () =>
        compact(draw(340, 'every')),
      ),
    draw,
    year,
    hidden: similar.length - others.length,
    ownHidden: own === null,
  };
}

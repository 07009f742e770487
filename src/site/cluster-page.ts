import { clusterMap, type MapSchool } from '../charts/cluster-map.ts';
import { markup } from '../charts/finish.ts';
import { riskPlane } from '../charts/risk-plane.ts';
import { tileGrid } from '../charts/tile-grid.ts';
import type { SchoolRow } from '../contract/public.ts';
import type { Cluster, Language } from '../contract/vocabulary.ts';
import { percentRange } from '../i18n/formats.ts';
import { indexText } from '../i18n/pages-clusters.ts';
import type { Interval } from '../stats/wilson.ts';
import { boundaries } from './boundaries.ts';
import { schoolShares } from './cluster-shares.ts';
import { clusterYear, conditions } from './cluster-tables.ts';
import { clusteredSchools } from './clusters.ts';
import { document } from './document.ts';
import type { Drawn } from './figures.ts';
import { methodology } from './reference.ts';
import { municipalities } from './release.ts';
import { once } from './tables.ts';

const widths = { narrow: 340, wide: 720 } as const;
const drawn = (draw: (width: number) => SVGSVGElement): Drawn => ({
  narrow: markup(draw(widths.narrow)),
  wide: markup(draw(widths.wide)),
});
const nameOf = (school: SchoolRow) => school.short_name ?? school.name;

/** One municipality: how many of its schools are low. */
export interface PlaceLine {
  id: string;
  name: string;
  low: Interval;
  of: Interval;
  uncounted: number;
  share: Interval | null;
}

/** The share of low-results schools by municipality, in alphabetical order. */
export function placeLines(): PlaceLine[] {
  return municipalities().map(({ municipality, status }) => {
    const row = status?.monitoring.find(
      ({ indicator_id, year, dimension }) =>
        indicator_id === 'low-results-share' && year === clusterYear() && !dimension,
    );
    const span = (low?: number | null, high?: number | null) => ({ low: low ?? 0, high: high ?? 0 });
    const known = typeof row?.value_low === 'number' && typeof row.value_high === 'number';
    return {
      id: municipality.municipality_id,
      name: municipality.name,
      low: span(row?.numerator_low, row?.numerator_high),
      of: span(row?.denominator_low, row?.denominator_high),
      uncounted: row?.uncounted ?? 0,
      share: known ? span(row.value_low, row.value_high) : null,
    };
  });
}

function mapSchools(): MapSchool[] {
  return clusteredSchools().flatMap(({ school, facts: { cluster } }) => {
    const { longitude, latitude } = school;
    return longitude === null || latitude === null
      ? []
      : [{ name: nameOf(school), cluster, longitude, latitude }];
  });
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function middle(schools: readonly SchoolRow[]) {
  const placed = schools.flatMap(({ longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ longitude, latitude }],
  );
  if (placed.length === 0) return null;
  return {
    longitude: mean(placed.map(({ longitude }) => longitude)),
    latitude: mean(placed.map(({ latitude }) => latitude)),
  };
}

/** True where the release has boundaries to draw. */
export const hasMap = (): boolean => boundaries().size > 0;

/** The map of municipalities and schools; squares where the release has no boundaries. */
export function mapFigure(lang: Language): Drawn {
  const year = clusterYear() ?? 0;
  const areas = boundaries();
  const places = placeLines().map(({ id, name, share }) => ({ id, name, share }));
  if (!hasMap()) {
    const at = new Map(
      municipalities().map(({ municipality, schools }) => [municipality.municipality_id, middle(schools)]),
    );
    const tiles = places.map((place) => ({ ...place, at: at.get(place.id) ?? null }));
    return drawn((width) => tileGrid({ year, places: tiles }, { document, width, lang }));
  }
  const drawnPlaces = places.flatMap((place) => {
    const area = areas.get(place.id);
    return area ? [{ ...place, area }] : [];
  });
  const schools = mapSchools();
  return drawn((width) => clusterMap({ year, places: drawnPlaces, schools }, { document, width, lang }));
}

/** One school of the risk plane, and how its numbers are written. */
export interface PlaneLine {
  school: SchoolRow;
  municipality: string;
  cluster: Cluster;
  wellbeing: number;
  share: Interval;
  indexText: string;
  shareText: string;
}

function placeOnPlane(lang: Language): PlaneLine[] {
  const year = clusterYear() ?? 0;
  return clusteredSchools().flatMap(({ school, municipality, facts: { cluster } }) => {
    const own = conditions()
      .get(school.school_id)
      ?.find((row) => row.year === year);
    const share = schoolShares(school.school_id, year)?.highest;
    const wellbeing = own?.wellbeing ?? null;
    if (wellbeing === null || !share) return [];
    const texts = { indexText: indexText(lang, wellbeing), shareText: percentRange(lang, share) };
    return [{ school, municipality, cluster, wellbeing, share, ...texts }];
  });
}

/** Kept: every municipality asks whether a school of its own is there. */
const planes = { ru: once(() => placeOnPlane('ru')), en: once(() => placeOnPlane('en')) };

/** The schools that have both an index and a work with enough participants. */
export const planeLines = (lang: Language): readonly PlaneLine[] => planes[lang]();

/** The highest index among the schools of the region's lowest quarter. */
export function planeQuartile(year: number): number | undefined {
  const low = [...conditions().values()]
    .flat()
    .filter((row) => row.year === year && row.lowest_quartile)
    .flatMap(({ wellbeing }) => wellbeing ?? []);
  return low.length > 0 ? Math.max(...low) : undefined;
}

/** The risk plane of the year. */
export function planeFigure(lang: Language): Drawn {
  const year = clusterYear() ?? 0;
  const schools = planeLines(lang).map(({ school, ...line }) => ({ ...line, name: nameOf(school) }));
  const { threshold } = methodology().identification;
  const input = { year, schools, threshold, quartile: planeQuartile(year) };
  return drawn((width) => riskPlane(input, { document, width, lang }));
}

/** How many schools the risk plane leaves out. */
export const planeMissing = (lang: Language): number => clusteredSchools().length - planeLines(lang).length;

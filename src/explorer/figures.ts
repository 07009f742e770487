import type { Area } from '../charts/boundary.ts';
import { type ClusterMapInput, clusterMap } from '../charts/cluster-map.ts';
import { distribution } from '../charts/distribution.ts';
import type { ChartOptions } from '../charts/options.ts';
import { riskPlane } from '../charts/risk-plane.ts';
import { tileGrid } from '../charts/tile-grid.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { schoolsText } from '../i18n/pages-views.ts';
import type { Interval } from '../stats/wilson.ts';
import { brushed, brushValue, type School } from './brush.ts';
import type { ExplorerConfig } from './config.ts';
import type { Traits } from './traits.ts';

/** The schools that the figures draw, and what is chosen of them. */
export interface Drawn {
  schools: readonly School[];
  traits: Traits;
  areas: ReadonlyMap<string, Area>;
}

/** What the figures take from the page's configuration. */
export type FigureConfig = Pick<ExplorerConfig, 'views' | 'lang' | 'threshold' | 'municipalities'>;

/** Share of identified schools among those that have an answer: an undetermined one may be either. */
export function lowShare(schools: readonly School[]): Interval | null {
  const told = schools.filter(({ state }) => state !== null && state !== 'insufficient-data');
  if (told.length === 0) return null;
  const count = (...states: School['state'][]) => told.filter(({ state }) => states.includes(state)).length;
  return {
    low: count('identified') / told.length,
    high: count('identified', 'undetermined') / told.length,
  };
}

const yearOf = (schools: readonly School[]): number => schools[0]?.year ?? 0;

/** The municipalities of the map in the order in which their shapes are drawn. */
export type Places = readonly { id: string; name: string }[];

/**
 * Map of the schools inside all filters. The shading leaves status and cluster aside: among schools chosen for their
 * status everyone has it, and every municipality would be as dark as the next.
 */
export function mapFigure(
  { schools, traits, areas }: Drawn,
  { municipalities }: FigureConfig,
  options: ChartOptions,
): { svg: SVGSVGElement; places: Places } {
  const year = yearOf(schools);
  const around = brushed(schools, traits, ['status', 'cluster']);
  const byPlace = Map.groupBy(around, ({ municipality_id }) => municipality_id);
  const places = municipalities.map(({ id, name }) => ({ id, name, share: lowShare(byPlace.get(id) ?? []) }));
  const drawn = places.flatMap((place): ClusterMapInput['places'][number][] => {
    const area = areas.get(place.id);
    return area ? [{ ...place, area }] : [];
  });
  if (drawn.length === 0) return { svg: tileGrid({ year, places }, options), places };
  const points = brushed(schools, traits).flatMap(({ name, cluster, longitude, latitude }) =>
    cluster !== null && longitude !== null && latitude !== null
      ? [{ name, cluster, longitude, latitude }]
      : [],
  );
  return { svg: clusterMap({ year, places: drawn, schools: points }, options), places: drawn };
}

/** Schools by index and share; `null` where none has both. Its own brushes leave nothing out. */
export function planeFigure(
  { schools, traits }: Drawn,
  { threshold }: FigureConfig,
  options: ChartOptions,
): SVGSVGElement | null {
  const points = brushed(schools, traits, ['index', 'share']).flatMap(
    ({ name, cluster, wellbeing, share }) =>
      wellbeing !== null && share ? [{ name, cluster: cluster ?? ('none' as const), wellbeing, share }] : [],
  );
  if (points.length === 0) return null;
  return riskPlane({ year: yearOf(schools), schools: points, threshold }, options);
}

/** Schools by share below the threshold. */
export function sharesFigure(
  { schools, traits }: Drawn,
  { views, threshold, lang }: FigureConfig,
  options: ChartOptions,
): SVGSVGElement {
  const values = brushed(schools, traits, ['share']).flatMap((school) => brushValue(school, 'share') ?? []);
  const label = fill(views.distributionLabel, {
    what: views.byShare,
    year: yearOf(schools),
    count: schoolsText(lang, values.length),
  });
  return distribution(
    {
      ...{ values, step: 5, x: views.shareAxis, y: views.schoolsAxis, range: traits.share },
      ...{ lines: [100 * threshold], domain: [0, 100] },
    },
    { ...options, label },
  );
}

/** Schools by change of that share; `null` where none has a change. */
export function changesFigure(
  { schools, traits }: Drawn,
  { views, lang }: FigureConfig,
  options: ChartOptions,
): SVGSVGElement | null {
  const values = brushed(schools, traits, ['change']).flatMap((school) => brushValue(school, 'change') ?? []);
  if (values.length === 0) return null;
  const label = fill(views.distributionLabel, {
    what: views.byChange,
    year: yearOf(schools),
    count: schoolsText(lang, values.length),
  });
  const far = Math.min(100, 5 * Math.ceil(Math.max(10, ...values.map(Math.abs)) / 5));
  return distribution(
    {
      ...{ values, step: far > 50 ? 5 : 2.5, x: views.changeAxis, y: views.schoolsAxis },
      ...{ range: traits.change, lines: [0], domain: [-far, far] },
    },
    { ...options, label },
  );
}

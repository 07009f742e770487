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
import type { ExplorerPage } from './config.ts';
import { type Dragged, draggable } from './drag.ts';
import { type SortField, schoolList } from './school-list.ts';
import type { Traits } from './traits.ts';

export interface Shown {
  schools: readonly School[];
  traits: Traits;
  municipality: string;
  areas: ReadonlyMap<string, Area>;
  /** Whether the table of changes is there, on its way, or cannot be had. */
  changes: 'there' | 'waiting' | 'none';
  sort: SortField;
  /** Width for the drawing in a part of the page, at most so many pixels. */
  width(part: string, most: number): number;
}

export interface ViewActions {
  /** A brush was drawn; `null`: the brushes of that view are taken away. */
  brush(range: Dragged | null, fields: readonly (keyof Dragged)[]): void;
  choose(municipality: string): void;
}

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

const put = (parent: HTMLElement, svg: SVGSVGElement): void => parent.replaceChildren(svg);

/** Map, risk plane, distributions and list: each shows the schools inside the brushes of the others. */
export function drawViews(page: ExplorerPage, shown: Shown, actions: ViewActions): void {
  const { config, part } = page;
  const { schools, traits } = shown;
  const chosen = brushed(schools, traits);
  part('waiting').hidden = true;
  part('views').hidden = false;
  const text = fill(config.views.schoolsShown, { count: chosen.length });
  part('count').textContent = chosen.length > 0 ? text : config.views.nothing;
  drawMap(page, shown, chosen, actions);
  drawPlane(page, shown, actions);
  drawShares(page, shown, actions);
  drawChanges(page, shown, actions);
  const { table, note } = schoolList(chosen, shown.sort, config, page.document);
  part('list').replaceChildren(table);
  part('list-note').textContent = note;
}

const optionsOf = ({ document, config }: ExplorerPage, width: number): ChartOptions => ({
  document,
  width,
  lang: config.lang,
});

function drawMap(
  page: ExplorerPage,
  { areas, schools, width }: Shown,
  chosen: readonly School[],
  { choose }: ViewActions,
): void {
  const { config, part } = page;
  const year = schools[0]?.year ?? 0;
  const options = optionsOf(page, width('map', 720));
  const byPlace = Map.groupBy(chosen, ({ municipality_id }) => municipality_id);
  const places = config.municipalities.map(({ id, name }) => ({
    id,
    name,
    share: lowShare(byPlace.get(id) ?? []),
  }));
  const drawn = places.flatMap((place): ClusterMapInput['places'][number][] => {
    const area = areas.get(place.id);
    return area ? [{ ...place, area }] : [];
  });
  const points = chosen.flatMap(({ name, cluster, longitude, latitude }) =>
    cluster !== null && longitude !== null && latitude !== null
      ? [{ name, cluster, longitude, latitude }]
      : [],
  );
  const svg =
    drawn.length > 0
      ? clusterMap({ year, places: drawn, schools: points }, options)
      : tileGrid({ year, places }, options);
  put(part('map'), svg);
  part('map-note').textContent = fill(config.views.mapNote, { year });
  const order = drawn.length > 0 ? drawn : places;
  const shapes = [...svg.querySelectorAll('g')]
    .map((group) => [...group.children].filter(({ tagName }) => /^(path|rect)$/.test(tagName)))
    .find((found) => found.length === order.length);
  for (const shape of shapes ?? []) shape.classList.add('place');
  // Schools lie on top of their municipality and keep their names: the click goes through them.
  svg.addEventListener('click', ({ clientX, clientY }) => {
    const under = page.document.elementsFromPoint(clientX, clientY);
    const index = shapes?.findIndex((shape) => under.includes(shape)) ?? -1;
    if (index >= 0) choose(order[index]?.id ?? '');
  });
}

function drawPlane(page: ExplorerPage, { schools, traits, width }: Shown, { brush }: ViewActions): void {
  const { config, part } = page;
  const around = brushed(schools, traits, ['index', 'share']);
  const points = around.flatMap(({ name, cluster, wellbeing, share }) =>
    wellbeing !== null && share ? [{ name, cluster: cluster ?? ('none' as const), wellbeing, share }] : [],
  );
  part('plane-section').hidden = points.length === 0;
  if (points.length === 0) return;
  const year = schools[0]?.year ?? 0;
  const input = { year, schools: points, threshold: config.threshold };
  const svg = riskPlane(input, optionsOf(page, width('plane', 720)));
  put(part('plane'), svg);
  draggable(
    svg,
    [
      { name: 'x', field: 'index', factor: 1 },
      { name: 'y', field: 'share', factor: 100 },
    ],
    (range) => brush(range, ['index', 'share']),
  );
}

function drawShares(page: ExplorerPage, { schools, traits, width }: Shown, { brush }: ViewActions): void {
  const { config, part } = page;
  const { views, threshold, lang } = config;
  const values = brushed(schools, traits, ['share']).flatMap((school) => brushValue(school, 'share') ?? []);
  const year = schools[0]?.year ?? 0;
  const label = fill(views.distributionLabel, {
    what: views.byShare,
    year,
    count: schoolsText(lang, values.length),
  });
  const svg = distribution(
    {
      ...{ values, step: 5, x: views.shareAxis, y: views.schoolsAxis, range: traits.share },
      ...{ lines: [100 * threshold], domain: [0, 100] },
    },
    { ...optionsOf(page, width('shares', 520)), label },
  );
  put(part('shares'), svg);
  draggable(svg, [{ name: 'x', field: 'share', factor: 1 }], (range) => brush(range, ['share']));
}

function drawChanges(
  page: ExplorerPage,
  { schools, traits, changes, width }: Shown,
  { brush }: ViewActions,
): void {
  const { config, part } = page;
  const { views, lang } = config;
  const values = brushed(schools, traits, ['change']).flatMap((school) => brushValue(school, 'change') ?? []);
  part('changes-note').textContent =
    changes === 'waiting' ? views.waitingChange : values.length === 0 ? views.noChange : '';
  if (values.length === 0) {
    part('changes').replaceChildren();
    return;
  }
  const year = schools[0]?.year ?? 0;
  const label = fill(views.distributionLabel, {
    what: views.byChange,
    year,
    count: schoolsText(lang, values.length),
  });
  const far = Math.min(100, 5 * Math.ceil(Math.max(10, ...values.map(Math.abs)) / 5));
  const svg = distribution(
    {
      ...{
        values,
        step: far > 50 ? 5 : 2.5,
        x: views.changeAxis,
        y: views.schoolsAxis,
        range: traits.change,
      },
      ...{ lines: [0], domain: [-far, far] },
    },
    { ...optionsOf(page, width('changes', 520)), label },
  );
  put(part('changes'), svg);
  draggable(svg, [{ name: 'x', field: 'change', factor: 1 }], (range) => brush(range, ['change']));
}

import type { ChartOptions } from '../charts/options.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { brushed } from './brush.ts';
import type { ExplorerPage } from './config.ts';
import { type Dragged, draggable } from './drag.ts';
import { changesFigure, type Drawn, mapFigure, planeFigure, sharesFigure } from './figures.ts';
import { type SortField, schoolList } from './school-list.ts';

export interface Shown extends Drawn {
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

const put = (parent: HTMLElement, svg: SVGSVGElement): void => parent.replaceChildren(svg);

/** Map, risk plane, distributions and list: each shows the schools inside the brushes of the others. */
export function drawViews(page: ExplorerPage, shown: Shown, actions: ViewActions): void {
  const { config, part } = page;
  const chosen = brushed(shown.schools, shown.traits);
  part('waiting').hidden = true;
  part('views').hidden = false;
  const text = fill(config.views.schoolsShown, { count: chosen.length });
  part('count').textContent = chosen.length > 0 ? text : config.views.nothing;
  drawMap(page, shown, actions);
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

function drawMap(page: ExplorerPage, shown: Shown, { choose }: ViewActions): void {
  const { config, part } = page;
  const { svg, places } = mapFigure(shown, config, optionsOf(page, shown.width('map', 720)));
  put(part('map'), svg);
  part('map-note').textContent = fill(config.views.mapNote, { year: shown.schools[0]?.year ?? 0 });
  const shapes = [...svg.querySelectorAll('g')]
    .map((group) => [...group.children].filter(({ tagName }) => /^(path|rect)$/.test(tagName)))
    .find((found) => found.length === places.length);
  for (const shape of shapes ?? []) shape.classList.add('place');
  // Schools lie on top of their municipality and keep their names: the click goes through them.
  svg.addEventListener('click', ({ clientX, clientY }) => {
    const under = page.document.elementsFromPoint(clientX, clientY);
    const index = shapes?.findIndex((shape) => under.includes(shape)) ?? -1;
    if (index >= 0) choose(places[index]?.id ?? '');
  });
}

function drawPlane(page: ExplorerPage, shown: Shown, { brush }: ViewActions): void {
  const { config, part } = page;
  const svg = planeFigure(shown, config, optionsOf(page, shown.width('plane', 720)));
  part('plane-section').hidden = svg === null;
  if (!svg) return;
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

function drawShares(page: ExplorerPage, shown: Shown, { brush }: ViewActions): void {
  const { config, part } = page;
  const svg = sharesFigure(shown, config, optionsOf(page, shown.width('shares', 520)));
  put(part('shares'), svg);
  draggable(svg, [{ name: 'x', field: 'share', factor: 1 }], (range) => brush(range, ['share']));
}

function drawChanges(page: ExplorerPage, shown: Shown, { brush }: ViewActions): void {
  const { config, part } = page;
  const { views } = config;
  const svg = changesFigure(shown, config, optionsOf(page, shown.width('changes', 520)));
  part('changes-note').textContent =
    shown.changes === 'waiting' ? views.waitingChange : svg ? '' : views.noChange;
  if (!svg) {
    part('changes').replaceChildren();
    return;
  }
  put(part('changes'), svg);
  draggable(svg, [{ name: 'x', field: 'change', factor: 1 }], (range) => brush(range, ['change']));
}

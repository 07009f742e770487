import * as Plot from '@observablehq/plot';
import { signed as signedIn } from '../i18n/pages-changes.ts';
import { windowsMessages as windowsWords } from '../i18n/pages-windows.ts';
import type { LevelChange } from '../stats/window.ts';
import { pixelEllipse } from './ellipse.ts';
import { type ChartLanguage, inEvery, lengthOf, written } from './every.ts';
import { finish } from './finish.ts';
import { addKeys, type Key, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink, isNarrow, letter } from './options.ts';

const windowsMessages = inEvery(windowsWords);
const signed = written(signedIn);

/** Three years of one work: level and change with their ellipse. */
export interface ChartWindow {
  from: number;
  to: number;
  oval: LevelChange;
}

export interface WindowsInput {
  /** Ascending; the last is the chart's subject. */
  windows: readonly ChartWindow[];
  /** Level of the region in the same grades and years as the last window. */
  region: number | null;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const margin = { left: 46, right: 20, bottom: 44 };

const reach = ({ level, change, shape: [a, , c] }: LevelChange) => ({
  left: level - Math.sqrt(a),
  right: level + Math.sqrt(a),
  low: change - Math.sqrt(c),
  high: change + Math.sqrt(c),
});

/** Steps of ten points in which every ellipse and the line of no change fit. */
function domains({ windows, region }: WindowsInput) {
  const reaches = windows.map(({ oval }) => reach(oval));
  const right = Math.max(0.1, region ?? 0, ...reaches.map((one) => one.right));
  const high = Math.max(0.05, ...reaches.map((one) => Math.max(one.high, -one.low)));
  return { right: Math.min(1, Math.ceil(right * 10 + 0.2) / 10), high: Math.ceil(high * 20) / 20 };
}

type Scale = (value: number) => number;

interface Drawing {
  x: Scale;
  y: Scale;
  document: Document;
}

const make = (document: Document, name: string, attributes: Record<string, string | number>): Element => {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

function ellipse(oval: LevelChange, { x, y, document }: Drawing, look: Record<string, string | number>) {
  const step = { x: x(1) - x(0), y: y(1) - y(0) };
  const { cx, cy, rx, ry, angle } = pixelEllipse(oval, { cx: x(oval.level), cy: y(oval.change) }, step);
  const [left, top] = [cx.toFixed(1), cy.toFixed(1)];
  return make(document, 'ellipse', {
    rx: rx.toFixed(1),
    ry: ry.toFixed(1),
    transform: `translate(${left},${top}) rotate(${angle.toFixed(1)})`,
    ...look,
  });
}

type Box = [left: number, top: number, right: number, bottom: number];

const apart = ([l, t, r, b]: Box, [l2, t2, r2, b2]: Box): boolean => r < l2 || r2 < l || b < t2 || b2 < t;

/** Where the name of a window may stand beside its point: the first place that nothing else takes. */
function place(text: string, { x, y }: Point, size: number, taken: Box[]): Point | undefined {
  const width = lengthOf(text) * size * letter;
  const box = (one: Point): Box => [
    one.x - width / 2 - 2,
    one.y - size * 0.8,
    one.x + width / 2 + 2,
    one.y + size * 0.2,
  ];
  const free = [
    { x: x + 8 + width / 2, y: y + size * 0.35 },
    { x: x - 8 - width / 2, y: y + size * 0.35 },
    { x, y: y - 8 },
    { x, y: y + 8 + size * 0.75 },
  ].find((one) => box(one)[0] > margin.left && taken.every((other) => apart(box(one), other)));
  if (free) taken.push(box(free));
  return free;
}

type Point = { x: number; y: number };

const at = ({ x, y }: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;

const looks = {
  last: { fill: ink.strong, 'fill-opacity': 0.16, stroke: ink.strong, 'stroke-width': 2 },
  earlier: { fill: 'none', stroke: ink.context, 'stroke-width': 1.2, 'stroke-dasharray': '4,3' },
} as const;

/** The way from one centre to the next, and a point at each. */
function way(centres: readonly Point[], document: Document): Element[] {
  const last = centres.length - 1;
  const line = { d: `M${centres.map(at).join('L')}`, fill: 'none', stroke: ink.context, 'stroke-width': 1.2 };
  return [
    ...(last > 0 ? [make(document, 'path', line)] : []),
    ...centres.map(({ x, y }, index) =>
      make(document, 'circle', {
        cx: x.toFixed(1),
        cy: y.toFixed(1),
        r: index === last ? 4 : 3,
        fill: index === last ? ink.strong : ink.paper,
        stroke: index === last ? ink.strong : ink.context,
      }),
    ),
  ];
}

/** The years beside their points, the last ones first; those without room stand in the table only. */
function names(windows: readonly ChartWindow[], centres: readonly Point[], size: number, document: Document) {
  const taken = centres.map(({ x, y }): Box => [x - 5, y - 5, x + 5, y + 5]);
  const last = windows.length - 1;
  return windows
    .map(({ from, to }, index) => ({ index, text: `${from}–${index === last ? to : String(to).slice(2)}` }))
    .toReversed()
    .flatMap(({ index, text }) => {
      const free = place(text, centres[index] as Point, size, taken);
      if (!free) return [];
      const words = make(document, 'text', {
        x: free.x.toFixed(1),
        y: free.y.toFixed(1),
        fill: index === last ? ink.strong : ink.text,
        'font-weight': index === last ? 600 : 400,
        stroke: ink.paper,
        'stroke-width': 3,
        'paint-order': 'stroke',
      });
      words.textContent = text;
      return [words];
    });
}

/** Ellipses with the way between their centres. */
function windowsMark({ windows }: WindowsInput, width: number): Plot.RenderFunction {
  return (_index, scales, _values, { width: across, height, marginTop }, context) => {
    const { document } = context as unknown as { document: Document };
    const drawing = { x: scales.x as Scale, y: scales.y as Scale, document };
    const centres = windows.map(({ oval }) => ({ x: drawing.x(oval.level), y: drawing.y(oval.change) }));
    const group = make(document, 'g', {});
    // A picture inside the picture cuts at its edges: no share is below 0. A clip path would need an id.
    const [w, h] = [across - margin.left, height - marginTop - margin.bottom];
    const inside = make(document, 'svg', {
      x: margin.left,
      y: marginTop,
      width: w,
      height: h,
      viewBox: `${margin.left} ${marginTop} ${w} ${h}`,
    });
    inside.append(
      ...windows.map(({ oval }, index) =>
        ellipse(oval, drawing, index === windows.length - 1 ? looks.last : looks.earlier),
      ),
    );
    group.append(inside, ...way(centres, document), ...names(windows, centres, fontSize(width), document));
    return group as SVGElement;
  };
}

function keysOf({ windows, region }: WindowsInput, lang: ChartLanguage): Key[] {
  const words = windowsMessages(lang);
  return [
    { text: words.keyZero, line: {} },
    ...(region === null ? [] : [{ text: words.keyRegion, line: { dash: '2,3', upright: true } }]),
    ...(windows.length > 1 ? [{ text: words.keyEarlier, line: { dash: '4,3' } }] : []),
  ];
}

function frame(input: WindowsInput, { width, lang }: ChartOptions<ChartLanguage>): Plot.Markish[] {
  const words = windowsMessages(lang);
  const size = fontSize(width);
  const { high, right } = domains(input);
  const ticks = (from: number, to: number, step: number) =>
    Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
  const step = high > 0.25 ? 0.2 : high > 0.1 ? 0.1 : 0.05;
  const edge = Math.floor(high / step + 1e-9) * step;
  const across = right > 0.6 ? 0.2 : 0.1;
  return [
    Plot.gridY(ticks(-edge, edge, step), { stroke: ink.grid, strokeOpacity: 1 }),
    Plot.axisY(ticks(-edge, edge, step), {
      tickFormat: (value: number) => signed(lang, value, 0),
      tickSize: 0,
      label: null,
      color: ink.text,
    }),
    Plot.axisX(ticks(0, Math.floor(right / across + 1e-9) * across, across), {
      tickFormat: (value: number) => words.share(value),
      tickSize: 0,
      label: null,
      color: ink.text,
    }),
    Plot.ruleY([0], { stroke: ink.text, strokeWidth: 1 }),
    ...(input.region === null
      ? []
      : [Plot.ruleX([input.region], { stroke: ink.text, strokeDasharray: '2,3' })]),
    Plot.text([words.axisX], { frameAnchor: 'bottom-right', dy: 38, fill: ink.text, fontSize: size }),
    Plot.text([words.axisY], {
      frameAnchor: 'top-left',
      dx: -margin.left,
      dy: -size - 10,
      fill: ink.text,
      fontSize: size,
    }),
  ];
}

/**
 * Three-year windows of one work on a plane of level and change relative to the region: an ellipse holds 95 % of what
 * chance makes of the two numbers together. The last window is filled, earlier ones are broken outlines.
 */
export function windowsChart(input: WindowsInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const { document, width, lang } = options;
  const size = fontSize(width);
  const keys = keysOf(input, lang);
  const top = keysHeight(keys, width) + size + 14;
  const { right, high } = domains(input);
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + (isNarrow(width) ? 210 : 280) + margin.bottom,
    marginTop: top,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    x: { domain: [0, right], label: null },
    y: { domain: [-high, high], label: null },
    marks: [...frame(input, options), windowsMark(input, width)],
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(size));
  addKeys(svg, keys, { document, width });
  return finish(svg, options.label === undefined ? {} : { label: options.label });
}

import type { BrushField } from './traits.ts';

/** One axis that can be brushed: its scale in the drawing, and how many units of the field one unit of the scale is. */
export interface DragAxis {
  name: 'x' | 'y';
  field: BrushField;
  factor: number;
}

interface Scale {
  invert?: (at: number) => number;
  range?: readonly number[];
}
/** Plot hangs the scales it used on the figure. */
type Figure = SVGSVGElement & { scale?: (name: string) => Scale | undefined };

export type Dragged = Partial<Record<BrushField, [number, number]>>;

const least = 4;

/** Lets a reader draw a rectangle over a figure. Calls back at the end; a mere click gives `null`. */
export function draggable(
  figure: Figure,
  axes: readonly DragAxis[],
  on: (range: Dragged | null) => void,
): void {
  const scales = new Map(axes.map(({ name }) => [name, figure.scale?.(name)]));
  const box = figure.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'rect');
  box.setAttribute('class', 'brush');
  figure.append(box);
  figure.classList.add('brushable');
  let start: [number, number] | null = null;
  const at = (event: PointerEvent): [number, number] => {
    const { left, top, width, height } = figure.getBoundingClientRect();
    const [w, h] = [Number(figure.getAttribute('width')), Number(figure.getAttribute('height'))];
    return [((event.clientX - left) * w) / width, ((event.clientY - top) * h) / height];
  };
  const sides = ([x, y]: [number, number], [a, b]: [number, number]) => {
    const side = (name: 'x' | 'y', one: number, other: number): [number, number] => {
      const [p = 0, q = 0] = scales.get(name)?.range ?? figureRange(figure, name);
      const [low, high] = [Math.min(p, q), Math.max(p, q)];
      const cut = (value: number) => Math.min(high, Math.max(low, value));
      return scales.has(name) ? [cut(Math.min(one, other)), cut(Math.max(one, other))] : [low, high];
    };
    return { x: side('x', x, a), y: side('y', y, b) };
  };
  const draw = (event: PointerEvent) => {
    if (!start) return;
    const { x, y } = sides(start, at(event));
    for (const [name, value] of Object.entries({ x: x[0], y: y[0], width: x[1] - x[0], height: y[1] - y[0] }))
      box.setAttribute(name, String(value));
  };
  figure.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = at(event);
    figure.setPointerCapture(event.pointerId);
    draw(event);
  });
  figure.addEventListener('pointermove', draw);
  figure.addEventListener('pointercancel', () => {
    start = null;
    box.removeAttribute('width');
  });
  figure.addEventListener('pointerup', (event) => {
    if (!start) return;
    const end = at(event);
    const moved = Math.max(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])) > least;
    const { x, y } = sides(start, end);
    start = null;
    on(moved ? rangesOf(axes, scales, { x, y }) : null);
  });
}

function figureRange(figure: SVGSVGElement, name: 'x' | 'y'): [number, number] {
  return [0, Number(figure.getAttribute(name === 'x' ? 'width' : 'height'))];
}

function rangesOf(
  axes: readonly DragAxis[],
  scales: ReadonlyMap<string, Scale | undefined>,
  sides: Record<'x' | 'y', [number, number]>,
): Dragged {
  return Object.fromEntries(
    axes.flatMap(({ name, field, factor }) => {
      const invert = scales.get(name)?.invert;
      if (!invert) return [];
      const [a, b] = sides[name].map((side) => invert(side) * factor);
      return [[field, [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)]]];
    }),
  );
}

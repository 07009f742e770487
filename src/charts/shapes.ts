import type { Cluster } from '../contract/vocabulary.ts';
import { ink } from './options.ts';

type Corner = readonly [x: number, y: number];

const turn = (count: number, radius: (index: number) => number): Corner[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index * 2 * Math.PI) / count - Math.PI / 2;
    return [Math.cos(angle) * radius(index), Math.sin(angle) * radius(index)] as const;
  });

const square: Corner[] = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
];
const triangle: Corner[] = [
  [0, -1.15],
  [1.1, 0.8],
  [-1.1, 0.8],
];
const diamond = turn(4, () => 1.25);
const circle = turn(12, () => 1);
const star = turn(10, (index) => (index % 2 === 0 ? 1.5 : 0.65));

/** How a school of a cluster is drawn: the shape tells the cluster without colour. */
export interface Look {
  corners: readonly Corner[];
  /** Half the width in pixels. */
  radius: number;
  fill: string;
  stroke: string;
}

const strong = ink.strong;
const open = { fill: ink.paper, stroke: strong };

/** One shape per cluster; the last ones are quiet, so that the schools that need help stand out. */
export const looks: Readonly<Record<Cluster, Look>> = {
  '500+': { corners: star, radius: 5, fill: strong, stroke: ink.paper },
  '2': { corners: square, radius: 5, fill: strong, stroke: ink.paper },
  '1': { corners: triangle, radius: 4.5, ...open },
  '3': { corners: diamond, radius: 4, ...open },
  undetermined: { corners: circle, radius: 3.5, ...open },
  'insufficient-data': { corners: circle, radius: 2.2, fill: ink.paper, stroke: ink.context },
  none: { corners: circle, radius: 1.8, fill: ink.context, stroke: ink.context },
};

/** The clusters from the quiet to the ones that must lie on top. */
export const drawnOrder: readonly Cluster[] = [
  'insufficient-data',
  'none',
  'undetermined',
  '3',
  '1',
  '2',
  '500+',
];
/** The clusters as legends and lists name them. */
export const namedOrder: readonly Cluster[] = [
  '500+',
  '2',
  '1',
  '3',
  'undetermined',
  'insufficient-data',
  'none',
];

/** The outline of a look around a point, as a path. */
export const outline = ({ corners, radius }: Look, x = 0, y = 0): string =>
  `M${corners.map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join('L')}Z`;

interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** The same for Plot, which scales by area. Circles are left to it: they take fewer bytes. */
export const plotSymbol = ({ corners }: Look) =>
  corners === circle
    ? ('circle' as const)
    : {
        draw(pen: Pen, size: number) {
          const radius = Math.sqrt(size / Math.PI);
          for (const [index, [x, y]] of corners.entries())
            pen[index === 0 ? 'moveTo' : 'lineTo'](x * radius, y * radius);
          pen.closePath();
        },
      };

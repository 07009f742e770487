import type { Point } from './plane.ts';
import { stream } from './random.ts';

const cache = new Map<string, number>();

function lattice(layer: string, ix: number, iy: number): number {
  const key = `${layer} ${ix} ${iy}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = stream('warp', key).uniform() * 2 - 1;
  cache.set(key, value);
  return value;
}

/** Value noise between -1 and 1: random values on a grid, smoothly joined. */
function noise(layer: string, x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = (x - ix) ** 2 * (3 - 2 * (x - ix));
  const fy = (y - iy) ** 2 * (3 - 2 * (y - iy));
  const top = lattice(layer, ix, iy) * (1 - fx) + lattice(layer, ix + 1, iy) * fx;
  const bottom = lattice(layer, ix, iy + 1) * (1 - fx) + lattice(layer, ix + 1, iy + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Wavelength and amplitude in kilometres: the region's shape, its bays, its brooks. */
const layers = [
  [120, 24],
  [30, 6],
  [8, 1.5],
] as const;

/**
 * Moves a point of the plane a little, as a function of the point alone: lines bend, and what touched still touches,
 * because neighbours move their common points alike.
 */
export function warp([x, y]: Point): Point {
  let dx = 0;
  let dy = 0;
  for (const [length, height] of layers) {
    dx += height * noise(`x${length}`, x / length, y / length);
    dy += height * noise(`y${length}`, x / length, y / length);
  }
  return [x + dx, y + dy];
}

/** Kilometres from the region's middle to degrees. The cosine of 57.5° is written out: every engine agrees on it. */
export function toDegrees([x, y]: Point, digits: number): Point {
  const longitude = 72 + x / (111.32 * 0.5373);
  const latitude = 57.5 + y / 111.32;
  return [Number(longitude.toFixed(digits)), Number(latitude.toFixed(digits))];
}

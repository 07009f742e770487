import type { LevelChange } from '../stats/window.ts';

/** An ellipse in pixels. */
export interface PixelEllipse {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  /** Degrees from the horizontal, clockwise as the screen counts. */
  angle: number;
}

/** The ellipse on a screen whose scales have these steps, pixels per unit (the vertical one falls: negative). */
export function pixelEllipse(
  { shape: [level, both, change] }: LevelChange,
  centre: { cx: number; cy: number },
  step: { x: number; y: number },
): PixelEllipse {
  const [a, b, c] = [level * step.x ** 2, both * step.x * step.y, change * step.y ** 2];
  const half = Math.hypot((a - c) / 2, b);
  const angle = (Math.atan2(2 * b, a - c) / 2) * (180 / Math.PI);
  const root = (value: number) => Math.sqrt(Math.max(0, value));
  return { ...centre, rx: root((a + c) / 2 + half), ry: root((a + c) / 2 - half), angle };
}

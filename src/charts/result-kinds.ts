/** How the answer of a query can be drawn. */
export const resultKinds = ['bars', 'line', 'dots'] as const;
export type ResultKind = (typeof resultKinds)[number];

export interface ResultPoint {
  x: string | number;
  y: number;
  /** Each gets a panel of its own. */
  series: string;
}

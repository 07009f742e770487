/** How often something happened. */
export interface Tally {
  hits: number;
  trials: number;
}

export const tally = (): Tally => ({ hits: 0, trials: 0 });

export function count(into: Tally, hit: boolean): void {
  into.trials += 1;
  if (hit) into.hits += 1;
}

/** Hits per trial, NaN when there was no trial. */
export const frequency = ({ hits, trials }: Tally): number => hits / trials;

import { type Context, type Distance, distance, type TraitScale } from './distance.ts';

export interface Member {
  id: string;
  context: Context;
}

export interface Neighbour extends Distance {
  id: string;
}

/**
 * The `k` members nearest to one of them, nearest first; equal distances by id in code-unit order, so the order is
 * total. The member itself and those not comparable with it are left out, so there may be fewer than `k`.
 */
export function nearest(
  { id, context }: Member,
  members: readonly Member[],
  scales: readonly TraitScale[],
  k: number,
): Neighbour[] {
  const neighbours: Neighbour[] = [];
  for (const member of members) {
    const found = member.id === id ? null : distance(context, member.context, scales);
    if (found !== null) neighbours.push({ id: member.id, ...found });
  }
  return neighbours.sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1)).slice(0, k);
}

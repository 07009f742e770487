/** Schools that went from one cluster to another. */
export interface Flow {
  from: string;
  to: string;
  schools: number;
}

export interface FlowInput {
  flows: readonly Flow[];
  /** Clusters from top to bottom, each with its name. */
  order: readonly { id: string; name: string }[];
  label: string;
  /** Headings of the two sides. */
  sides: readonly [string, string];
}

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
const px = (value: number): string => String(Math.round(value * 10) / 10);

const bar = 12;
const gap = 14;
const top = 24;
/** The least height of a bar: one school must be seen, and its name must not lie on the next one. */
const leastOf = (narrow: boolean): number => (narrow ? 30 : 16);

interface Stack {
  id: string;
  y: number;
  height: number;
  schools: number;
}

function stacks(
  totals: ReadonlyMap<string, number>,
  order: FlowInput['order'],
  unit: number,
  least: number,
): Map<string, Stack> {
  let y = top;
  const found = new Map<string, Stack>();
  for (const { id } of order) {
    const schools = totals.get(id) ?? 0;
    if (schools === 0) continue;
    const height = schools * unit;
    found.set(id, { id, y, height, schools });
    y += Math.max(height, least) + gap;
  }
  return found;
}

const totalsOf = (flows: readonly Flow[], side: 'from' | 'to') => {
  const totals = new Map<string, number>();
  for (const flow of flows) totals.set(flow[side], (totals.get(flow[side]) ?? 0) + flow.schools);
  return totals;
};

/**
 * Bands between two stacks: how many schools moved from each cluster to each other one. Those that stay are quiet, those
 * that move are strong. Written as text: no library draws this, and nothing of it needs a document.
 */
export function clusterFlow({ flows, order, label, sides }: FlowInput, width: number): string {
  const all = flows.reduce((sum, { schools }) => sum + schools, 0);
  const narrow = width < 500;
  const least = leastOf(narrow);
  const unit = Math.min(1.2, 300 / Math.max(1, all));
  const [left, right] = (['from', 'to'] as const).map((side) =>
    stacks(totalsOf(flows, side), order, unit, least),
  );
  if (!left || !right) return '';
  const side = narrow ? 122 : 175;
  const [x0, x1] = [side, width - side];
  const rank = (id: string) => order.findIndex((one) => one.id === id);
  const sorted = flows.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const bands = sorted.map((flow) => {
    const height = flow.schools * unit;
    const start = (left.get(flow.from)?.y ?? 0) + (used.from.get(flow.from) ?? 0);
    const end = (right.get(flow.to)?.y ?? 0) + (used.to.get(flow.to) ?? 0);
    used.from.set(flow.from, (used.from.get(flow.from) ?? 0) + height);
    used.to.set(flow.to, (used.to.get(flow.to) ?? 0) + height);
    const middle = (x0 + x1) / 2;
    const a = x0 + bar;
    const path = `M${px(a)},${px(start)}C${px(middle)},${px(start)} ${px(middle)},${px(end)} ${px(x1 - bar)},${px(end)}V${px(end + height)}C${px(middle)},${px(end + height)} ${px(middle)},${px(start + height)} ${px(a)},${px(start + height)}Z`;
    const stays = flow.from === flow.to;
    return `<path d="${path}" fill="var(--chart-${stays ? 'grid' : 'strong'}, ${stays ? '#e3e4df' : '#17557a'})" fill-opacity="${stays ? 1 : 0.45}" />`;
  });
  const named = (id: string) => escaped(order.find((one) => one.id === id)?.name ?? id);
  const columns = [...left.values()].map((one) => ({ ...one, x: x0, text: x0 - 6, anchor: 'end' }));
  const others = [...right.values()].map((one) => ({ ...one, x: x1 - bar, text: x1 + 6, anchor: 'start' }));
  const marks = [...columns, ...others].map(
    ({ id, x, y, height, schools, text, anchor }) =>
      `<rect x="${px(x)}" y="${px(y)}" width="${bar}" height="${px(Math.max(1, height))}" fill="var(--chart-context, #6b7076)" />` +
      `<text x="${px(text)}" y="${px(y + 11)}" text-anchor="${anchor}">${named(id)}${narrow ? `<tspan x="${px(text)}" dy="14">${schools}</tspan>` : `: ${schools}`}</text>`,
  );
  const bottom = Math.max(...[...columns, ...others].map(({ y, height }) => y + Math.max(height, least)));
  const heads = `<text x="${px(x0 + bar)}" y="12" text-anchor="end" font-weight="600">${escaped(sides[0])}</text><text x="${px(x1 - bar)}" y="12" font-weight="600">${escaped(sides[1])}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${px(bottom + 6)}" width="${width}" height="${px(bottom + 6)}" role="img" aria-label="${escaped(label)}" font-size="12" fill="var(--chart-text, #3d4248)">${heads}${bands.join('')}${marks.join('')}</svg>`;
}

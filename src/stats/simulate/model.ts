import type { Beta } from '../beta-binomial.ts';
import type { Stratum } from '../cochran-mantel-haenszel.ts';
import { drawBeta, drawBinomial, drawNormal } from '../draw.ts';
import type { Rng } from '../rng.ts';
import type { Interval } from '../wilson.ts';

/** The invented region; docs/simulation.md says it in words. Shares and changes are fractions. */
export interface Model {
  schools: number;
  grades: number;
  /** Pupils per grade, spread evenly on a logarithmic scale. */
  sizes: Interval;
  /** Spread of true shares between schools, drawn again when outside 0.06…0.9. */
  prior: Beta;
  /** Change of difficulty of each grade's work, common to the region, uniform between the ends. */
  shift: Interval;
  /** What the shift is added to: the share, or its logit. */
  scale: 'share' | 'logit';
  /** Standard deviation of a cohort's true share around its school's: 0 when cohorts are alike. */
  drift: number;
  /** Part of the schools with a true share of 0.20 or more that truly change, and by how much. */
  changed: { part: number; effect: number };
}

export const plain: Model = {
  schools: 100,
  grades: 5,
  sizes: { low: 12, high: 120 },
  prior: { a: 2, b: 8 },
  shift: { low: -0.05, high: 0.05 },
  scale: 'share',
  drift: 0,
  changed: { part: 0, effect: 0 },
};

/** One series of a school; `shift` is the region's observed change, `truth` the school's true relative change. */
export interface Series extends Stratum {
  truth: number;
}

export interface School {
  size: number;
  /** True share in the first year. */
  share: number;
  changed: boolean;
  series: Series[];
}

interface Draft {
  size: number;
  share: number;
  changed: boolean;
}

function drawSchool(random: Rng, { sizes, prior, changed }: Model): Draft {
  const size = Math.round(sizes.low * (sizes.high / sizes.low) ** random());
  let share = drawBeta(random, prior);
  while (share < 0.06 || share > 0.9) share = drawBeta(random, prior);
  return { size, share, changed: share >= 0.2 && random() < changed.part };
}

const inside = (share: number) => Math.min(0.999, Math.max(0.001, share));

function moved(share: number, shift: number, scale: Model['scale']): number {
  if (scale === 'share') return inside(share + shift);
  return 1 / (1 + ((1 - share) / share) * Math.exp(-shift));
}

/** One grade of every school in both years, and what the region as a whole did. */
function drawGrade(random: Rng, schools: readonly Draft[], model: Model): Series[] {
  const shift = model.shift.low + (model.shift.high - model.shift.low) * random();
  const cohort = (size: number, share: number) => {
    const total = Math.round(Math.min(120, Math.max(12, size * (0.9 + 0.2 * random()))));
    const own = model.drift > 0 ? inside(share + model.drift * drawNormal(random)) : share;
    return { count: drawBinomial(random, total, own), total };
  };
  const rows = schools.map(({ size, share, changed }) => {
    const later = inside(moved(share, shift, model.scale) + (changed ? model.changed.effect : 0));
    return { before: cohort(size, share), after: cohort(size, later), share, later };
  });
  const sum = (value: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + value(row), 0);
  const before = sum((row) => row.before.total);
  const after = sum((row) => row.after.total);
  const observed = sum((row) => row.after.count) / after - sum((row) => row.before.count) / before;
  const truly =
    sum((row) => row.later * row.after.total) / after - sum((row) => row.share * row.before.total) / before;
  return rows.map((row) => ({
    before: row.before,
    after: row.after,
    shift: observed,
    truth: row.later - row.share - truly,
  }));
}

/** Draws one region: every school with one series per grade. */
export function drawRegion(random: Rng, model: Model): School[] {
  const drafts = Array.from({ length: model.schools }, () => drawSchool(random, model));
  const grades = Array.from({ length: model.grades }, () => drawGrade(random, drafts, model));
  return drafts.map((draft, i) => ({ ...draft, series: grades.flatMap((grade) => grade[i] ?? []) }));
}

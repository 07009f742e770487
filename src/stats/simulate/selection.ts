import type { Beta } from '../beta-binomial.ts';
import { commonShare, fitBetaBinomial } from '../beta-binomial-fit.ts';
import { change } from '../change.ts';
import { share } from '../proportion.ts';
import { regressionToMean } from '../regression-to-mean.ts';
import { rng } from '../rng.ts';
import { settings } from './coverage.ts';
import { drawRegion, type Model, type Series } from './model.ts';
import { scatterOf } from './scatter.ts';
import { count, type Tally, tally } from './tally.ts';

/** How often picked schools were called improved, by what was asked. */
export interface Selection {
  /** Lens 1: the share fell. */
  formal: Tally;
  /** Lens 2: it fell by more than the region's. */
  relative: Tally;
  /** Lens 3: confirmed. */
  confirmed: Tally;
  /** Lens 4 as `methodology.md` words it: no shrinkage when the fit fails. */
  net: Tally;
  /** Lens 4 with the common share as the prior when the fit fails. */
  netCommon: Tally;
  /** The same with the scatter of cohorts, estimated from the region, added to the variance. */
  netWidened: Tally;
  /** Lens 4 without any prior. */
  netNone: Tally;
  /** Regions where the fit failed. */
  failedFits: Tally;
}

const selection = (): Selection => ({
  formal: tally(),
  relative: tally(),
  confirmed: tally(),
  net: tally(),
  netCommon: tally(),
  netWidened: tally(),
  netNone: tally(),
  failedFits: tally(),
});

/** Lens 4's counterpart of "improved": so few failures would come in 2.5 % of cases, and the excess matters. */
function isNetImproved(prior: Beta | null, { before, after, shift }: Series, scatter = 0): boolean {
  const { excess, lowerTail } = regressionToMean(prior, before, after, shift, scatter);
  return lowerTail <= (1 - settings.confidence) / 2 && -excess >= settings.practicalEffect;
}

/**
 * What the four lenses say of schools picked because at least `threshold` failed in one series of the first year.
 * With `model.changed` only truly changed schools are counted; without, all picked.
 */
export function afterSelection(model: Model, regions: number, threshold: number, seed: number): Selection {
  const found = selection();
  const wanted = model.changed.part > 0;
  for (let region = 0; region < regions; region += 1) {
    const schools = drawRegion(rng(seed + region), { ...model, grades: 1 });
    const befores = schools.flatMap(({ series }) => series.map(({ before }) => before));
    const prior = fitBetaBinomial(befores);
    const common = prior ?? commonShare(befores);
    const scatter = scatterOf(schools);
    count(found.failedFits, prior === null);
    for (const { series, changed } of schools) {
      for (const one of series) {
        if (changed !== wanted || share(one.before) < threshold) continue;
        const { formal, relative, verdict } = change(one, settings);
        count(found.formal, formal < 0);
        count(found.relative, relative < 0);
        count(found.confirmed, verdict === 'improved');
        count(found.net, isNetImproved(prior, one));
        count(found.netCommon, isNetImproved(common, one));
        count(found.netWidened, isNetImproved(common, one, scatter));
        count(found.netNone, isNetImproved(null, one));
      }
    }
  }
  return found;
}

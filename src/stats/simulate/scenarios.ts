import { type Model, plain } from './model.ts';

const easier = { low: -0.4, high: -0.2 };
const harder = { low: 0.2, high: 0.4 };

/** A region as the methodology imagines it: every departure of the scenarios below is from this. */
export const assumed: Readonly<Record<string, Model>> = {
  'nobody changes': plain,
  'some improve by 10 points': { ...plain, changed: { part: 0.3, effect: -0.1 } },
};

/** What real regions may do that the methodology does not allow for. `widened`: intervals widened by the scatter. */
export const departures: Readonly<Record<string, { model: Model; widened: boolean }>> = {
  'none, widened all the same': { model: plain, widened: true },
  'cohorts differ, deviation 3 points': { model: { ...plain, drift: 0.03 }, widened: false },
  'the same, widened': { model: { ...plain, drift: 0.03 }, widened: true },
  'cohorts differ, deviation 5 points': { model: { ...plain, drift: 0.05 }, widened: false },
  'the same 5 points, widened': { model: { ...plain, drift: 0.05 }, widened: true },
  'an easier year moves logits by −0.3': {
    model: { ...plain, scale: 'logit', shift: easier },
    widened: false,
  },
  'a harder year moves logits by +0.3': {
    model: { ...plain, scale: 'logit', shift: harder },
    widened: false,
  },
};

/** Regions in which schools are picked for a high share of failures. */
export const picked: Readonly<Record<string, Model>> = {
  'nobody changes': plain,
  'schools hardly differ (27 %, deviation 1 point)': { ...plain, prior: { a: 530, b: 1430 } },
  'cohorts differ, deviation 5 points': { ...plain, drift: 0.05 },
  'an easier year moves logits by −0.3': { ...plain, scale: 'logit', shift: easier },
  'picked ones that truly improve by 10 points': { ...plain, changed: { part: 0.2, effect: -0.1 } },
};

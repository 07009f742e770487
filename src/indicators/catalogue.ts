import { failRate } from './fail-rate.ts';
import type { Indicator } from './indicator.ts';
import { passRate } from './pass-rate.ts';
import { qualityRate } from './quality-rate.ts';
import { scoreMean } from './score-mean.ts';

/** Every indicator, in the order of the catalogue. */
export const indicators: readonly Indicator[] = [failRate, passRate, qualityRate, scoreMean];

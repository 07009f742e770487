import { biasListed } from './bias-listed.ts';
import { deficitSchools } from './deficit-schools.ts';
import { deficitsEliminated } from './deficits-eliminated.ts';
import { deficitsIdentified } from './deficits-identified.ts';
import { ege81 } from './ege-81.ts';
import { ege100 } from './ege-100.ts';
import { egeThreshold } from './ege-threshold.ts';
import { essayPass } from './essay-pass.ts';
import { extraLessons } from './extra-lessons.ts';
import { failRate } from './fail-rate.ts';
import { grade9Continued } from './grade-9-continued.ts';
import { grade11Continued } from './grade-11-continued.ts';
import type { Indicator } from './indicator.ts';
import { individualRoutes } from './individual-routes.ts';
import { lowResultsShare } from './low-results-share.ts';
import { lowWellbeingQuartile } from './low-wellbeing-quartile.ts';
import { mentoring } from './mentoring.ts';
import { noPreventionSystem } from './no-prevention-system.ts';
import { noRiskPrevention } from './no-risk-prevention.ts';
import { objectivityIndex } from './objectivity-index.ts';
import { ogeMax } from './oge-max.ts';
import { ogeThreshold } from './oge-threshold.ts';
import { olympiadParticipation } from './olympiad-participation.ts';
import { parentEvents } from './parent-events.ts';
import { passRate } from './pass-rate.ts';
import { positiveDynamicsPerformance } from './positive-dynamics-performance.ts';
import { positiveDynamicsSubject } from './positive-dynamics-subject.ts';
import { preventionSystem } from './prevention-system.ts';
import { qualityRate } from './quality-rate.ts';
import { scoreMean } from './score-mean.ts';
import { vprBasicMain } from './vpr-basic-main.ts';
import { vprBasicPrimary } from './vpr-basic-primary.ts';
import { vprBasicSecondary } from './vpr-basic-secondary.ts';

/** Indicators of every series of results, each a file of its own: src/contract/published.ts, `indicators`. */
export const indicators: readonly Indicator[] = [failRate, passRate, qualityRate, scoreMean];

/** The 27 indicators of the orders, in the order of the methodology; their rows are the table `monitoring`. */
export const orderIndicators: readonly Indicator[] = [
  lowResultsShare,
  olympiadParticipation,
  grade11Continued,
  grade9Continued,
  biasListed,
  deficitSchools,
  lowWellbeingQuartile,
  noRiskPrevention,
  noPreventionSystem,
  individualRoutes,
  extraLessons,
  positiveDynamicsSubject,
  positiveDynamicsPerformance,
  deficitsIdentified,
  deficitsEliminated,
  vprBasicPrimary,
  vprBasicMain,
  vprBasicSecondary,
  ogeThreshold,
  ogeMax,
  essayPass,
  egeThreshold,
  ege81,
  ege100,
  preventionSystem,
  parentEvents,
  mentoring,
];

/** Further rows of `monitoring`, which no order lists. */
export const otherIndicators: readonly Indicator[] = [objectivityIndex];

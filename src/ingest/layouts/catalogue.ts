import { basicLevel } from './basic-level.ts';
import { deficits, socialPassport } from './context.ts';
import { examCentre } from './exam-centre.ts';
import { journal } from './journal.ts';
import type { Layout, Recognised, Sighting } from './layout.ts';
import { marksLong } from './marks-long.ts';
import { marksNative } from './marks-native.ts';
import { moscow9722 } from './moscow-9722.ts';
import { objectivity } from './objectivity.ts';
import { scoresLong, scoresNative } from './scores.ts';
import { tasks } from './tasks.ts';
import { vpr2020 } from './vpr-2020.ts';
import { vpr2021 } from './vpr-2021.ts';
import { vpr2022 } from './vpr-2022.ts';
import { vprSchool } from './vpr-school.ts';

/** Every export form that is known, more particular ones before those that they would also fit. */
export const layouts: readonly Layout[] = [
  ...[vpr2020, vpr2021, vpr2022, vprSchool],
  ...[scoresLong, scoresNative, marksLong, marksNative, journal, basicLevel, tasks],
  ...[objectivity, examCentre, deficits, socialPassport, moscow9722],
];

/** Below this a guess is not offered. */
const leastConfidence = 0.6;

export interface Guess extends Recognised {
  id: string;
}

/** What a sighting may be, best first. */
export function guesses(sighting: Sighting): Guess[] {
  const found = layouts.flatMap((layout) => {
    const recognised = layout.recognise(sighting);
    return recognised && recognised.confidence >= leastConfidence ? [{ id: layout.id, ...recognised }] : [];
  });
  return found.sort((a, b) => b.confidence - a.confidence);
}

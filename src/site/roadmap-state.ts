import type { ActivityState } from '../contract/roadmap.ts';

/** One time that an activity falls due, ISO days. */
export interface Times {
  opens: string;
  due: string;
}

export interface StateOnDay {
  state: ActivityState;
  nextOpens: string | null;
  nextDue: string | null;
}

/**
 * The state of an activity on a day, as src/indicators/roadmap-states.sql derives it; for the day that a reader chooses.
 * @param times in order
 * @param doneOn the day on which a result was recorded
 * @param reached whether observations show that the expected result was reached
 */
export function stateOn(
  times: readonly Times[],
  doneOn: string | null,
  reached: boolean,
  day: string,
): StateOnDay {
  const ahead = times.filter(({ due }) => due >= day);
  const [next] = ahead;
  const dates = { nextOpens: next?.opens ?? null, nextDue: next?.due ?? null };
  if (reached || (doneOn !== null && doneOn <= day)) return { state: 'done', ...dates };
  if (times.length === 0) return { state: 'no-date', ...dates };
  if (!next) return { state: 'overdue', ...dates };
  if (ahead.length === times.length && next.opens > day) return { state: 'upcoming', ...dates };
  return { state: times.length > 1 ? 'recurring' : 'due', ...dates };
}

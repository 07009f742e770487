import { lastRun, type RunLog } from '../run-log.ts';
import { type Finding, finding } from './check.ts';

/** The longest stages of a run and what each took, most first. */
const longest = ({ stages }: RunLog): string[] =>
  stages
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 5)
    .map(({ stage, of, seconds, peak_mb }) => {
      const name = of === undefined ? stage : `${of} → ${stage}`;
      return `${name}: ${seconds.toFixed(1)} s, ${peak_mb} MB`;
    });

/** How the last ingest and the last build on this machine ended and what their stages took. */
export function checkRuns(folder?: string): Finding[] {
  return ['ingest', 'build'].map((command) => {
    const run = lastRun(command, folder);
    if (run === undefined) return finding('runs', 'skipped', 'no-run', { command });
    const facts = {
      command,
      day: run.started.slice(0, 16).replace('T', ' '),
      seconds: run.seconds.toFixed(0),
      fault: run.fault ?? String(run.exit),
    };
    return run.exit === 0
      ? finding('runs', 'ok', 'run', facts, longest(run))
      : finding('runs', 'warning', 'failed-run', facts);
  });
}

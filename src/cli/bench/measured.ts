import { spawnSync } from 'node:child_process';

/** What one process cost. */
export interface Measured {
  seconds: number;
  /** Seconds of processor time, own and of the system, of every thread: says more than the clock on a busy machine. */
  processor: number;
  megabytes: number;
  /** What it printed. */
  told: string;
}

/** Peak of the process itself where the system tells it: a child's `maxRSS` begins with that of its parent. */
const probe = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  let kb = maxRSS;
  try { kb = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  console.log(JSON.stringify({ kb, processor: (userCPUTime + systemCPUTime) / 1e6 }));
});`;

/** Runs Node with these arguments to its end, which must be a good one. */
export function measured(args: readonly string[]): Measured {
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    { encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const last = run.stdout.trim().split('\n').at(-1) ?? '';
  const { kb, processor } = JSON.parse(last) as { kb: number; processor: number };
  const seconds = (performance.now() - start) / 1000;
  return { seconds, processor, megabytes: kb / 1024, told: run.stdout };
}

/** Heads of the columns that `measuredLine` fills. */
export const measuredHead = ['s', 'processor s', 'rows/s', 'peak MB', 'ratio', 'processor ratio'];

/** One line of a table: what a process cost over rows, and beside the baseline. */
export function measuredLine(
  name: string,
  rows: number,
  { seconds, processor, megabytes }: Measured,
  base: Measured,
): string[] {
  return [
    name,
    seconds.toFixed(2),
    processor.toFixed(2),
    Math.round(rows / seconds).toLocaleString('en'),
    megabytes.toFixed(0),
    (seconds / base.seconds).toFixed(2),
    (processor / base.processor).toFixed(2),
  ];
}

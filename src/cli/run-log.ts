import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What one stage of a run took; `of` names the stage that it is a part of. */
export interface StageLog {
  stage: string;
  of?: string;
  seconds: number;
  /** Highest memory of the whole process until the stage ended, MB. */
  peak_mb: number;
}

/** One run of a command: one line of JSON in the log. Holds no rows of data; only the operator sees it. */
export interface RunLog {
  command: string;
  arguments: string[];
  /** ISO 8601, UTC. */
  started: string;
  seconds: number;
  /** Exit code. */
  exit: number;
  /** Code of the fault that ended it. */
  fault?: string;
  node: string;
  stages: StageLog[];
  /** What was made: release, pages, files, bytes. */
  made: Record<string, string | number>;
}

/** Where runs are kept, one file per command; `DINAMIKA_LOGS` moves it. */
const logFolder = (): string => process.env.DINAMIKA_LOGS ?? '.cache/logs';

const logged = ['ingest', 'build', 'hub', 'start'];
/** A file larger than this is put aside once; the one before it goes. */
const mostBytes = 1_000_000;

const stages: StageLog[] = [];
const made: RunLog['made'] = {};
const open: string[] = [];

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Runs a part of a command and notes what it took, also when it fails. */
export async function logStage<T>(stage: string, work: () => Promise<T> | T): Promise<T> {
  const from = performance.now();
  const of = open.at(-1);
  open.push(stage);
  try {
    return await work();
  } finally {
    open.splice(open.lastIndexOf(stage), 1);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    stages.push({
      stage,
      ...(of === undefined ? {} : { of }),
      seconds: round((performance.now() - from) / 1000),
      peak_mb: peak,
    });
  }
}

/** Notes what the run has made. */
export function logMade(facts: RunLog['made']): void {
  Object.assign(made, facts);
}

/** Appends the run to the log of its command. A log that cannot be written stops nothing. */
export function writeRunLog(command: string, args: readonly string[], exit: number, fault?: string): void {
  if (!logged.includes(command)) return;
  const run: RunLog = {
    command,
    arguments: [...args],
    started: new Date(performance.timeOrigin).toISOString(),
    seconds: round(performance.now() / 1000),
    exit,
    ...(fault === undefined ? {} : { fault }),
    node: process.version,
    stages,
    made,
  };
  try {
    const folder = logFolder();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${command}.jsonl`);
    if (existsSync(file) && statSync(file).size > mostBytes) renameSync(file, `${file}.1`);
    appendFileSync(file, `${JSON.stringify(run)}\n`, { mode: 0o600 });
  } catch {
    // The disk may be full or read-only, which the command itself has said.
  }
}

/** The last run of a command, or undefined when there is none that can be read. */
export function lastRun(command: string, folder = logFolder()): RunLog | undefined {
  const file = join(folder, `${command}.jsonl`);
  if (!existsSync(file)) return undefined;
  // A run that was killed while it wrote leaves half a line.
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean).reverse();
  for (const line of lines) {
    try {
      return JSON.parse(line) as RunLog;
    } catch {}
  }
  return undefined;
}

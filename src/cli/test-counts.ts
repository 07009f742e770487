import { existsSync, readFileSync } from 'node:fs';

/** How many tests came out how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Of a report that was never written: the run broke off. */
const none: Counts = { passed: 0, failed: 1, skipped: 0 };

const read = <T>(file: string): T | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;

/** Counts of Vitest's report in JSON. */
export function vitestCounts(file: string): Counts {
  const report = read<Record<string, number>>(file);
  if (!report) return none;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = report;
  return { passed, failed, skipped };
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; tests: { status: string; results: { status: string }[] }[] }[];
}

interface Report extends Suite {
  stats: Record<string, number>;
}

/** Tests that passed at their second try, by name; true where the first came to no answer at all. */
function secondTries({ specs = [], suites = [] }: Suite): [string, boolean][] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ results }): [string, boolean] => [
        title,
        results.every(({ status }) => status === 'passed' || status === 'timedOut'),
      ]),
  );
  return [...own, ...suites.flatMap(secondTries)];
}

/**
 * Counts of Playwright's report in JSON. A test that passed at its second try counts as failed if the first gave a
 * wrong answer, and as passed if it gave none before its time was up, as when a browser hangs; those are named.
 */
export function playwrightCounts(file: string): Counts & { hung: string[] } {
  const report = read<Report>(file);
  if (!report) return { ...none, hung: [] };
  const { expected = 0, unexpected = 0, skipped = 0 } = report.stats;
  const tries = secondTries(report);
  const hung = tries.filter(([, silent]) => silent).map(([title]) => title);
  return { passed: expected + hung.length, failed: unexpected + tries.length - hung.length, skipped, hung };
}

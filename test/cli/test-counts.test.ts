import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '../../src/cli/test-counts.ts';
import { folderWith } from '../support.ts';

const spec = (title: string, status: string, ...results: string[]) => ({
  title,
  tests: [{ status, results: results.map((one) => ({ status: one })) }],
});

it('counts a wrong answer as failed though the second try was right, and a browser that hung as passed, by name', () => {
  const report = {
    suites: [
      {
        specs: [spec('right', 'expected', 'passed'), spec('wrong', 'unexpected', 'failed', 'failed')],
        suites: [
          {
            specs: [
              spec('wrong first', 'flaky', 'failed', 'passed'),
              spec('hung first', 'flaky', 'timedOut', 'passed'),
            ],
          },
        ],
      },
    ],
    stats: { expected: 1, unexpected: 1, flaky: 2, skipped: 0 },
  };
  const file = join(folderWith({ 'report.json': report }), 'report.json');
  expect(playwrightCounts(file)).toEqual({ passed: 2, failed: 2, skipped: 0, hung: ['hung first'] });
});

it('counts a run that left no report as failed', () => {
  const file = join(folderWith({}), 'report.json');
  expect(vitestCounts(file)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(playwrightCounts(file)).toEqual({ passed: 0, failed: 1, skipped: 0, hung: [] });
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../src/cli/chromium.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { line, seconds } from '../src/cli/progress.ts';
import { demoSite } from '../src/cli/start.ts';

const usage = `npm test [-- options]

Everything: types, lint, unit tests (SQL on both engines among them), the demo site built, browser tests on it.

  --only NAME    types | lint | unit | browser
  --lang ru|en   language of messages
  --help

Exit code: 0 all passed, 1 something failed.`;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string): string => `node_modules/.bin/${name}`;
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: '0',
  // Tests start commands many times over.
  NODE_COMPILE_CACHE: join(process.cwd(), '.cache/compiled'),
};

function run(name: string, program: string, args: string[], extra: Record<string, string> = {}): boolean {
  const start = performance.now();
  line(`\n── ${name}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...environment, ...extra } });
  line(`${status === 0 ? '✓' : '✗'} ${name} (${seconds(start)})`);
  return status === 0;
}

function vitestCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = report;
  return { passed, failed, skipped };
}

function playwrightCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: Record<string, number> };
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function unit(): [boolean, Counts] {
  const file = '.cache/vitest.json';
  rmSync(file, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return [run('unit', bin('vitest'), args), vitestCounts(file)];
}

function browser(): [boolean, Counts] {
  const file = '.cache/playwright.json';
  rmSync(file, { force: true });
  const extra = { CHROMIUM_PATH: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const passed = run('browser', bin('playwright'), ['test', '--reporter=list,json'], extra);
  return [passed, playwrightCounts(file)];
}

await command(usage, async (args, lang) => {
  const { values } = parse(args, { only: { type: 'string' } });
  if (values.only !== undefined && !['types', 'lint', 'unit', 'browser'].includes(values.only)) {
    throw new UsageError(`unknown check: ${values.only}`);
  }
  const wants = (name: string) => values.only === undefined || values.only === name;
  const failures: string[] = [];
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const check = (name: string, passed: boolean, more?: Counts) => {
    if (!passed) failures.push(name);
    counts.passed += more?.passed ?? (passed ? 1 : 0);
    counts.failed += more?.failed ?? (passed ? 0 : 1);
    counts.skipped += more?.skipped ?? 0;
  };
  if (wants('types'))
    check('types', run('types', bin('astro'), ['check', '--minimumFailingSeverity', 'warning']));
  if (wants('lint')) check('lint', run('lint', bin('biome'), ['ci', '.']));
  if (wants('unit') || wants('browser')) {
    // Before the unit tests: byte budgets weigh the built site.
    line('\n── demo site');
    await demoSite(lang);
  }
  if (wants('unit')) check('unit', ...unit());
  if (wants('browser')) check('browser', ...browser());
  line(failures.length === 0 ? '\nall checks passed' : `\nfailed: ${failures.join(', ')}`);
  line(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (failures.length > 0 || counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
});

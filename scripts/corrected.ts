import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { writeCorrected } from '../src/cli/disclosure/corrected.ts';
import type { AuditSummary, Latest } from '../src/contract/public.ts';
import { openNative } from '../src/query/native.ts';
import { rng } from '../src/stats/rng.ts';

const usage = `node scripts/corrected.ts [options]

Publishes the demo set by npm run ingest, then corrects its raw files at random and publishes them again into the same
folders, as often as wanted; each release is attacked beside all that are there. At the end the last set is published once
more, which must make no new release. Prints a Markdown table; the exit code is that of the first ingest that fails.

  --releases N     corrected releases one after another (default 1)
  --rows N         rows corrected in each (default 60)
  --gone N         rows taken out in each (default 5)
  --preset NAME    public or rounded (default public)
  --seed N         of the corrections (default 1)
  --keep DIR       where sets, releases and private tables stay; without it they are removed
  --lang ru|en     language of messages
  --help`;

const wholeNumber = (name: string, value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new UsageError(`--${name} takes a whole number`);
  return number;
};

/** Rows of a release that say that they hold on to what was hidden, as cells of a table. */
async function heldBack(release: string): Promise<string[]> {
  const engine = await openNative({ threads: 1 });
  const isExact = 'participants_low = participants_high';
  const [row] = await engine.query<Record<string, number>>(`SELECT
      count(*) FILTER (WHERE protection = 'remembered') AS remembered,
      count(*) FILTER (WHERE level <> 'school') AS totals,
      count(*) FILTER (WHERE protection = 'corrected') AS corrected,
      count(*) FILTER (WHERE protection = 'corrected' AND ${isExact}) AS exact
    FROM read_parquet('${join(release, 'results.parquet').replaceAll("'", "''")}')`);
  await engine.close();
  return ['remembered', 'totals', 'corrected', 'exact'].map((name) => String(row?.[name]));
}

await command(usage, async (args) => {
  const { values } = parse(args, {
    releases: { type: 'string', default: '1' },
    rows: { type: 'string', default: '60' },
    gone: { type: 'string', default: '5' },
    preset: { type: 'string', default: 'public' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  });
  const [releases, changed, removed, seed] = (['releases', 'rows', 'gone', 'seed'] as const).map((name) =>
    wholeNumber(name, values[name]),
  ) as [number, number, number, number];
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'dinamika-corrected-'));
  const [out, work] = [join(folder, 'data'), join(folder, 'work')];
  const ingest = (set: string): string => {
    const args = [set, '--out', out, '--work', work, '--preset', values.preset];
    const { status } = spawnSync(process.execPath, ['scripts/ingest.ts', ...args], {
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) process.exit(status ?? 1);
    return (JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8')) as Latest).release;
  };
  const tell = async (release: string, cells: string[]) => {
    const audit = JSON.parse(readFileSync(join(out, release, 'audit.json'), 'utf8')) as AuditSummary;
    const attacked = [audit.previous.length, audit.hidden, audit.equations].map(String);
    console.log(
      `| ${[release, ...cells, ...attacked, ...(await heldBack(join(out, release)))].join(' | ')} |`,
    );
  };
  try {
    console.log(
      '| release | rows corrected | taken out | beside | hidden counts attacked | equations | rows remembered | totals | of them corrected | of these exact |',
    );
    console.log(`| ---${' | ---:'.repeat(9)} |`);
    const random = rng(seed);
    let set = 'data/demo';
    let release = ingest(set);
    await tell(release, ['–', '–']);
    for (let number = 1; number <= releases; number++) {
      const next = join(folder, `set-${number}`);
      const done = writeCorrected(set, next, { changed, removed }, random);
      set = next;
      release = ingest(set);
      await tell(release, [done.changed, done.removed].map(String));
    }
    const again = ingest(set);
    console.log(
      `\nThe last set once more: ${again === release ? 'the same release' : `ANOTHER RELEASE, ${again}`}.`,
    );
    if (again !== release) process.exitCode = 1;
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
});

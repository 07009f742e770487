import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { releasesOf } from '../src/cli/guard.ts';
import { line } from '../src/cli/progress.ts';
import { intactRelease } from '../src/cli/release.ts';
import { Fault } from '../src/contract/fault.ts';
import { helpOf } from '../src/i18n/commands.ts';
import { damagedFiles } from '../src/publish/verify.ts';

await command(helpOf('verify'), async (args) => {
  const { positionals } = parse(args, {});
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError((words) => words.oneFolder);
  if (!existsSync(dir)) throw new Fault('no-release', { file: dir });
  if (existsSync(join(dir, 'latest.json'))) intactRelease(dir);
  const folders = existsSync(join(dir, 'manifest.json'))
    ? [dir]
    : releasesOf(dir).map(({ folder }) => folder);
  if (folders.length === 0) throw new Fault('no-release', { file: dir });
  let first: { file: string; problem: string } | undefined;
  for (const folder of folders) {
    const damage = damagedFiles(folder);
    for (const { path, fault } of damage) {
      console.error(`${join(folder, path)}: ${fault}`);
      first ??= { file: join(folder, path), problem: fault };
    }
    if (damage.length === 0) line(`✓ ${folder}`);
  }
  if (first) throw new Fault('damaged-release', { file: first.file }, { problem: first.problem });
});

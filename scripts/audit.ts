import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { auditRelease } from '../src/audit/audit.ts';
import { releaseFolders } from '../src/audit/release.ts';
import { reportText } from '../src/cli/audit-words.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { line } from '../src/cli/progress.ts';
import { rememberPassed } from '../src/cli/verdict.ts';
import { Fault } from '../src/contract/fault.ts';

const usage = `npm run audit -- <folder> [options]

Attacks a release as a reader would: rebuilds every equation of its public files and computes what they betray.
<folder> is a release, or a folder of releases: the newest is attacked with all others beside it.

  --site DIR         the built site as well
  --canaries FILE    words, one per line, that may be in no byte of data and site
  --previous DIR     an earlier release that readers may have kept; may be repeated
  --json FILE        the whole report
  --each N           findings printed of each kind (3)
  --lang ru|en       language of messages
  --help

Exit code: 0 no leak found, 1 a leak, a contradiction or an unsolved program, 2 wrong call.`;

const lines = (file: string): string[] => {
  if (!existsSync(file)) throw new Fault('missing-file', { file });
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((word) => word !== '');
};

await command(usage, async (args, lang) => {
  const { positionals, values } = parse(args, {
    site: { type: 'string' },
    canaries: { type: 'string' },
    previous: { type: 'string', multiple: true },
    json: { type: 'string' },
    each: { type: 'string' },
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError((words) => words.oneFolder);
  const each = Number(values.each ?? 3);
  if (!Number.isInteger(each) || each < 0) throw new UsageError('--each takes a whole number');
  for (const path of [folder, ...(values.previous ?? []), ...(values.site ? [values.site] : [])])
    if (!existsSync(path)) throw new Fault('no-release', { file: path });
  const report = await auditRelease(folder, {
    site: values.site,
    previous: values.previous,
    canaries: values.canaries === undefined ? undefined : lines(values.canaries),
  });
  if (values.previous === undefined) rememberPassed(releaseFolders(folder), report);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
  for (const text of reportText(report, lang, each)) line(text);
  if (!report.passed) process.exitCode = 1;
});

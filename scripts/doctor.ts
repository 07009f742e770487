import { writeFileSync } from 'node:fs';
import { command, parse } from '../src/cli/command.ts';
import { checkData } from '../src/cli/doctor/data.ts';
import { checkEnvironment } from '../src/cli/doctor/environment.ts';
import { checkSite } from '../src/cli/doctor/site.ts';
import { line } from '../src/cli/progress.ts';
import { findingLines, findingTotal } from '../src/i18n/doctor.ts';

const usage = `npm run doctor [-- options]

Checks the machine, the releases and the built site, and says what to do about what is wrong.

  --data DIR     folder of releases (default public/data)
  --site DIR     folder of the built site (default dist)
  --base PATH    path below which the site was built (default /)
  --json FILE    writes the findings as JSON as well
  --lang ru|en   language of messages
  --help

Exit code: 0 nothing failed, 1 something failed, 2 wrong call.`;

await command(usage, async (args, lang) => {
  const { values } = parse(args, {
    data: { type: 'string', default: 'public/data' },
    site: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    json: { type: 'string' },
  });
  const { findings: data, manifest } = checkData(values.data);
  const findings = [
    ...(await checkEnvironment(values.data)),
    ...data,
    ...checkSite(values.site, values.base, manifest?.release),
  ];
  for (const each of findings) for (const text of findingLines(each, lang)) line(text);
  line(findingTotal(findings, lang));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(findings, undefined, 2)}\n`);
  if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
});

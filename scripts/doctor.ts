import { writeFileSync } from 'node:fs';
import { command, parse } from '../src/cli/command.ts';
import { checkData } from '../src/cli/doctor/data.ts';
import { checkEnvironment } from '../src/cli/doctor/environment.ts';
import { checkHub } from '../src/cli/doctor/hub.ts';
import { checkRuns } from '../src/cli/doctor/runs.ts';
import { checkSite } from '../src/cli/doctor/site.ts';
import { line } from '../src/cli/progress.ts';
import { findingLines, findingTotal } from '../src/i18n/doctor.ts';

const usage = `npm run doctor [-- options]

Checks the machine, the releases, the built site (links, policy, weight by kind, reading without a network), the page of
a country where there is one, and how the last runs ended; says what to do about what is wrong.

  --data DIR     folder of releases (default public/data)
  --site DIR     folder of the built site (default dist)
  --base PATH    path below which the site was built (default /)
  --hub DIR      folder of the page of a country (default hub)
  --json FILE    writes the findings as JSON as well
  --lang ru|en   language of messages
  --help

Exit code: 0 nothing failed, 1 something failed, 2 wrong call.`;

await command(usage, async (args, lang) => {
  const { values } = parse(args, {
    data: { type: 'string', default: 'public/data' },
    site: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    hub: { type: 'string', default: 'hub' },
    json: { type: 'string' },
  });
  const { findings: data, manifest } = checkData(values.data);
  const findings = [
    ...(await checkEnvironment(values.data)),
    ...data,
    ...checkSite(values.site, values.base, manifest?.release),
    ...checkHub(values.hub, values.base),
    ...checkRuns(),
  ];
  for (const each of findings) for (const text of findingLines(each, lang)) line(text);
  line(findingTotal(findings, lang));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(findings, undefined, 2)}\n`);
  if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
});

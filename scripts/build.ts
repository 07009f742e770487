import { buildSite } from '../src/cli/build.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';

const usage = `npm run build [-- options]

Builds the static site of the latest release.

  --data DIR     folder with latest.json and the releases (default public/data)
  --out DIR      folder of the site (default dist); replaced only when the build succeeds
  --site URL     address the site will have, for canonical links (default DINAMIKA_SITE)
  --base PATH    path below which it will stand (default /)
  --lang ru|en   language of messages
  --help

Exit code: 0 built, 1 the release is missing or damaged, 2 wrong call, 3 a fault of ours.`;

await command(usage, async (args) => {
  const { values } = parse(args, {
    data: { type: 'string', default: 'public/data' },
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
    base: { type: 'string', default: '/' },
  });
  const site = values.site ?? process.env.DINAMIKA_SITE;
  if (site !== undefined && !URL.canParse(site))
    throw new UsageError(`--site takes an address such as https://example.org, not ${site}`);
  await buildSite({ data: values.data, out: values.out, site, base: values.base });
});

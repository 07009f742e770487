import { buildSite } from '../src/cli/build.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { helpOf } from '../src/i18n/commands.ts';

await command(helpOf('build'), async (args) => {
  const { values } = parse(args, {
    data: { type: 'string', default: 'public/data' },
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
    base: { type: 'string', default: '/' },
    'no-offline': { type: 'boolean', default: false },
  });
  const site = values.site ?? process.env.DINAMIKA_SITE;
  if (site !== undefined && !URL.canParse(site)) throw new UsageError((words) => words.site(String(site)));
  await buildSite({
    ...{ data: values.data, out: values.out, site, base: values.base },
    offline: !values['no-offline'],
  });
});

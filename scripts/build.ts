import { buildSite } from '../src/cli/build.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { readScope, scopeWords } from '../src/embeds/scope.ts';
import { helpOf } from '../src/i18n/commands.ts';

await command(helpOf('build'), async (args) => {
  const { values } = parse(args, {
    data: { type: 'string', default: 'public/data' },
    out: { type: 'string', default: 'dist' },
    site: { type: 'string' },
    base: { type: 'string', default: '/' },
    'no-offline': { type: 'boolean', default: false },
    embeds: { type: 'string', default: 'all' },
  });
  const site = values.site ?? process.env.DINAMIKA_SITE;
  if (site !== undefined && !URL.canParse(site)) throw new UsageError((words) => words.site(String(site)));
  const embeds = readScope(values.embeds);
  if ('wrong' in embeds) throw new UsageError((words) => words.embeds(embeds.wrong, scopeWords.join(', ')));
  await buildSite({
    ...{ data: values.data, out: values.out, site, base: values.base },
    ...{ offline: !values['no-offline'], embeds },
  });
});

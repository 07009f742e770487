import { command, parse, UsageError } from '../src/cli/command.ts';
import { makeHub } from '../src/cli/hub/hub.ts';
import { line, spoken } from '../src/cli/progress.ts';
import { helpOf } from '../src/i18n/commands.ts';
import { describeFault } from '../src/i18n/faults.ts';

await command(helpOf('hub'), async (args, lang) => {
  const { values, positionals } = parse(args, {
    out: { type: 'string', default: 'hub' },
    work: { type: 'string', default: '.cache/hub' },
    base: { type: 'string', default: '/' },
    site: { type: 'string' },
    lake: { type: 'string' },
  });
  const [regions] = positionals;
  if (regions === undefined || positionals.length > 1) throw new UsageError((words) => words.oneFolder);
  if (values.site !== undefined && !URL.canParse(values.site))
    throw new UsageError((words) => words.site(String(values.site)));
  const { out, work, base, site, lake } = values;
  const { faults, laid } = await makeHub({ regions, out, work, base, site, lake });
  if (lake !== undefined) line(`✓ ${spoken().lake(laid)}`);
  for (const { id, fault, stays } of faults) {
    console.error(`${id}: ${describeFault(fault, lang)}`);
    console.error(stays ? spoken().regionStays : spoken().regionMissing);
  }
  if (faults.length > 0) process.exitCode = 1;
});

import { writeFileSync } from 'node:fs';
import { command, parse } from '../src/cli/command.ts';
import { fontPart, fontParts } from '../src/cli/fonts.ts';
import { line } from '../src/cli/progress.ts';

const usage = `npm run fonts

Cuts from Golos Text what every page needs into src/styles/fonts: 7 KB less for a phone to load.
The same bytes every time; run it when the typeface's package changes.`;

await command(usage, async (args) => {
  parse(args, {});
  for (const name of Object.keys(fontParts)) {
    const bytes = await fontPart(name);
    writeFileSync(`src/styles/fonts/${name}.woff2`, bytes);
    line(`src/styles/fonts/${name}.woff2: ${bytes.length}`);
  }
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from './fixtures.ts';
import { writeFixture } from './make.ts';

/** Writes the source files of every fixture; golden.json stays as it is. */
const folder = 'test/files/layouts';
for (const [name, files] of Object.entries(fixtures)) {
  for (const file of Object.keys(files)) rmSync(join(folder, name, file), { force: true });
  writeFixture(join(folder, name), files);
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../support.ts';

/** Builds a site of the releases in a folder as the command does. */
export function builtOf(data: string): string {
  const site = join(temporaryFolder(), 'site');
  const args = ['scripts/build.ts', '--data', data, '--out', site, '--site', 'https://odd.example'];
  // What is tested does not depend on how well the engine is packed.
  const env = { ...process.env, DINAMIKA_BROTLI: '9' };
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status, stderr + stdout).toBe(0);
  return site;
}

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { Fault } from '../contract/fault.ts';
import { line } from './progress.ts';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const isExecutable = (path: string | undefined): path is string => {
  try {
    accessSync(path ?? '', constants.X_OK);
    return path !== undefined;
  } catch {
    return false;
  }
};

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Installs Debian's Chromium where this process may: as root, on a machine with apt. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return false;
  line('… installing chromium from Debian');
  return (
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  );
}

/** The Chromium of this machine, if there is one. */
export const chromiumHere = (): string | undefined => places.find(isExecutable);

/**
 * The Chromium that drives the browser tests: found, or installed from Debian.
 * @throws Fault `no-chromium`, which says exactly what to install
 */
export function findChromium(): string {
  const found = chromiumHere();
  if (found) return found;
  if (install() && isExecutable('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw new Fault('no-chromium');
}

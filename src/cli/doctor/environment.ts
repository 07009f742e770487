import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openNative } from '../../query/native.ts';
import { chromiumHere } from '../chromium.ts';
import { type Finding, finding } from './check.ts';

const leastFree = 2;

function checkDisk(folder: string): Finding {
  let at = resolve(folder);
  while (!existsSync(at)) at = dirname(at);
  const { bavail, bsize } = statfsSync(at);
  const free = Math.floor((bavail * bsize) / 1e9);
  return finding('disk', free < leastFree ? 'warning' : 'ok', free < leastFree ? 'little-disk' : 'disk', {
    free,
    least: leastFree,
  });
}

async function checkEngine(): Promise<Finding> {
  try {
    const engine = await openNative();
    const [row] = await engine.query<{ version: string }>('SELECT version() AS version');
    await engine.close();
    return finding('engine', 'ok', 'engine', { version: row?.version ?? '?' });
  } catch (error) {
    return finding('engine', 'failed', 'no-engine', { problem: String(error) });
  }
}

/** Checks the machine: Node, the native engine, disk space where data are written, a browser for the tests. */
export async function checkEnvironment(data: string): Promise<Finding[]> {
  const chromium = chromiumHere();
  return [
    finding('node', 'ok', 'node', { version: process.version }),
    await checkEngine(),
    checkDisk(data),
    chromium
      ? finding('browser', 'ok', 'browser', { path: chromium })
      : finding('browser', 'skipped', 'no-browser'),
  ];
}

import { spawnSync } from 'node:child_process';

/** Seconds and peak memory of a Node script run by this Node. */
export function measured(args: string[]): { seconds: number; megabytes: number } {
  const probe = `process.on('exit', () => console.log(JSON.stringify({ kb: process.resourceUsage().maxRSS })));`;
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...args],
    {
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const { kb } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { kb: number };
  return { seconds: (performance.now() - start) / 1000, megabytes: kb / 1024 };
}

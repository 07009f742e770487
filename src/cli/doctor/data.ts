import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../contract/fault.ts';
import type { Manifest } from '../../contract/public.ts';
import { damagedFiles } from '../../publish/verify.ts';
import { releasesOf } from '../guard.ts';
import { intactRelease } from '../release.ts';
import { hasPassed } from '../verdict.ts';
import { type Finding, finding } from './check.ts';

/** What the data folder holds: the latest release's manifest, when it is there and whole. */
export interface DataFindings {
  findings: Finding[];
  manifest: Manifest | undefined;
}

function checkOlder(data: string, latest: string): Finding {
  const others = releasesOf(data).filter(({ manifest }) => manifest.release !== latest);
  const damage = others.flatMap(({ folder }) =>
    damagedFiles(folder).map(({ path, fault }) => `${join(folder, path)}: ${fault}`),
  );
  return damage.length > 0
    ? finding('releases', 'failed', 'damaged-older', { damaged: damage.length }, damage)
    : finding('releases', 'ok', 'releases', { count: others.length + 1 });
}

function checkRows({ sources }: Manifest): Finding {
  const rejected = sources.reduce((sum, input) => sum + input.rejected, 0);
  const total = sources.reduce((sum, input) => sum + input.rows_in, 0);
  const places = sources
    .filter((input) => input.rejected > 0)
    .map((input) => `${input.file}: ${input.rejected}`);
  return rejected > 0
    ? finding('rows', 'warning', 'rejected', { rejected, total }, places)
    : finding('rows', 'ok', 'rows', { total });
}

function checkAudit(data: string, folder: string, manifest: Manifest): Finding[] {
  const passed = hasPassed(data, folder, manifest);
  if (passed === undefined) return [];
  return [finding('audit', passed ? 'ok' : 'warning', passed ? 'audited' : 'not-audited', { data })];
}

/** Checks a folder of releases: the latest one is whole, the older ones too, no rows were rejected. */
export function checkData(data: string): DataFindings {
  if (!existsSync(join(data, 'latest.json')))
    return {
      findings: [finding('release', 'skipped', 'no-release', { folder: data })],
      manifest: undefined,
    };
  try {
    const { manifest, folder } = intactRelease(data);
    const { release, preset, dataset } = manifest;
    const internal = preset === 'internal';
    return {
      findings: [
        finding('release', 'ok', 'release', { release, dataset: dataset.id }),
        checkOlder(data, release),
        checkRows(manifest),
        ...checkAudit(data, folder, manifest),
        finding('preset', internal ? 'warning' : 'ok', internal ? 'internal' : 'preset', { preset }),
      ],
      manifest,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const place = error.place.file ?? data;
    return {
      findings: [
        finding('release', 'failed', 'damaged', { problem: String(error.details.problem ?? '') }, [place]),
      ],
      manifest: undefined,
    };
  }
}

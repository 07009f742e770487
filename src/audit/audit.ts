import type { Engine } from '../contract/engine.ts';
import type { AuditUtility } from '../contract/public.ts';
import { openNative } from '../query/native.ts';
import { betrayed } from './betrayed.ts';
import { canaryFindings } from './canaries.ts';
import { copyFindings } from './copies.ts';
import { type Attack, equationsOf } from './equations.ts';
import { type Finding, type Kind, kinds } from './finding.ts';
import { meanFindings } from './means.ts';
import { type Effort, rangesOf } from './ranges.ts';
import { openRelease, type Release, releaseFolders } from './release.ts';
import { statisticsFindings } from './statistics.ts';
import { thresholdFindings } from './thresholds.ts';
import { utilityOf } from './utility.ts';

export interface AuditOptions {
  /** Earlier releases that a reader may have kept, newest first. */
  previous?: readonly string[];
  /** The built site of the release. */
  site?: string;
  /** Planted words that may be in no file. */
  canaries?: readonly string[];
  /** Findings of each kind whose equations are written out. */
  chains?: number;
  /** For one linear program. */
  seconds?: number;
  threads?: number;
}

export interface AuditReport {
  releases: { name: string; preset: string }[];
  /** Nothing that fails the audit was found. */
  passed: boolean;
  /** By kind, those that fail the audit first; with equations before those without. */
  findings: Finding[];
  tally: Partial<Record<Kind, number>>;
  effort: Effort;
  /** What the newest release still shows. */
  utility: AuditUtility[];
}

/**
 * Attacks what a reader can download, as a reader would: `folder` is a release or a folder of releases.
 * @throws Fault `no-release`, `damaged-release`
 */
export async function auditRelease(folder: string, options: AuditOptions = {}): Promise<AuditReport> {
  const engine = await openNative({ threads: options.threads });
  try {
    const folders = releaseFolders(folder, options.previous);
    const releases: Release[] = [];
    for (const [number, path] of folders.entries()) releases.push(await openRelease(engine, path, number));
    const { findings, effort } = await attack(engine, releases, options);
    const words = options.canaries ?? [];
    const all = [...folders, ...(options.site === undefined ? [] : [options.site])];
    if (words.length > 0) findings.push(...(await canaryFindings(engine, all, words)));
    return { ...report(releases, findings, effort), utility: await utilityOf(engine, releases[0]) };
  } finally {
    await engine.close();
  }
}

async function attack(
  engine: Engine,
  releases: readonly Release[],
  options: AuditOptions,
): Promise<{ findings: Finding[]; effort: Effort }> {
  const written: Attack = await equationsOf(engine, releases);
  const ranges = await rangesOf(written.model.system, { seconds: options.seconds });
  const copies: Finding[] = [];
  for (const [r, release] of releases.entries()) {
    const counts = written.published[r];
    if (counts) for (const one of await copyFindings(engine, release, counts)) copies.push(one);
    for (const one of await statisticsFindings(engine, release)) copies.push(one);
  }
  const findings = [
    ...copies,
    ...releases
      .filter(({ preset }) => preset === 'internal')
      .map(
        ({ number }): Finding => ({ kind: 'internal', file: 'manifest.json', release: number, chain: [] }),
      ),
    ...releases.flatMap((release, r) =>
      [written.published[r], written.pools[r]].flatMap((counts) =>
        counts ? thresholdFindings(counts, release) : [],
      ),
    ),
    ...releases.flatMap((release, r) => {
      const [counts, rows] = [written.published[r], written.results[r]];
      return counts && rows ? meanFindings(counts, rows, written.places, release) : [];
    }),
    ...betrayed(written.model, ranges, options.chains ?? 20),
  ];
  return { findings, effort: ranges.effort };
}

function report(
  releases: readonly Release[],
  found: readonly Finding[],
  effort: Effort,
): Omit<AuditReport, 'utility'> {
  const order = Object.keys(kinds);
  const rank = ({ kind, chain }: Finding): number =>
    (kinds[kind] === 'leak' ? 0 : 1000) + 2 * order.indexOf(kind) + (chain.length > 0 ? 0 : 1);
  const findings = found.toSorted((a, b) => rank(a) - rank(b) || a.chain.length - b.chain.length);
  const tally: Partial<Record<Kind, number>> = {};
  for (const { kind } of findings) tally[kind] = (tally[kind] ?? 0) + 1;
  return {
    releases: releases.map(({ name, preset }) => ({ name, preset })),
    passed: findings.every(({ kind }) => kinds[kind] !== 'leak'),
    findings,
    tally,
    effort,
  };
}

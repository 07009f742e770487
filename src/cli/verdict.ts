import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type AuditReport, auditRelease } from '../audit/audit.ts';
import { kinds } from '../audit/finding.ts';
import { Fault } from '../contract/fault.ts';
import type { AuditSummary, Manifest } from '../contract/public.ts';
import { sha256 } from '../publish/files.ts';
import { releasesOf } from './guard.ts';
import { contentHash } from './stages.ts';

/** Where verdicts are kept, by the content that they are about; a release that has passed is not attacked again. */
const home = '.cache/audits';
const mostKept = 400;

/** The name under which a release carries what the audit said of it. */
const summaryFile = 'audit.json';

let program: string | undefined;
/** Changes with every byte of the program that attacks. */
const auditor = (): string => {
  program ??= contentHash(['src/audit', 'src/contract', 'src/query', 'package-lock.json']);
  return program;
};

/** All that is published of a release, but for what the audit itself said. */
function contentOf(folder: string): string {
  const { files, previous_release, ...rest } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as Manifest;
  return JSON.stringify([rest, files.filter(({ path }) => path !== summaryFile)]);
}

const keyOf = (folders: readonly string[]): string =>
  sha256([auditor(), ...folders.map(contentOf)].join('\0'));

/** Other releases that lie beside one and would be published with it, newest first. */
function besides(data: string, { release, dataset, preset }: Manifest): string[] {
  return releasesOf(data)
    .filter(({ manifest }) => manifest.dataset.id === dataset.id && manifest.preset === preset)
    .filter(({ manifest }) => manifest.release !== release)
    .map(({ folder }) => folder)
    .sort()
    .reverse();
}

const summaryOf = ({ releases, effort, utility }: AuditReport): AuditSummary => ({
  passed: true,
  previous: releases.slice(1).map(({ name }) => name),
  hidden: effort.hidden,
  equations: effort.equations,
  programs: effort.programs,
  attained: effort.attained,
  utility,
});

function remembered(key: string): AuditSummary | undefined {
  const file = join(home, `${key}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as AuditSummary) : undefined;
}

function remember(key: string, summary: AuditSummary): void {
  mkdirSync(home, { recursive: true });
  const written = readdirSync(home).map((name) => ({ name, at: statSync(join(home, name)).mtimeMs }));
  for (const { name } of written.toSorted((a, b) => b.at - a.at).slice(mostKept))
    rmSync(join(home, name), { force: true });
  const part = join(home, `${key}.part-${process.pid}`);
  writeFileSync(part, `${JSON.stringify(summary)}\n`);
  renameSync(part, join(home, `${key}.json`));
}

/** Keeps the verdict of an audit that was made by itself. */
export function rememberPassed(folders: readonly string[], report: AuditReport): void {
  if (report.passed) remember(keyOf(folders), summaryOf(report));
}

/**
 * Attacks a release beside the others of a data folder as a reader would, unless the very same has passed before.
 * @param folder the release; it may lie elsewhere, not yet published
 * @param report where the whole report goes when it fails: it says what can be found out, so it is private
 * @param forgotten where what the release before hid should be known from, and is not
 * @throws Fault `audit-failed`, `audit-failed-beside`, `audit-failed-forgotten`
 */
export async function mustPass(
  { folder, data, manifest }: { folder: string; data: string; manifest: Manifest },
  report: string,
  forgotten?: string,
): Promise<{ summary: AuditSummary; isKnown: boolean }> {
  const previous = besides(data, manifest);
  const key = keyOf([folder, ...previous]);
  const known = remembered(key);
  if (known) return { summary: known, isKnown: true };
  const found = await auditRelease(folder, { previous });
  if (!found.passed) {
    writeFileSync(report, `${JSON.stringify(found, undefined, 1)}\n`, { mode: 0o600 });
    const leaks = found.findings.filter(({ kind }) => kinds[kind] === 'leak');
    const told = [...Map.groupBy(leaks, ({ kind }) => kind)].map(
      ([kind, { length }]) => `${kind}: ${length}`,
    );
    const details = { leaks: told.join(', '), previous: previous.map((path) => basename(path)).join(', ') };
    if (previous.length === 0) throw new Fault('audit-failed', { file: report }, details);
    if (forgotten === undefined) throw new Fault('audit-failed-beside', { file: report }, details);
    throw new Fault('audit-failed-forgotten', { file: report }, { ...details, history: forgotten });
  }
  const summary = summaryOf(found);
  remember(key, summary);
  return { summary, isKnown: false };
}

/** Whether the releases of a data folder have passed; undefined where nothing is hidden, so there is nothing to attack. */
export function hasPassed(data: string, folder: string, manifest: Manifest): boolean | undefined {
  if (manifest.preset === 'internal') return undefined;
  return remembered(keyOf([folder, ...besides(data, manifest)])) !== undefined;
}

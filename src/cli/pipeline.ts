import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkStaged } from '../canonical/check.ts';
import { loadReference, readSubjects } from '../canonical/reference.ts';
import { openCanonical, writeCanonical } from '../canonical/write.ts';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { methodologySchema } from '../contract/methodology.ts';
import type { SourceAccount } from '../contract/public.ts';
import type { Language, Preset } from '../contract/vocabulary.ts';
import { indicators } from '../indicators/catalogue.ts';
import { computeIndicator, parametersSql } from '../indicators/run.ts';
import { closeAccounts, listRejections } from '../ingest/account.ts';
import { ingest } from '../ingest/ingest.ts';
import { readChecked, readSourceSet, type SourceSet } from '../ingest/source.ts';
import { protect } from '../protect/protect.ts';
import { type Published, publish } from '../publish/publish.ts';
import { openNative } from '../query/native.ts';
import { printAccounts } from './accounts.ts';
import { progress, stage } from './progress.ts';
import { writeRejections } from './rejections.ts';

export interface PipelineOptions {
  /** The source set. */
  folder: string;
  /** Where releases go: `latest.json` and one folder per release. */
  out: string;
  /** Where canonical tables and reject.csv go; private. */
  work: string;
  methodology: string;
  preset: Preset;
  lang: Language;
}

export const referenceFolder = 'data/reference';

/** Reads, checks and writes the canonical tables; the work folder changes only when everything is right. */
async function makeCanonical(
  engine: Engine,
  set: SourceSet,
  options: PipelineOptions,
): Promise<SourceAccount[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'dinamika-'));
  const subjects = readSubjects(referenceFolder);
  try {
    const sources = await stage('ingest', () =>
      ingest(set, subjects, {
        engine,
        temporary,
        progress: (done, total, name) => progress(`ingest ${done + 1}/${total} ${name}`),
      }),
    );
    await stage('check', () => checkStaged(engine));
    const rejections = await listRejections(engine, sources);
    writeRejections(options.work, rejections, options.lang);
    const accounts = await closeAccounts(engine, sources);
    const [kept] = await engine.query<{ n: number }>('SELECT count(*) AS n FROM staged_results');
    if (!kept || kept.n === 0) throw new Fault('no-results', { file: options.folder });
    const fresh = join(options.work, `.tmp-${process.pid}`);
    mkdirSync(fresh, { recursive: true });
    await writeCanonical(engine, fresh);
    const target = join(options.work, set.dataset.id);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    renameSync(fresh, target);
    return accounts;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(join(options.work, `.tmp-${process.pid}`), { recursive: true, force: true });
  }
}

/**
 * The whole build of data, room by room: ingest → canonical → protect → indicators → publish.
 * @throws Fault with nothing published
 */
export async function runPipeline(options: PipelineOptions): Promise<Published> {
  const set = readSourceSet(options.folder);
  const methodology = readChecked(methodologySchema, options.methodology, options.methodology);
  const engine = await openNative({ memoryLimit: '2GB' });
  try {
    const accounts = await makeCanonical(engine, set, options);
    printAccounts(accounts, options.lang);
    await openCanonical(engine, join(options.work, set.dataset.id));
    await loadReference(engine, referenceFolder);
    await stage('protect', () => protect(engine, methodology, options.preset));
    await engine.run(parametersSql(methodology));
    const indicatorTables = new Map<string, string>();
    await stage('indicators', async () => {
      for (const { id } of indicators) indicatorTables.set(id, await computeIndicator(engine, id));
    });
    const attachments = new Map([['comparability.csv', join(referenceFolder, 'comparability.csv')]]);
    if (set.dataset.boundaries)
      attachments.set('boundaries.geojson', join(options.folder, set.dataset.boundaries));
    const { dataset } = set;
    const { preset } = options;
    return await stage(
      'publish',
      () =>
        publish(engine, options.out, {
          dataset,
          methodology,
          preset,
          accounts,
          indicatorTables,
          attachments,
        }),
      ({ release, isNew }) => `${release}${isNew ? '' : ' (unchanged)'}`,
    );
  } finally {
    await engine.close();
  }
}

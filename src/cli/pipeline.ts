import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkStaged } from '../canonical/check.ts';
import { loadReference, readSubjects } from '../canonical/reference.ts';
import { openCanonical, writeCanonical } from '../canonical/write.ts';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { type Methodology, methodologySchema } from '../contract/methodology.ts';
import type { Manifest } from '../contract/public.ts';
import type { Language, Preset } from '../contract/vocabulary.ts';
import { closeAccounts, type FileAccount, listRejections } from '../ingest/account.ts';
import { ingest } from '../ingest/ingest.ts';
import { mergeParts } from '../ingest/parts.ts';
import { readChecked, readSourceSet, type SourceSet } from '../ingest/source.ts';
import { protect } from '../protect/protect.ts';
import type { TotalCuts } from '../protect/totals.ts';
import { type Published, publish } from '../publish/publish.ts';
import { openNative } from '../query/native.ts';
import { printAccounts } from './accounts.ts';
import { setComparability, writeAttachments } from './attachments.ts';
import { FileWatch } from './file-progress.ts';
import { exclusively, guardRelease, isOurs } from './guard.ts';
import { makeIndicators } from './indicators.ts';
import { line, progress, speakIn, spoken, stage } from './progress.ts';
import { publicAccounts } from './public-accounts.ts';
import { storeAccounts } from './quality.ts';
import { writeRejections } from './rejections.ts';
import { logMade } from './run-log.ts';
import { contentHash } from './stages.ts';
import { earlierRelease, historyFolder, keepHistory } from './suppression-history.ts';
import { tighterTotals } from './tighter.ts';
import { mustPass } from './verdict.ts';

export interface PipelineOptions {
  /** The source set. */
  folder: string;
  /** Where releases go: `latest.json` and one folder per release. */
  out: string;
  /** Where canonical tables and reject.csv go; private. */
  work: string;
  methodology: string;
  /** Other methodologies whose identification is published beside it. */
  compare?: readonly string[];
  preset: Preset;
  lang: Language;
  /** False reads every file, whatever earlier runs have kept. */
  cache?: boolean;
  /** Cores the engine may use; all when absent. The published bytes do not depend on it. */
  threads?: number;
}

export const referenceFolder = 'data/reference';
const ordersFolder = 'data/roadmaps';

/** Changes with every byte of the program that decides how a file is read. */
const readingVersion = (): string => contentHash(['src/ingest', 'src/contract', 'src/query', 'package.json']);

/** Shows the reading of files on the error stream: one line that is written over, or a line now and then in a log. */
function watchFiles(): FileWatch {
  const isTerminal = process.stderr.isTTY === true;
  const show = isTerminal ? progress : (text: string) => console.error(text);
  return new FileWatch({ words: spoken(), isTerminal, show, now: () => performance.now() });
}

/** Reads, checks and writes the canonical tables; the work folder changes only when everything is right. */
async function makeCanonical(
  engine: Engine,
  set: SourceSet,
  options: PipelineOptions,
): Promise<FileAccount[]> {
  const { work } = options;
  // Beside the private tables and not in a common folder of the system: swept by the next run if this one is killed.
  const temporary = join(work, `.read-${process.pid}`);
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const subjects = readSubjects(referenceFolder);
  const watch = watchFiles();
  try {
    await loadReference(engine, referenceFolder);
    // What the engine cannot hold in memory goes where it is private and swept.
    await engine.run(`SET temp_directory = '${temporary.replaceAll("'", "''")}'`);
    const cache = { folder: join(work, '.read', set.dataset.id), version: readingVersion() };
    const sources = await stage(
      'ingest',
      () =>
        ingest(set, subjects, {
          engine,
          temporary,
          progress: (step) => watch.step(step),
          orders: ordersFolder,
          ...(options.cache === false ? {} : { cache }),
        }),
      () => watch.told(),
    );
    await stage('check', () => checkStaged(engine));
    await mergeParts(engine);
    const rejections = await listRejections(engine, sources);
    writeRejections(work, rejections, options.lang);
    const accounts = await closeAccounts(engine, sources);
    const [kept] = await engine.query<{ n: number }>('SELECT count(*) AS n FROM staged_results');
    if (!kept || kept.n === 0) throw new Fault('no-results', { file: options.folder });
    const fresh = join(work, `.tmp-${process.pid}`);
    mkdirSync(fresh, { recursive: true });
    await writeCanonical(engine, fresh);
    const target = join(work, set.dataset.id);
    isOurs(target, 'results.parquet');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    renameSync(fresh, target);
    return accounts;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(join(work, `.tmp-${process.pid}`), { recursive: true, force: true });
  }
}

/**
 * The whole build of data, room by room: ingest → canonical → protect → indicators → publish.
 * @throws Fault with nothing published
 */
export async function runPipeline(options: PipelineOptions): Promise<Published> {
  speakIn(options.lang);
  const set = readSourceSet(options.folder);
  const methodologies = readMethodologies([options.methodology, ...(options.compare ?? [])]);
  guardRelease(options.out, set.dataset.id, options.preset);
  return exclusively([options.out, options.work], () => build(set, methodologies, options));
}

/** Reads the methodology in force and those compared with it; two of one version could not be told apart. */
function readMethodologies(files: readonly string[]): [Methodology, ...Methodology[]] {
  const read = (file: string) => {
    if (!existsSync(file)) throw new Fault('missing-methodology', { file });
    return readChecked(methodologySchema, file, file);
  };
  const [first = '', ...others] = files;
  const known = [read(first)];
  for (const file of others) {
    const next = read(file);
    if (known.some(({ version }) => version === next.version))
      throw new Fault('same-methodology-version', { file, key: 'version' }, { version: next.version });
    known.push(next);
  }
  return known as [Methodology, ...Methodology[]];
}

/**
 * Attacks the finished release before anybody can read it.
 * @throws Fault `audit-failed` with nothing published
 */
async function inspect(
  { out, work }: PipelineOptions,
  { folder, manifest, forgotten }: { folder: string; manifest: Manifest; forgotten: string | undefined },
) {
  if (manifest.preset === 'internal') return undefined;
  const report = join(work, `${manifest.dataset.id}-audit.json`);
  const { summary } = await stage(
    'audit',
    () => mustPass({ folder, data: out, manifest }, report, forgotten),
    ({ summary: { hidden }, isKnown }) => (isKnown ? spoken().unchanged : spoken().hidden(hidden)),
  );
  rmSync(report, { force: true });
  return summary;
}

async function build(
  set: SourceSet,
  [methodology, ...compared]: [Methodology, ...Methodology[]],
  options: PipelineOptions,
): Promise<Published> {
  const history = historyFolder(options.work, set.dataset.id);
  const earlier = earlierRelease(history, options.out, options.preset);
  const engine = await openNative({ memoryLimit: '2GB', threads: options.threads });
  try {
    const read = await makeCanonical(engine, set, options);
    printAccounts(read, options.lang);
    const told = publicAccounts(read, set.dataset, options.preset, options.work);
    const accounts = await storeAccounts(engine, told);
    const canonicalFolder = join(options.work, set.dataset.id);
    await openCanonical(engine, canonicalFolder);
    await loadReference(engine, referenceFolder);
    if (set.dataset.comparability) await setComparability(engine, set.dataset.comparability);
    const attachments = await writeAttachments(engine, set, canonicalFolder);
    const { dataset } = set;
    const { preset } = options;
    const make = async (cuts?: TotalCuts): Promise<Published> => {
      await stage('protect', () => protect(engine, methodology, preset, earlier, cuts));
      const indicatorTables = await makeIndicators(engine, methodology, compared, preset, dataset.released);
      const input = { dataset, methodology, compared, preset, accounts, indicatorTables, attachments };
      return stage(
        'publish',
        () =>
          publish(engine, options.out, input, (folder, manifest) =>
            inspect(options, { folder, manifest, forgotten: earlier ? undefined : history }),
          ),
        ({ release, isNew }) => `${release}${isNew ? '' : ` (${spoken().unchanged})`}`,
      );
    };
    const made = await make().catch((error: unknown) => {
      const cuts = tighterTotals(error);
      if (!cuts) throw error;
      line(spoken().tighter(cuts.size));
      return make(cuts);
    });
    await keepHistory(engine, history, { release: made.release, preset }, earlier);
    logMade({ release: made.release });
    return made;
  } finally {
    await engine.close();
  }
}

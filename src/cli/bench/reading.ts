import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadReference, readSubjects } from '../../canonical/reference.ts';
import { ingest } from '../../ingest/ingest.ts';
import { readSourceSet } from '../../ingest/source.ts';
import { openNative } from '../../query/native.ts';
import { referenceFolder } from '../pipeline.ts';

/**
 * Reads a source set into staging tables and stops there: what the bench compares with a bare engine, as a process of
 * its own. Nothing is kept for a second run.
 */
const [folder = ''] = process.argv.slice(2);
const temporary = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
const engine = await openNative({ memoryLimit: '2GB' });
try {
  await loadReference(engine, referenceFolder);
  const subjects = readSubjects(referenceFolder);
  await ingest(readSourceSet(folder), subjects, { engine, temporary, progress: () => {} });
} finally {
  await engine.close();
  rmSync(temporary, { recursive: true, force: true });
}

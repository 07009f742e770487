import { Fault } from '../../contract/fault.ts';
import type { SubjectRow } from '../../contract/reference.ts';
import type { FromWorker } from './pupil-file.ts';
import { readPupils } from './read-pupils.ts';
import { readRows } from './rows.ts';

/** Holds a file's rows while it is read; they are gone when it has answered. */
const tell = (message: FromWorker): void => self.postMessage(message);

async function work(file: File, subjects: readonly SubjectRow[]): Promise<FromWorker> {
  try {
    const sheets = await readRows(file, (share) => tell({ kind: 'progress', share }));
    return { kind: 'read', file: readPupils(sheets, subjects) };
  } catch (error) {
    if (error instanceof Fault)
      return { kind: 'fault', code: error.code, place: error.place, details: error.details };
    console.error(error);
    return { kind: 'fault', code: 'own-unreadable', place: { file: file.name }, details: {} };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<{ file: File; subjects: SubjectRow[] }>) => {
  void work(data.file, data.subjects).then(tell);
});
tell({ kind: 'ready' });

import { workerData } from 'node:worker_threads';
import { isTaken, leave } from '../site/ahead.ts';
import { municipalities } from '../site/release.ts';
import { schoolDrawings } from '../site/school-drawings.ts';

/** Draws the charts of schools for their pages, the last school first, until it meets the pages. */
const folder = workerData as string;
const ids = municipalities().flatMap(({ schools }) => schools.map(({ school_id }) => school_id));
for (const id of ids.toReversed()) {
  if (isTaken(folder, id)) break;
  leave(folder, id, schoolDrawings(id));
}

import { workerData } from 'node:worker_threads';
import { isTaken, leave } from '../site/ahead.ts';
import { municipalities } from '../site/release.ts';
import { schoolDrawings } from '../site/school-drawings.ts';

/** So many schools are left to the pages when they have caught up: these then draw, and this thread gets ahead again. */
const lead = 12;

/** Draws the charts of schools for their pages, in the order in which these are made, ahead of them. */
const folder = workerData as string;
const ids = municipalities().flatMap(({ schools }) => schools.map(({ school_id }) => school_id));
for (let at = 0; at < ids.length; ) {
  const id = String(ids[at]);
  if (!isTaken(folder, id)) leave(folder, id, schoolDrawings(id));
  // Taken perhaps while it was drawn: without the jump both would draw the next one too, and the one after that.
  at += isTaken(folder, id) ? lead : 1;
}

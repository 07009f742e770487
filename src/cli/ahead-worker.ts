import { workerData } from 'node:worker_threads';
import { languages } from '../contract/vocabulary.ts';
import { orderIndicators, otherIndicators } from '../indicators/catalogue.ts';
import { isTaken, leave, type Part, type Whose } from '../site/ahead.ts';
import { packedNote } from '../site/packed-note.ts';
import { pageDrawings } from '../site/page-drawings.ts';
import { municipalities } from '../site/release.ts';

/** So many are left to the pages when they have caught up: these then make them, and this thread gets ahead again. */
const lead = 12;

const folder = workerData as string;
const files = municipalities();
const places = files.map(({ municipality }) => ({
  level: 'municipality' as const,
  id: municipality.municipality_id,
}));
const schools = files.flatMap((file) =>
  file.schools.map(({ school_id: id }) => ({ level: 'school' as const, id })),
);
const entries = [...orderIndicators, ...otherIndicators];

/** Makes one part of each, in the order in which their pages are made, ahead of them. */
function ahead<Of extends Whose>(all: readonly Of[], first: Part, make: (of: Of) => void): void {
  for (let at = 0; at < all.length; ) {
    const of = all[at] as Of;
    if (!isTaken(folder, of, first)) make(of);
    // Taken perhaps while it was made: without the jump both would make the next one too, and the one after that.
    at += isTaken(folder, of, first) ? lead : 1;
  }
}

const draw = (of: Whose): void => leave(folder, of, 'drawings', JSON.stringify(pageDrawings(of)));

ahead(places, 'drawings', draw);
ahead([...places, ...schools], `note-${languages[0]}`, (of) => {
  for (const lang of languages) leave(folder, of, `note-${lang}`, packedNote(of, entries, lang));
});
ahead(schools, 'drawings', draw);

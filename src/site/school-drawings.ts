import { languages } from '../contract/vocabulary.ts';
import { recorded, type SchoolDrawings } from './ahead.ts';
import { schoolEntity } from './entity.ts';
import { dynamicsFigure, hasPoints } from './figures.ts';
import { journalParts } from './journal.ts';
import { marksParts } from './marks.ts';
import { school as readSchool } from './release.ts';
import { windowsParts } from './windows.ts';
import { isRequired, works } from './works.ts';

/** All drawings of a school's page in both languages. */
export function schoolDrawings(id: string): SchoolDrawings {
  const { results } = readSchool(id);
  const drawn = works(results).filter((work) => isRequired(work) && hasPoints(work));
  return recorded(() => {
    for (const lang of languages) {
      const entity = schoolEntity(id, lang);
      for (const work of drawn) dynamicsFigure(entity, work, lang);
      marksParts(results, lang);
      journalParts(results, lang);
      windowsParts(results, lang);
    }
  });
}

import { languages } from '../contract/vocabulary.ts';
import type { Whose } from './ahead.ts';
import { type Drawings, recorded } from './drawing.ts';
import { type Entity, municipalityEntity, schoolEntity } from './entity.ts';
import { dynamicsFigure, hasPoints } from './figures.ts';
import { journalParts } from './journal.ts';
import { marksParts } from './marks.ts';
import { school as readSchool } from './release.ts';
import { similarSchools, stripFigure } from './similar.ts';
import { windowsParts } from './windows.ts';
import { isRequired, works } from './works.ts';

const [lang] = languages;

/** What the results of anybody are drawn as. */
function drawResults(entity: Entity): void {
  for (const work of works(entity.rows))
    if (isRequired(work) && hasPoints(work)) dynamicsFigure(entity, work, lang);
  marksParts(entity.rows, lang);
  journalParts(entity.rows, lang);
}

function drawSchool(id: string): void {
  const { school, results, status } = readSchool(id);
  drawResults(schoolEntity(id));
  if (!status) return;
  windowsParts(results, lang);
  stripFigure(school, similarSchools(status), lang)?.svg();
}

/** All drawings of the page of a school or a municipality, each for every language. */
export const pageDrawings = ({ level, id }: Whose): Drawings =>
  recorded(() => (level === 'school' ? drawSchool(id) : drawResults(municipalityEntity(id))));

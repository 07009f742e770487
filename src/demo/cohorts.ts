import { stream } from './random.ts';
import { lastGrade, type School } from './schools.ts';
import { model } from './settings.ts';
import { chosenBy, cohortOf, type Work, writtenIn } from './works.ts';

/** One child: number in the class list, lasting ability, sex. */
export interface Child {
  number: number;
  ability: number;
  sex: 'м' | 'ж';
}

const cache = new Map<string, readonly Child[]>();

/** The children of one year of birth in one school: the same in every year, so that a cohort can be followed. */
function cohort(school: School, birth: number): readonly Child[] {
  const key = `${school.id} ${birth}`;
  const known = cache.get(key);
  if (known) return known;
  const random = stream('cohort-size', key);
  const spread = Math.max(1, school.per_grade * 0.15);
  const size = Math.max(0, Math.round(school.per_grade + spread * random.normal()));
  const children = Array.from({ length: size }, (_, i): Child => {
    const child = stream('child', key, i);
    return {
      number: i + 1,
      ability: model.ability_sd * child.normal(),
      sex: child.uniform() < 0.51 ? 'ж' : 'м',
    };
  });
  cache.set(key, children);
  return children;
}

/** Who stays for grades 10 and 11: rather the abler, never by ability alone. */
function stays(school: School, birth: number, child: Child): boolean {
  const luck = stream('stays', school.id, birth, child.number).uniform();
  return luck < model.grade_11_share + 0.18 * child.ability;
}

function chooses(school: School, work: Work, child: Child): boolean {
  const share = chosenBy[`${work.procedure} ${work.subject}`];
  if (share === undefined) return true;
  return stream('chooses', school.id, cohortOf(work), child.number, work.subject).uniform() < share;
}

/** The children who are on the list for a work; empty when the school does not teach the class that writes it. */
export function listed(school: School, work: Work): readonly Child[] {
  if (writtenIn(work) > lastGrade(school)) return [];
  const birth = cohortOf(work);
  return cohort(school, birth).filter(
    (child) => (work.grade < 10 || stays(school, birth, child)) && chooses(school, work, child),
  );
}

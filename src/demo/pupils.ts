import { csv } from './csv.ts';
import { type Fates, fateOf } from './fates.ts';
import { absentLabel, subjectsRu } from './labels.ts';
import type { School } from './schools.ts';
import { pupilMunicipality } from './settings.ts';
import { sheetsOf } from './sitting.ts';
import { vprWorks } from './works.ts';

const header = [
  'Логин',
  'Код',
  'Класс',
  'Предмет',
  'Вариант',
  'Пол',
  'Отметка за предыдущий триместр',
  'Итого баллов',
  'Отметка',
];

/** `pupils-<year>.csv`: one row per child and work. Codes are grade × 10 000 + n and name nobody. */
export function pupilsFile(schools: readonly School[], fates: Fates, year: number): string {
  const sending = schools.filter((school) => school.municipality.id === pupilMunicipality);
  const rows = sending.flatMap((school) =>
    vprWorks(year, school.id).flatMap((work) =>
      sheetsOf(school, work, fateOf(fates, school)).map((sheet) => [
        school.id,
        work.grade * 10000 + sheet.child.number,
        work.grade,
        subjectsRu[work.subject] ?? '',
        sheet.absent ? absentLabel : sheet.variant,
        sheet.child.sex,
        sheet.journal,
        sheet.absent ? '' : sheet.score,
        sheet.absent ? '' : sheet.mark,
      ]),
    ),
  );
  return csv(header, rows, ';');
}

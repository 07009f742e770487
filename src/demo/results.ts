import { type CsvCell, comma, csv } from './csv.ts';
import { type Fates, fateOf } from './fates.ts';
import { subjectsRu, totalLabel } from './labels.ts';
import type { School } from './schools.ts';
import { pupilMunicipality, pupilYears } from './settings.ts';
import { sheetsOf } from './sitting.ts';
import { type Tally, tally } from './tally.ts';
import { vprWorks, type Work, writtenIn } from './works.ts';

/** One result with where it comes from. */
export interface Entry {
  school: School;
  work: Work;
  tally: Tally;
}

/** The results of the given works in all schools; a work that nobody sat gives no entry. */
export function entries(
  schools: readonly School[],
  fates: Fates,
  works: (school: School) => Work[],
): Entry[] {
  return schools.flatMap((school) =>
    works(school).flatMap((work): Entry[] => {
      const counted = tally(sheetsOf(school, work, fateOf(fates, school)), work);
      return counted ? [{ school, work, tally: counted }] : [];
    }),
  );
}

const who = ({ school }: Entry): CsvCell[] => [school.municipality.short, school.short_name, school.id];
const means = ({ tally: t }: Entry): CsvCell[] => [
  comma(t.mean, 2),
  comma(t.deviation, 2),
  comma(t.completion, 3),
];

const whoHeader = ['Муниципалитет', 'ОО', 'Логин', 'Кол-во участников'];
const marksHeader = ['2', '3', '4', '5', 'Средний балл', 'Ст. отклонение', 'Доля от максимума'];
const journalHeader = ['Понизили', 'Подтвердили', 'Повысили', 'Разница 2 и более'];

/** School-level ВПР of one year, without the city that sends pupil rows. */
export function vprEntries(schools: readonly School[], fates: Fates, year: number): Entry[] {
  const sending = pupilYears.includes(year)
    ? schools.filter((school) => school.municipality.id !== pupilMunicipality)
    : schools;
  return entries(sending, fates, (school) => vprWorks(year, school.id));
}

function vprRow(entry: Entry, autumn: boolean): CsvCell[] {
  const { work, tally: t } = entry;
  const grades = autumn ? [work.grade, writtenIn(work)] : [work.grade];
  const subject = subjectsRu[work.subject] ?? '';
  return [
    work.year,
    ...grades,
    subject,
    ...who(entry),
    t.participants,
    ...t.marks,
    ...means(entry),
    ...t.journal,
  ];
}

/** Rows that a spreadsheet adds and nobody wants: totals of one municipality. They have no login. */
function totalRows(all: readonly Entry[], year: number): CsvCell[][] {
  const place = all[0]?.school.municipality;
  return ['russian', 'mathematics', 'world-around'].map((subject) => {
    const own = all.filter(
      (e) => e.school.municipality === place && e.work.grade === 4 && e.work.subject === subject,
    );
    const sum = (of: (t: Tally) => number) => own.reduce((total, e) => total + of(e.tally), 0);
    const counts = [sum((t) => t.participants), ...[0, 1, 2, 3].map((i) => sum((t) => t.marks[i] ?? 0))];
    const label = [year, 4, subjectsRu[subject] ?? '', place?.short ?? '', totalLabel, ''];
    return [...label, ...counts, '', '', '', ...[0, 1, 2, 3].map((i) => sum((t) => t.journal[i] ?? 0))];
  });
}

/** `results-vpr-<year>.csv` */
export function vprFile(all: readonly Entry[], year: number, totals: boolean): string {
  const autumn = all.some((entry) => entry.work.session === 'autumn');
  const grades = autumn ? ['Класс', 'Класс участников'] : ['Класс'];
  const header = ['Год', ...grades, 'Предмет', ...whoHeader, ...marksHeader, ...journalHeader];
  const rows = all.map((entry) => vprRow(entry, autumn));
  return csv(header, totals ? [...rows, ...totalRows(all, year)] : rows, ';');
}

/** `results-oge.csv` */
export function ogeFile(all: readonly Entry[]): string {
  const rows = all.map((entry) => {
    const { work, tally: t } = entry;
    const subject = subjectsRu[work.subject] ?? '';
    return [work.year, work.grade, subject, ...who(entry), t.participants, ...t.marks, ...means(entry)];
  });
  return csv(['Год', 'Класс', 'Предмет', ...whoHeader, ...marksHeader], rows, ';');
}

/** `results-ege.csv`: test scores, no marks. */
export function egeFile(all: readonly Entry[]): string {
  const header = [
    'Год',
    'Предмет',
    ...whoHeader,
    'Не преодолели минимальный порог',
    '81 и более',
    '100 баллов',
  ];
  const rows = all.map((entry) => {
    const { work, tally: t } = entry;
    const subject =
      work.subject === 'mathematics' ? 'Математика (профильная)' : (subjectsRu[work.subject] ?? '');
    const spread = [comma(t.mean, 2), comma(t.deviation, 2)];
    return [work.year, subject, ...who(entry), t.participants, t.below, t.high, t.full, ...spread];
  });
  return csv([...header, 'Средний балл', 'Ст. отклонение'], rows, ';');
}

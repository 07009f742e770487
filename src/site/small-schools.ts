import type { MunicipalityFile, SchoolRow } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { countText, percentDigits, percentRange } from '../i18n/formats.ts';
import { pooledMessages } from '../i18n/pages-pooled.ts';
import type { PooledWork } from '../i18n/pooled-facts.ts';
import { rate, sum } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { hiddenGrades, pooledWork, schoolPools } from './pooled.ts';
import { methodology, subjectWords } from './reference.ts';
import { school as readSchool, region } from './release.ts';
import { works } from './works.ts';

/** What one small school has in a subject: a sum, why there is none, or `apart` where its grades are shown. */
type Cell = PooledWork['pooled'] | 'apart' | 'absent';

interface SmallSchool {
  school: SchoolRow;
  cells: Cell[];
}

/** The small schools of a municipality, in the order of its list. */
export interface SmallSchools {
  year: number;
  subjects: string[];
  schools: { school: SchoolRow; cells: string[] }[];
  /** All of them together, by subject; those subjects that have a sum. */
  together: { label: string; text: string }[];
}

const procedure = 'vpr';

function cellsOf(school: SchoolRow, year: number, subjects: readonly string[]): Cell[] {
  const pools = schoolPools(school.school_id);
  const all = works(readSchool(school.school_id).results);
  return subjects.map((subject) => {
    const work = all.find((one) => one.procedure === procedure && one.subject === subject);
    const grades = work ? hiddenGrades(work, year) : { all: 0, hidden: 0 };
    if (!work || grades.all === 0) return 'absent';
    return grades.hidden === grades.all ? pooledWork(work, year, pools).pooled : 'apart';
  });
}

const isSum = (cell: Cell) => typeof cell === 'object';
const isHidden = (cell: Cell) => cell !== 'apart' && cell !== 'absent';

const found = new Map<string, SmallSchool[]>();

/** Both languages ask for the same schools. */
function smallOf(file: MunicipalityFile, year: number, subjects: readonly string[]): SmallSchool[] {
  const id = file.municipality.municipality_id;
  const known = found.get(id);
  if (known) return known;
  const made = file.schools
    .map((school) => ({ school, cells: cellsOf(school, year, subjects) }))
    .filter(({ cells }) => cells.some(isHidden));
  found.set(id, made);
  return made;
}

function shareText(below: Interval, participants: Interval, lang: Language): string | null {
  const share = rate(below, participants);
  if (!share) return null;
  const { cell } = pooledMessages(lang).small;
  const digits = percentDigits(participants.low);
  return cell(percentRange(lang, share, digits), countText(lang, below), countText(lang, participants));
}

function cellText(cell: Cell, lang: Language): string {
  const { small } = pooledMessages(lang);
  if (cell === 'none') return small.none(methodology().protection.min_participants);
  if (typeof cell === 'string') return small[cell];
  const text = shareText(cell.below, cell.participants, lang) ?? '';
  return cell.years.length > 1 ? `${text}, ${small.years}` : text;
}

/** The schools with a work of which no grade of the last year can be shown; `null` where there is none. */
export function smallSchools(file: MunicipalityFile, lang: Language): SmallSchools | null {
  const { subjects } = methodology().identification;
  const years = region().results.flatMap((row) => (row.procedure === procedure ? [row.year] : []));
  if (years.length === 0) return null;
  const year = Math.max(...years);
  const schools = smallOf(file, year, subjects);
  if (schools.length === 0) return null;
  const { small } = pooledMessages(lang);
  const together = subjects.flatMap((subject, index) => {
    const sums = schools.map(({ cells }) => cells[index] ?? 'absent').filter(isSum);
    const text = shareText(
      sum(sums.map(({ below }) => below)),
      sum(sums.map(({ participants }) => participants)),
      lang,
    );
    const label = `${subjectWords(subject)[lang]}. ${small.together(sums.length, schools.length)}`;
    return text ? [{ label, text }] : [];
  });
  return {
    year,
    subjects: subjects.map((subject) => subjectWords(subject)[lang]),
    schools: schools.map(({ school, cells }) => ({
      school,
      cells: cells.map((cell) => cellText(cell, lang)),
    })),
    together,
  };
}

import Papa from 'papaparse';
import type { SchoolFile } from '../contract/public.ts';
import type { Procedure } from '../contract/vocabulary.ts';
import { isPooled, type PooledOutcome, type PooledWork } from '../i18n/pooled-facts.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import { methodology, subjectWords } from './reference.ts';
import { lastYear } from './summary.ts';
import { dialect, once, releaseLines } from './tables.ts';
import { isRequired, type Work, works } from './works.ts';

/** A row of `pooled_results` of one school, all grades of one subject. */
export interface PoolRow {
  procedure: Procedure;
  subject: string;
  comparability: string;
  yearFrom: number;
  yearTo: number;
  participants: Interval;
  below: Interval;
}

/** The table is as long as that of results, so only the lines of schools are kept, and read when a page asks. */
const lines = once(() => {
  const [header = '', ...all] = releaseLines('pooled_results.csv');
  const groups = new Map<string, string[]>();
  for (const line of all) {
    if (!line.startsWith('school,')) continue;
    // An identifier has nothing that would be quoted.
    const id = line.split(',', 2)[1] ?? '';
    const group = groups.get(id);
    if (group) group.push(line);
    else groups.set(id, [line]);
  }
  return { header, groups };
});

/** The pools of all grades of one subject that the release has of a school. */
export function schoolPools(id: string): PoolRow[] {
  const { header, groups } = lines();
  const own = groups.get(id);
  if (!own) return [];
  const text = [header, ...own].join('\n');
  const { data } = Papa.parse<Record<string, string>>(text, { ...dialect, header: true });
  const number = (row: Record<string, string>, name: string) => Number(row[name]);
  return data
    .filter((row) => row.grade === '0' && row.subject !== '')
    .map((row) => ({
      procedure: row.procedure as Procedure,
      subject: row.subject ?? '',
      comparability: row.comparability ?? '',
      yearFrom: number(row, 'year_from'),
      yearTo: number(row, 'year_to'),
      participants: { low: number(row, 'participants_low'), high: number(row, 'participants_high') },
      below: { low: number(row, 'below_threshold_low'), high: number(row, 'below_threshold_high') },
    }));
}

/** A share that may be anything within half of the scale says nothing. */
const widest = 0.5;

const tells = ({ below, participants }: PoolRow): boolean => {
  const share = rate(below, participants);
  return share !== null && share.high - share.low <= widest;
};

/** The years whose rows are in a pool: those of its group of comparable years. */
function outcome(pool: PoolRow, work: Work): PooledOutcome {
  const years = work.rows
    .filter(
      ({ year, comparability }) =>
        comparability === pool.comparability && year >= pool.yearFrom && year <= pool.yearTo,
    )
    .map(({ year }) => year);
  const { participants, below } = pool;
  return { participants, below, years: [...new Set(years)].sort((a, b) => a - b) };
}

/**
 * What the pools of a school say of a work in a year: the year alone where that tells something, otherwise the three
 * years that end in it.
 */
export function pooledWork(work: Work, year: number, pools: readonly PoolRow[]): PooledWork {
  const { procedure, subject } = work;
  const group = work.rows.findLast((row) => row.year === year)?.comparability;
  const own = pools
    .filter((pool) => pool.procedure === procedure && pool.subject === subject && pool.yearTo === year)
    .filter(({ comparability }) => comparability === group)
    .sort((a, b) => b.yearFrom - a.yearFrom);
  const telling = own.find(tells);
  const silent = own.length > 0 ? 'wide' : 'none';
  return {
    procedure,
    subject: subjectWords(subject),
    pooled: telling ? outcome(telling, work) : silent,
  };
}

/** How many grades of a work have a result in a year, and how many of them are hidden because few took part. */
export function hiddenGrades(work: Work, year: number): { all: number; hidden: number } {
  const minimum = methodology().protection.min_participants;
  const rows = work.rows.filter((row) => row.year === year);
  const hidden = rows.filter((row) => row.protection !== 'suppressed' && row.participants_low < minimum);
  return { all: rows.length, hidden: hidden.length };
}

/**
 * The required works of a school of whose grades half or more are hidden in the last year, taken together. Empty where
 * that adds nothing: only exams are hidden, and no sum of them tells anything.
 */
export function schoolPooled({ school, results }: SchoolFile): PooledWork[] {
  const pools = schoolPools(school.school_id);
  const found = works(results)
    .filter(isRequired)
    .flatMap((work) => {
      const year = school.closed ? Math.max(...work.rows.map((row) => row.year)) : lastYear(work);
      const { all, hidden } = hiddenGrades(work, year);
      return hidden > 0 && hidden * 2 >= all ? [pooledWork(work, year, pools)] : [];
    });
  return found.some(({ procedure, pooled }) => procedure === 'vpr' || isPooled(pooled)) ? found : [];
}

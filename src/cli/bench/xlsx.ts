import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileDraft } from '../../contract/profile.ts';
import { type Measured, measured, measuredHead, measuredLine } from './measured.ts';
import { type PupilBook, writePupilBook } from './workbooks.ts';

const schools = 2000;
/** Rows that a sheet can hold, less a header. */
const mostRows = 1_000_000;

/** The works of 2022 for which there are scales, with their highest scores. */
const works = [
  ...([20, 20, 16, 19, 25] as const).map((most, i) => ({ subject: 'Математика', grade: 4 + i, most })),
  ...([38, 45, 51, 47, 51] as const).map((most, i) => ({ subject: 'Русский язык', grade: 4 + i, most })),
];

/** The layout of 2022 as an operator would write it down. */
const profile: ProfileDraft = {
  table: 'pupils',
  format: 'xlsx',
  sheet: 'Протокол',
  columns: {
    school_id: { from: 'Школа', split: ['|', 1] },
    school_name: { from: 'Школа', split: ['|', 2] },
    municipality_id: { from: 'Муниципалитет', split: ['|', 1] },
    municipality_name: { from: 'Муниципалитет', split: ['|', 2] },
    score: { from: 'Итого баллов' },
    journal_mark: { from: 'Отметка за предыдущий триместр/ четверть/полугодие' },
  },
  constants: { procedure: 'vpr', session: 'autumn', year: 2022 },
  missing: ['', 'Х'],
  filters: [{ from: 'Вариант', drop: ['отсутствовал'], reason: 'absent' }],
  unique: ['Школа', 'Код'],
  ignore: ['Пол', 'Наименование класса', ...Array.from({ length: 12 }, (_, i) => `${i + 1} (2б)`)],
};

type Book = PupilBook & { subject: string; name: string };

/** `count` workbooks, each of one work and of schools of its own. */
function booksOf(folder: string, rows: number, count: number): Book[] {
  return Array.from({ length: count }, (_, i) => {
    const { subject, grade, most } = works[i % works.length] ?? { subject: '', grade: 4, most: 20 };
    const name = `ВПР осень 2022 ${subject} ${grade} класс, часть ${i + 1}.xlsx`;
    const first = Math.floor((i * schools) / count);
    const size = Math.floor(((i + 1) * rows) / count) - Math.floor((i * rows) / count);
    const own = { first, count: Math.floor(((i + 1) * schools) / count) - first };
    return { path: join(folder, name), name, subject, grade, most, rows: size, schools: own, seed: i + 1 };
  });
}

/** A source set of the workbooks: by a profile, or by what is recognised in them. */
function writeSet(folder: string, books: readonly Book[], auto: boolean): void {
  const inputs = books.map(({ name, subject, grade }, i) => ({
    id: `w${i + 1}`,
    files: name,
    ...(auto ? { profile: 'auto' } : { profile: 'pupils.json', constants: { subject, grade } }),
  }));
  const dataset = {
    id: 'bench',
    title: { ru: 'Замер', en: 'Bench' },
    publisher: 'Dinamika (bench)',
    licence: 'CC0-1.0',
    accessed: '2025-01-01',
    released: '2025-01-01',
    synthetic: true,
    region: { id: 'r', name: 'Bench' },
    inputs,
  };
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
  writeFileSync(join(folder, 'pupils.json'), JSON.stringify(profile));
}

const megabytes = (books: readonly Book[]): string =>
  `${(books.reduce((sum, { path }) => sum + statSync(path).size, 0) / 1e6).toFixed(0)} MB`;

const title = (rows: number, books: readonly Book[]): string =>
  `${rows.toLocaleString('en')} pupil rows in ${books.length} XLSX (20 columns), ${megabytes(books)}`;

/** Reading of workbooks into the staging tables, against a bare loop of the same parsers over the same files. */
export async function benchXlsx(folder: string, rows: number): Promise<string[][]> {
  mkdirSync(folder, { recursive: true });
  const books = booksOf(folder, rows, Math.ceil(rows / mostRows));
  for (const book of books) await writePupilBook(book);
  const paths = books.map(({ path }) => path);
  const base = measured(['src/cli/bench/bare-xlsx.ts', 'bare', ...paths]);
  const csv = measured(['src/cli/bench/bare-xlsx.ts', 'csv', ...paths]);
  const reading = (auto: boolean): Measured => {
    writeSet(folder, books, auto);
    return measured(['src/cli/bench/reading.ts', folder]);
  };
  const line = (name: string, cost: Measured) => measuredLine(name, rows, cost, base);
  return [
    [title(rows, books), ...measuredHead],
    line('bare yauzl + saxes, texts of every row, nothing checked (baseline)', base),
    line('our sheet → CSV: limits, formats, errors, one line per row', csv),
    line('reading by a profile: the same, hash, guard, checks of cells, sums', reading(false)),
    line('reading by the recognised layout (profile auto)', reading(true)),
  ];
}

/** What `npm run ingest` says of its files. */
const toldOf = ({ told }: Measured): string => /\d+ read(, \d+ unchanged)?/.exec(told)?.[0] ?? '';

/** A year of a region in one command: all of it, then with one file changed, then with none. */
export async function benchRegion(folder: string, rows: number, files: number): Promise<string[][]> {
  const set = join(folder, 'set');
  mkdirSync(set, { recursive: true });
  const books = booksOf(set, rows, files);
  for (const book of books) await writePupilBook(book);
  writeSet(set, books, true);
  const out = ['--out', join(folder, 'out'), '--work', join(folder, 'work'), '--lang', 'en'];
  const run = () => measured(['scripts/ingest.ts', set, ...out]);
  const cold = run();
  const [first] = books;
  if (first) await writePupilBook({ ...first, seed: 1000 });
  const changed = run();
  const unchanged = run();
  const line = (name: string, cost: Measured) => measuredLine(`${name} (${toldOf(cost)})`, rows, cost, cold);
  return [
    [title(rows, books), ...measuredHead],
    line('npm run ingest, first time (baseline)', cold),
    line('again, one file changed', changed),
    line('again, nothing changed', unchanged),
  ];
}

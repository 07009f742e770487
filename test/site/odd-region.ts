import { folderWith } from '../support.ts';

/** Names that must stay text wherever they are shown. */
export const hostile = {
  script: '<script>alert("school")</script> & Co',
  closing: '</title></script><img src=x onerror=alert(1)>',
  quotes: `Школа "имени" 'кого-то' «№ 1»`,
  long: `Школа ${'с очень длинным названием '.repeat(11)}конец`,
  reversed: 'Школа \u202eенацонзи\u202c № 7',
  emoji: 'Школа 🎓 «Радуга» 👩🏽‍🏫',
};

const from = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { from: name }]));

const profiles = {
  schools: {
    table: 'schools',
    columns: from('school_id', 'name', 'municipality_id', 'latitude', 'longitude', 'opened', 'closed'),
  },
  municipalities: {
    table: 'municipalities',
    columns: from('municipality_id', 'name'),
    constants: { region_id: 'odd' },
  },
  results: {
    table: 'results',
    columns: from(
      ...['school_id', 'year', 'procedure', 'subject', 'grade', 'session'],
      ...['participants', 'mark_2', 'mark_3', 'mark_4', 'mark_5', 'below_threshold'],
    ),
  },
};

const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n')}\n`;

interface School {
  id: string;
  name: string;
  place?: string;
  at?: [number, number];
  opened?: string;
  closed?: string;
  /** Years with results, and participants of each. */
  years?: number[];
  participants?: number;
}

/** No coordinates, no results, closed, new, moved, hostile names, nine participants; a year without ВПР. */
const schools: School[] = [
  { id: 's-script', name: hostile.script, at: [55.1, 61.1], years: [2021, 2023, 2024, 2025] },
  { id: 's-closing', name: hostile.closing, at: [55.2, 61.2], years: [2024, 2025] },
  { id: 's-quotes', name: hostile.quotes, years: [2021, 2024, 2025] },
  { id: 's-long', name: hostile.long, at: [55.3, 61.3], years: [2024, 2025] },
  { id: 's-reversed', name: hostile.reversed, at: [55.4, 61.2], years: [2025] },
  { id: 's-emoji', name: hostile.emoji, at: [55.1, 61.4], years: [2023, 2024, 2025] },
  { id: 's-empty', name: 'Школа без результатов', at: [55.5, 61.5] },
  { id: 's-closed', name: 'Закрытая школа', closed: '2023-08-31', years: [2021, 2023] },
  { id: 's-new', name: 'Новая школа', opened: '2024-09-01', years: [2025] },
  { id: 's-tiny', name: 'Школа на девять человек', participants: 9, years: [2024, 2025] },
  { id: 's-passed', name: 'Школа, где сдали все', years: [2024, 2025] },
  { id: 's-alone', name: 'Единственная школа района', place: 'm2', at: [55.9, 61.9], years: [2024, 2025] },
];

function results(all: readonly School[]): (string | number)[][] {
  return all.flatMap(({ id, years = [], participants: n = 40 }, index) =>
    years.flatMap((year) =>
      ['russian', 'mathematics'].flatMap((subject, at) => {
        const low = id === 's-passed' ? 0 : Math.min(n, 3 + ((index * 5 + at * 3 + year) % 12));
        const marks = [low, n - low - Math.floor((n - low) / 2), Math.floor((n - low) / 2), 0];
        const oge = [id, year, 'oge', subject, 9, 'main', n, ...marks, low];
        // ВПР was not sat in 2023.
        return year === 2023 ? [oge] : [oge, [id, year, 'vpr', subject, 5, 'spring', n, ...marks, low]];
      }),
    ),
  );
}

function sourceSet(
  id: string,
  title: string,
  all: readonly School[],
  places: [string, string][],
  table = [Object.keys(profiles.results.columns), ...results(all)],
  released = '2025-09-01',
): string {
  const dataset = {
    id,
    title: { ru: title, en: 'Odd region' },
    publisher: hostile.quotes,
    licence: 'CC0-1.0',
    url: null,
    accessed: '2025-09-01',
    released,
    synthetic: false,
    region: { id: 'odd', name: `Область ${hostile.script}` },
    inputs: Object.keys(profiles).map((name) => ({
      id: name,
      files: `${name}.csv`,
      profile: `${name}.json`,
    })),
  };
  return folderWith({
    'dataset.json': JSON.stringify(dataset),
    ...Object.fromEntries(
      Object.entries(profiles).map(([name, one]) => [`${name}.json`, JSON.stringify(one)]),
    ),
    'municipalities.csv': csv([['municipality_id', 'name'], ...places]),
    'schools.csv': csv([
      ['school_id', 'name', 'municipality_id', 'latitude', 'longitude', 'opened', 'closed'],
      ...all.map(({ id: school, name, place = 'm1', at = ['', ''], opened = '', closed = '' }) => [
        ...[school, name, place, ...at, opened, closed],
      ]),
    ]),
    'results.csv': csv(table),
  });
}

const odd = (all: readonly School[], released?: string): string =>
  sourceSet(
    'odd',
    `Край ${hostile.closing}`,
    all,
    [
      ['m1', `Округ ${hostile.script}`],
      ['m2', 'Район с одной школой'],
    ],
    undefined,
    released,
  );

/** A source set of everything that is odd in two municipalities; without boundaries. */
export const oddRegion = (): string => odd(schools);

/** What the school without results was called before, and where. */
export const former = { id: 's-empty', name: `Прежняя ${hostile.closing}`, place: 'm2' };

/** The same half a year before: a school has another name and another municipality. */
export const oddRegionBefore = (): string =>
  odd(
    schools.map((school) => (school.id === former.id ? { ...school, ...former } : school)),
    '2025-03-01',
  );

/** Below these a number is hidden: so high that hidden numbers are long, and stand nowhere by chance. */
export const highThresholds = { min_participants: 300_000, min_failing: 200_000, rounding_base: 5 };

/** Participants, marks 2 to 5. */
type Counts = readonly [number, number, number, number, number];
const fewParticipants: Counts = [238_519, 107_423, 110_873, 12_104, 8_119];
const fewFailing: Counts = [450_000, 157_213, 122_787, 120_000, 50_000];
const open: Counts = [446_281, 200_000, 146_281, 60_000, 40_000];

/** What nobody may find of the region below, under those thresholds: counts, shares of them, and a name. */
export const hidden = {
  counts: [238_519, 107_423, 110_873, 157_213, 122_787, 450_000 + 238_519],
  texts: ['0.450375', '45.0375', '0.349362', '34.9362', 'Ёлкина-7Q'],
};
export const shown = open[0];

/** A region of one municipality with one school, whose numbers are as large as the thresholds above. */
export const loneRegion = (): string =>
  sourceSet(
    'lone',
    'Один район',
    schools.slice(-1),
    [['m2', 'Район с одной школой']],
    [
      [...Object.keys(profiles.results.columns), 'ФИО'],
      ...[2024, 2025].flatMap((year) =>
        [
          ['vpr', 'russian', 5, 'spring', fewFailing] as const,
          ['vpr', 'mathematics', 5, 'spring', fewParticipants] as const,
          ['oge', 'russian', 9, 'main', open] as const,
        ].map(([procedure, subject, grade, session, counts]) => [
          ...['s-alone', year, procedure, subject, grade, session],
          ...[...counts, counts[1], 'Ёлкина-7Q'],
        ]),
      ),
    ],
  );

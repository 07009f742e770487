/**
 * Writes a small release beside itself, for working on pages and charts without an ingest:
 * `node test/files/sample-release/make.js`. Invented numbers; the same ones every time.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const release = '2025-10-01-5a3e91c2';
let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const region = { region_id: 'sample', name: 'Полесская область (вымышленная)' };
const municipalities = [
  { municipality_id: 'kamenka', name: 'Каменский район', region_id: 'sample' },
  { municipality_id: 'ozersk', name: 'городской округ Озёрск', region_id: 'sample' },
  { municipality_id: 'zarechye', name: 'Зареченский муниципальный округ', region_id: 'sample' },
];
const school = (school_id, municipality_id, name, short_name, type, locality, size, risk, small = false) => ({
  row: { school_id, name, short_name, municipality_id, type, locality, small_school: small, pupils: size * 11, latitude: null, longitude: null, opened: null, closed: null },
  size,
  risk,
});
const schools = [
  school('oz-001', 'ozersk', 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1 с углублённым изучением отдельных предметов имени Героя Советского Союза И. И. Берёзкина»', 'МБОУ СОШ № 1', 'secondary', 'urban', 84, 0.1),
  school('oz-002', 'ozersk', 'МБОУ «Средняя общеобразовательная школа № 12»', 'МБОУ СОШ № 12', 'secondary', 'urban', 52, 0.22),
  school('oz-003', 'ozersk', 'МАОУ «Лицей № 3»', null, 'lyceum', 'urban', 60, 0.04),
  school('ka-001', 'kamenka', 'МКОУ «Каменская средняя общеобразовательная школа»', 'МКОУ Каменская СОШ', 'secondary', 'rural', 38, 0.38),
  school('ka-002', 'kamenka', 'МКОУ «Основная общеобразовательная школа с. Ёлкино»', 'МКОУ ООШ с. Ёлкино', 'basic', 'rural', 6, 0.3, true),
  school('ka-003', 'kamenka', 'МКОУ СОШ <b>«Дружба» & Ко</b>', null, 'secondary', 'rural', 16, 0.28),
  school('za-001', 'zarechye', 'МБОУ «Гимназия имени А. С. Пушкина»', 'МБОУ Гимназия', 'gymnasium', 'urban', 44, 0.12),
  school('za-002', 'zarechye', 'МБОУ «Начальная школа — детский сад № 7»', null, 'primary', 'rural', 14, 0.2),
];

const works = [];
for (const grade of [4, 5, 6, 7, 8])
  for (const subject of ['russian', 'mathematics', ...(grade === 4 ? ['world-around'] : []), ...(grade > 5 ? ['history'] : [])])
    works.push({ procedure: 'vpr', subject, grade });
for (const subject of ['russian', 'mathematics', 'informatics']) works.push({ procedure: 'oge', subject, grade: 9 });
for (const subject of ['russian', 'mathematics']) works.push({ procedure: 'ege', subject, grade: 11 });

function session(procedure, year) {
  if (procedure === 'vpr')
    return year === 2020 || year === 2022 ? ['autumn', `autumn-${year}`] : ['spring', 'spring'];
  if (procedure === 'oge') return year === 2020 ? null : ['main', 'main'];
  return ['main', year === 2020 ? 'applicants-2020' : 'main'];
}
const stages = { primary: [4, 4], basic: [4, 9] };

const names = ['participants', 'below_threshold', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];
function row(level, entity_id, key, counts) {
  const made = { level, entity_id, ...key, protection: 'none' };
  for (const name of names) {
    made[`${name}_low`] = counts[name] ?? null;
    made[`${name}_high`] = counts[name] ?? null;
  }
  made.score_mean = null;
  return made;
}
function protect(made) {
  const set = (name, low, high) => {
    made[`${name}_low`] = low;
    made[`${name}_high`] = high;
  };
  if (made.participants_low < 10) {
    made.protection = 'few-participants';
    set('participants', 1, 9);
    for (const name of names.slice(1)) set(name, null, null);
  } else if (made.below_threshold_low > 0 && made.below_threshold_low < 3) {
    made.protection = 'few-failing';
    const three = made.mark_3_low;
    const two = made.below_threshold_low;
    set('below_threshold', 1, 2);
    if (made.mark_2_low !== null) {
      set('mark_2', 1, 2);
      set('mark_3', three + two - 2, three + two - 1);
    }
  }
  return made;
}

const bySchool = new Map(schools.map((one) => [one.row.school_id, []]));
const totals = new Map();
function add(level, id, key, counts) {
  const name = [level, id, ...Object.values(key)].join('|');
  const known = totals.get(name) ?? { level, id, key, counts: {} };
  for (const [count, value] of Object.entries(counts)) known.counts[count] = (known.counts[count] ?? 0) + value;
  totals.set(name, known);
}
for (const { row: who, size, risk } of schools)
  for (const { procedure, subject, grade } of works)
    for (let year = 2019; year <= 2025; year++) {
      const held = session(procedure, year);
      const [from, to] = stages[who.type] ?? [4, 11];
      if (!held || grade < from || grade > to) continue;
      if (who.school_id === 'za-001' && year === 2024) continue;
      if (subject === 'informatics' && who.school_id !== 'oz-001') continue;
      const share = procedure === 'ege' ? 0.45 : 1;
      const n = Math.max(1, Math.round(size * share * (0.85 + 0.3 * random())));
      const p = Math.min(0.9, risk * (held[0] === 'autumn' ? 1.7 : 1) * (procedure === 'vpr' ? 1 : 0.6) * (0.75 + 0.5 * random()));
      const failing = Math.round(n * p);
      const rest = n - failing;
      const five = Math.round(rest * 0.2);
      const four = Math.round(rest * 0.35);
      const counts = { participants: n, below_threshold: failing };
      if (procedure !== 'ege') Object.assign(counts, { mark_2: failing, mark_3: rest - five - four, mark_4: four, mark_5: five });
      const key = { year, procedure, subject, grade, session: held[0], comparability: held[1] };
      const made = protect(row('school', who.school_id, key, counts));
      if (who.school_id === 'za-002' && year === 2023 && subject === 'russian') {
        made.protection = 'suppressed';
        for (const name of names.slice(1)) made[`${name}_low`] = made[`${name}_high`] = null;
      }
      bySchool.get(who.school_id).push(made);
      add('municipality', who.municipality_id, key, counts);
      add('region', region.region_id, key, counts);
    }

const rowsOf = (level, id) =>
  [...totals.values()].filter((one) => one.level === level && one.id === id).map((one) => row(level, id, one.key, one.counts));
const files = [];
function write(path, value) {
  const text = `${JSON.stringify(value)}\n`;
  const to = join(here, release, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
  files.push({ path, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') });
}
const collator = new Intl.Collator('ru');
const sorted = (rows) => [...rows].sort((a, b) => collator.compare(a.name, b.name));
for (const { row: who } of schools) write(`schools/${who.school_id}.json`, { release, school: who, results: bySchool.get(who.school_id) });
const members = (id) => sorted(schools.map((one) => one.row).filter((one) => one.municipality_id === id));
for (const municipality of municipalities)
  write(`municipalities/${municipality.municipality_id}.json`, { release, municipality, schools: members(municipality.municipality_id), results: rowsOf('municipality', municipality.municipality_id) });
write('region.json', { release, region, municipalities: sorted(municipalities).map((one) => ({ ...one, schools: members(one.municipality_id).length })), results: rowsOf('region', region.region_id) });

const root = join(here, '../../..');
copyFileSync(join(root, 'data/methodology/default.json'), join(here, release, 'methodology.json'));
copyFileSync(join(root, 'data/reference/comparability.csv'), join(here, release, 'comparability.csv'));

const results = [...bySchool.values()].flat();
const suppressed = results.filter((one) => one.protection === 'suppressed').length;
const manifest = {
  release,
  previous_release: null,
  dataset: { id: 'sample', title: { ru: 'Вымышленный регион для проверки страниц', en: 'An invented region for checking pages' }, publisher: 'Dinamika', licence: 'CC0-1.0', url: null, accessed: '2025-09-30', synthetic: true, region_id: 'sample' },
  preset: 'public',
  methodology: { version: 'charoda-2023', sha256: '0'.repeat(64) },
  years: [2019, 2020, 2021, 2022, 2023, 2024, 2025],
  sources: [{ input: 'results', file: 'results.csv', sha256: 'a'.repeat(64), bytes: 48211, rows_in: results.length + 5, published: results.length - suppressed, suppressed, excluded: { total: 3 }, rejected: 2, dropped_columns: ['ФИО'], warnings: [] }],
  counts: { schools: schools.length, municipalities: municipalities.length, results: results.length },
  files: [...files, { path: 'results.csv', bytes: 91234, sha256: 'b'.repeat(64), rows: results.length }, { path: 'results_school.parquet', bytes: 20111, sha256: 'c'.repeat(64), rows: results.length }],
};
const text = `${JSON.stringify(manifest, null, 1)}\n`;
writeFileSync(join(here, release, 'manifest.json'), text);
writeFileSync(join(here, 'latest.json'), `${JSON.stringify({ release, manifest_sha256: createHash('sha256').update(text).digest('hex') })}\n`);

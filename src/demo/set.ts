import { biasListFile, deficitsFile, programmesFile, socialIndexFile } from './context.ts';
import { utf8, utf8Bom, windows1251 } from './csv.ts';
import { dataset } from './dataset.ts';
import { type Fates, makeFates } from './fates.ts';
import { boundaries, type Municipality, makeMunicipalities } from './municipalities.ts';
import { municipalityObservationsFile, schoolAnswersFile } from './observations.ts';
import { profiles } from './profiles.ts';
import { pupilsFile } from './pupils.ts';
import { municipalitiesFile, schoolsFile } from './registers.ts';
import { responsesFile } from './responses.ts';
import { egeFile, entries, ogeFile, vprEntries, vprFile } from './results.ts';
import { roadmapFile, roadmapSourceFile } from './roadmap.ts';
import { makeSchools, type School } from './schools.ts';
import { pupilYears, years } from './settings.ts';
import { reportsFile, supportFile } from './support.ts';
import { truthFile } from './truth.ts';
import { egeWorks, ogeWorks } from './works.ts';

/** The invented region before it is written down. */
export interface World {
  municipalities: Municipality[];
  schools: School[];
  fates: Fates;
}

export function makeWorld(): World {
  const municipalities = makeMunicipalities();
  const schools = makeSchools(municipalities);
  return { municipalities, schools, fates: makeFates(schools) };
}

/** The year that came in Windows-1251, the year with a byte order mark, the year with rows of totals. */
const oddities = { windows1251: 2019, bom: 2021, totals: 2024 } as const;

function encoderOf(year: number): (text: string) => Uint8Array {
  if (year === oddities.windows1251) return windows1251;
  return year === oddities.bom ? utf8Bom : utf8;
}

function* resultFiles({ schools, fates }: World): Generator<[string, Uint8Array]> {
  for (const year of years) {
    const text = vprFile(vprEntries(schools, fates, year), year, year === oddities.totals);
    yield [`results-vpr-${year}.csv`, encoderOf(year)(text)];
  }
  for (const year of pupilYears) yield [`pupils-${year}.csv`, utf8(pupilsFile(schools, fates, year))];
  const oge = entries(schools, fates, () => years.flatMap(ogeWorks));
  const ege = entries(schools, fates, () => years.flatMap(egeWorks));
  yield ['results-oge.csv', utf8(ogeFile(oge))];
  yield ['results-ege.csv', utf8(egeFile(ege))];
}

function* otherFiles({ municipalities, schools, fates }: World): Generator<[string, string]> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  yield ['dataset.json', json(dataset)];
  for (const [name, profile] of Object.entries(profiles)) yield [`profiles/${name}.json`, json(profile)];
  yield ['municipalities.csv', municipalitiesFile(municipalities)];
  yield ['boundaries.geojson', boundaries(municipalities)];
  yield ['schools.csv', schoolsFile(schools)];
  yield ['social_index.csv', socialIndexFile(schools)];
  yield ['programmes.csv', programmesFile(schools, fates)];
  yield ['deficits.csv', deficitsFile(schools)];
  yield ['bias_list.csv', biasListFile(schools, fates)];
  yield ['responses.csv', responsesFile(schools)];
  yield ['observations.csv', municipalityObservationsFile(municipalities, schools)];
  yield ['observations-schools.csv', schoolAnswersFile(schools)];
  yield ['observations-support.csv', supportFile(municipalities, schools)];
  yield ['reports.csv', reportsFile(municipalities)];
  yield ['roadmap.csv', roadmapFile()];
  yield ['roadmap-source.csv', roadmapSourceFile()];
  yield ['truth.json', truthFile(municipalities, schools, fates)];
}

/** Every file of the set by its path under data/demo. The same bytes every time, on every machine. */
export function makeDemo(world: World = makeWorld()): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(resultFiles(world));
  for (const [path, text] of otherFiles(world)) files.set(path, utf8(text));
  return files;
}

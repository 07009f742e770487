import { type Level, languages } from '../contract/vocabulary.ts';
import { municipalities, region } from './release.ts';

const inEveryLanguage = (id: string) =>
  languages.map((lang) => ({ params: { id, lang: lang === 'ru' ? undefined : lang } }));

/** The static paths of all schools. Both languages of a school stand together, so that its file is read once. */
export const schoolPaths = () =>
  municipalities().flatMap(({ schools }) => schools.flatMap(({ school_id }) => inEveryLanguage(school_id)));

/** The static paths of all municipalities. */
export const municipalityPaths = () =>
  region().municipalities.flatMap(({ municipality_id }) => inEveryLanguage(municipality_id));

/** The static paths of all notes: region, municipalities and schools, each with its level. */
export const notePaths = () => {
  const of = (level: Level, paths: ReturnType<typeof schoolPaths>) =>
    paths.map((path) => ({ ...path, props: { level } }));
  return [
    ...of('region', inEveryLanguage('region')),
    ...of('municipality', municipalityPaths()),
    ...of('school', schoolPaths()),
  ];
};

import { type PublishedTable, published } from '../contract/published.ts';
import type { Language } from '../contract/vocabulary.ts';
import { derivedColumns, derivedExceptions, derivedIntervals } from './dictionary-derived.ts';
import { qualityColumns, qualityExceptions } from './dictionary-quality.ts';
import { countColumns, type Meaning, resultColumns } from './dictionary-results.ts';
import { roadmapColumns, roadmapExceptions } from './dictionary-roadmaps.ts';

const of = (ru: string, en: string): Meaning => ({ ru, en });

const schoolColumns: Record<string, Meaning> = {
  school_id: of('Код школы, постоянный', 'Code of the school, permanent'),
  name: of('Название, как опубликовано', 'Name as published'),
  short_name: of('Краткое название', 'Short name'),
  municipality_id: of('Код муниципалитета', 'Code of the municipality'),
  region_id: of('Код региона', 'Code of the region'),
  type: of(
    'Вид школы: primary — начальная, basic — основная, secondary — средняя, lyceum — лицей, gymnasium — гимназия, other — другая',
    'Type of the school',
  ),
  locality: of('Местность: urban — город, rural — село', 'Locality: urban or rural'),
  small_school: of(
    'Малокомплектная ли школа',
    'Whether classes of the school are combined for lack of pupils',
  ),
  pupils: of('Число учеников', 'Number of pupils'),
  latitude: of('Широта, WGS 84', 'Latitude, WGS 84'),
  longitude: of('Долгота, WGS 84', 'Longitude, WGS 84'),
  opened: of('Дата открытия', 'Day of opening'),
  closed: of('Дата закрытия', 'Day of closing'),
  date: of('День, которым подписан ответ', 'Day of the response'),
  author_role: of('Кто отвечает: должность', 'Who answers: the role'),
  text: of('Текст ответа, как его дала школа', 'The response as the school gave it'),
};

const indicatorColumns: Record<string, Meaning> = {
  indicator_id: of('Код показателя', 'Code of the indicator'),
  reason: of(
    'Почему значения нет: suppressed — скрыто источником, few-participants — мало участников, not-held — не проводилось, not-applicable — неприменимо, no-data — нет данных, break-in-series — сравнивать нельзя',
    'Why there is no value',
  ),
};

const indicatorIntervals: Record<string, Meaning> = {
  numerator: of('Числитель показателя', 'Numerator of the indicator'),
  denominator: of('Знаменатель показателя', 'Denominator of the indicator'),
  value: of('Значение показателя', 'Value of the indicator'),
};

const ends: Record<string, Meaning> = {
  low: of(
    'нижняя граница; равна верхней, если число точное',
    'lower end; equals the upper one where the number is exact',
  ),
  high: of('верхняя граница', 'upper end'),
};

/** The meaning of one column of a published table; `null` for a column nobody described. */
export function meaning(table: PublishedTable, column: string): Meaning | null {
  const isRegister = table === 'schools' || table === 'municipalities' || table === 'regions';
  const known = isRegister
    ? {}
    : { ...qualityColumns, ...derivedColumns, ...resultColumns, ...indicatorColumns };
  const own = table.startsWith('roadmap') || table === 'programme_effects' ? roadmapColumns : {};
  const exceptions = { ...derivedExceptions, ...qualityExceptions, ...roadmapExceptions }[table];
  const whole = exceptions?.[column] ?? own[column] ?? known[column] ?? schoolColumns[column];
  if (whole) return whole;
  const [, name, end] = /^(.+)_(low|high)$/.exec(column) ?? [];
  const count = { ...derivedIntervals, ...countColumns, ...indicatorIntervals }[name ?? ''];
  const which = ends[end ?? ''];
  return count && which ? of(`${count.ru}: ${which.ru}`, `${count.en}: ${which.en}`) : null;
}

export interface DictionaryLine {
  column: string;
  type: string;
  text: string;
}

/** The described columns of a published table, in the order of its files. */
export const dictionary = (table: PublishedTable, lang: Language): DictionaryLine[] =>
  Object.entries(published[table].columns).map(([column, { type }]) => ({
    column,
    type,
    text: meaning(table, column)?.[lang] ?? '',
  }));

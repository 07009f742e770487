import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { ResultRow } from '../contract/public.ts';
import type { ScaleRow, SubjectRow } from '../contract/reference.ts';
import type { Language } from '../contract/vocabulary.ts';
import type { Background, BackgroundLine, OwnDataConfig, ScaleLine } from '../explorer/own-data/config.ts';
import { mostBytes } from '../explorer/own-data/limits.ts';
import { ownDataMessages } from '../i18n/pages-own-data.ts';
import { base } from './links.ts';
import { municipalities, region, release } from './release.ts';

const reference = <R>(name: string): R[] =>
  Papa.parse<R>(readFileSync(`data/reference/${name}.csv`, 'utf8'), { header: true, skipEmptyLines: true })
    .data;

const scales = (): ScaleLine[] =>
  reference<ScaleRow>('scales')
    .filter(({ procedure }) => procedure === 'vpr')
    .map(({ subject, grade, year, mark_3, mark_4, mark_5, maximum }) => [
      subject,
      ...([grade, year, mark_3, mark_4, mark_5, maximum].map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]),
    ]);

/** What the script of the page needs before a file is chosen. */
export const ownDataConfig = (lang: Language): OwnDataConfig => ({
  lang,
  messages: ownDataMessages(lang).messages,
  subjects: reference<SubjectRow>('subjects'),
  scales: scales(),
  background: `${base}explore/own-data.json`,
});

/** A count that is published exactly. */
const exact = (row: ResultRow, mark: number): number | null => {
  const low = row[`mark_${mark}_low`];
  return typeof low === 'number' && low === row[`mark_${mark}_high`] ? low : null;
};

const lines = (place: number, rows: readonly ResultRow[]): BackgroundLine[] =>
  rows
    .filter(({ procedure }) => procedure === 'vpr')
    .map((row) => [
      ...([place, row.year, row.subject, row.grade] as const),
      ...([exact(row, 2), exact(row, 3), exact(row, 4), exact(row, 5)] as const),
    ]);

/** Published marks of every work in the region and its municipalities. */
export function background(): Background {
  const all = municipalities();
  return {
    release: release(),
    region: region().region.name,
    places: all.map(({ municipality }) => [municipality.municipality_id, municipality.name]),
    schools: Object.fromEntries(
      all.flatMap(({ schools }, place) => schools.map(({ school_id }) => [school_id, place] as const)),
    ),
    lines: [...lines(-1, region().results), ...all.flatMap(({ results }, place) => lines(place, results))],
  };
}

/** The largest file that the page reads. */
export const mostMegabytes = mostBytes / 2 ** 20;

/** Rows of the template: title, header, one example, an absent pupil. The layout `vpr-school` reads it. */
const templateRows: readonly (readonly (string | number)[])[] = [
  ['ВПР 2025. Математика. 6 класс'],
  [
    ...['Код', 'Вариант', '1 (1б)', '2 (1б)', '3 (2б)', '4 (1б)', '5 (2б)', '6 (3б)'],
    ...['Класс', 'Пол', 'Отметка за предыдущий триместр/четверть/полугодие', 'Итого баллов'],
  ],
  [60001, 1, 1, 1, 2, 0, 1, 'X', '6А', 'ж', 4, 5],
  [60002, 2, 1, 0, 0, 'X', 0, 'X', '6А', 'м', 3, 1],
  [60003, 'отсутствовал', '', '', '', '', '', '', '6Б', 'ж', 5, ''],
];

/** The template of a file, for spreadsheets: UTF-8 with its mark, semicolons, CRLF. */
export const ownDataTemplate = (): string =>
  `\uFEFF${templateRows.map((cells) => cells.map((cell) => String(cell)).join(';')).join('\r\n')}\r\n`;

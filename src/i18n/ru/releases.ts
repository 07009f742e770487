import type { RevisionKind, RevisionReason } from '../../contract/revision.ts';
import { counted, list } from '../formats.ts';

const figures = { one: 'число', few: 'числа', other: 'чисел' };
const schools = { one: 'школы', other: 'школ' };

/** Words about releases and what changed between them. */
export const releases = {
  title: 'Выпуски и изменения',
  lead: 'Выпуск не меняется: на его числа можно ссылаться. Здесь все выпуски, новые сверху, и что в каждом изменилось, с причиной.',
  rule: 'Причина берётся из описей двух выпусков: какие файлы источника изменились и по какой методике посчитано.',
  first: 'Первый выпуск: сравнивать не с чем.',
  latest: 'последний',
  nothing: 'Ни одно число не изменилось.',
  years: (years: readonly number[]) => `Годы: ${list('ru', years.map(String))}.`,
  newYears: (years: readonly number[]) => `Новые годы: ${list('ru', years.map(String))}.`,
  method: (version: string) => `Методика: ${version}.`,
  files: 'Файлы выпуска',
  summary: 'Что изменилось по сравнению с предыдущим выпуском',
  total: (count: number, reason: string) => `${reason}: ${counted('ru', count, figures)}`,
  newYearNote:
    'Числа нового года здесь не перечислены: они есть у каждой школы, которая писала работы. Полный список — в файле.',
  full: 'Все изменения (CSV)',
  columns: { who: 'Кто', what: 'Что', reason: 'Причина', count: 'Чисел' },
  region: 'Регион',
  areas: 'Регион и муниципалитеты',
  reasons: {
    'new-year': 'новый год',
    correction: 'исправление данных',
    method: 'изменение методики',
    others: 'изменились данные других школ',
  } satisfies Record<RevisionReason, string>,
  kinds: {
    results: 'результаты работ',
    identification: 'ответ правила о низких результатах',
    clusters: 'кластер',
    dynamics: 'динамика',
    monitoring: 'показатель',
    entity: 'есть ли в выпуске',
  } satisfies Record<RevisionKind, string>,
  older: (release: string) => `Это выпуск ${release}. Есть более новый.`,
  changed: (count: number, reasons: string) =>
    `В новом выпуске изменилось ${counted('ru', count, figures)} (${reasons}).`,
  unchanged: 'В новом выпуске эти числа те же.',
  removed: 'В новом выпуске этой школы нет.',
  newest: 'Открыть новый выпуск',
  what: 'Что изменилось',
  gone: (release: string, last: string) =>
    `В выпуске ${release} этой школы или муниципалитета нет. Последний выпуск с ними: ${last}.`,
  nothingNow: (release: string, last: string) =>
    `В выпуске ${release} в этом графике показать нечего. Последний выпуск с ним: ${last}.`,
  goneSchools: 'Школы, которых больше нет',
  nothingShown: (release: string) => `В выпуске ${release} в этом графике показать нечего.`,
  goneRecord: 'Последние данные (JSON)',
  goneLink: 'Открыть его числа',
  many: (count: number) => `${counted('ru', count, schools)}`,
};

/** The shape that every language fills. */
export type ReleaseMessages = typeof releases;

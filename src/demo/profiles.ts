import type { z } from 'zod';
import { canonical } from '../contract/canonical.ts';
import type { profileSchema } from '../contract/profile.ts';
import { absentLabel, subjectsRu, totalLabel } from './labels.ts';
import { answerColumns } from './observations.ts';
import { roadmapHeader } from './roadmap.ts';

/** A profile as one writes it: defaults left out. */
export type ProfileText = z.input<typeof profileSchema>;

const own = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { from: name }]));
const yes = (name: string) => ({ from: name, values: { true: true, false: false } });

const subject = {
  from: 'Предмет',
  values: Object.fromEntries(Object.entries(subjectsRu).map(([slug, ru]) => [ru, slug])),
};
const mark = (n: 2 | 3 | 4 | 5) => ({ from: String(n) });

/** Columns that every publisher's aggregate here has. `Муниципалитет` and `ОО` are known from schools.csv. */
const aggregate = {
  school_id: { from: 'Логин' },
  year: { from: 'Год' },
  subject,
  participants: { from: 'Кол-во участников' },
  score_mean: { from: 'Средний балл' },
  score_sd: { from: 'Ст. отклонение' },
};
const marks = {
  mark_2: mark(2),
  mark_3: mark(3),
  mark_4: mark(4),
  mark_5: mark(5),
  /** ВПР and ОГЭ: a "2" is what stays under the threshold. */
  below_threshold: mark(2),
  completion_mean: { from: 'Доля от максимума' },
};
const journal = {
  journal_lowered: { from: 'Понизили' },
  journal_confirmed: { from: 'Подтвердили' },
  journal_raised: { from: 'Повысили' },
  journal_gap_2: { from: 'Разница 2 и более' },
};
const export_ = { table: 'results', encoding: 'utf-8', delimiter: ';', decimal: ',' } as const;
const totals = [{ from: 'ОО', drop: [totalLabel], reason: 'total' }];

const vpr: ProfileText = {
  ...export_,
  columns: { ...aggregate, grade: { from: 'Класс' }, ...marks, ...journal },
  constants: { procedure: 'vpr', session: 'spring' },
  filters: totals,
  ignore: ['Муниципалитет'],
};

const vprAutumn: ProfileText = {
  ...vpr,
  columns: { ...vpr.columns, written_in_grade: { from: 'Класс участников' } },
  constants: { procedure: 'vpr', session: 'autumn' },
};

const oge: ProfileText = {
  ...export_,
  columns: { ...aggregate, grade: { from: 'Класс' }, ...marks },
  constants: { procedure: 'oge', session: 'main' },
  ignore: ['Муниципалитет', 'ОО'],
};

const ege: ProfileText = {
  ...export_,
  columns: {
    ...aggregate,
    subject: {
      from: 'Предмет',
      values: {
        'Русский язык': 'russian',
        'Математика (профильная)': 'mathematics',
        Обществознание: 'social-studies',
        Физика: 'physics',
      },
    },
    below_threshold: { from: 'Не преодолели минимальный порог' },
    high_score: { from: '81 и более' },
    max_score: { from: '100 баллов' },
  },
  constants: { procedure: 'ege', session: 'main', grade: 11 },
  ignore: ['Муниципалитет', 'ОО'],
};

const pupils: ProfileText = {
  table: 'pupils',
  encoding: 'utf-8',
  delimiter: ';',
  decimal: ',',
  columns: {
    school_id: { from: 'Логин' },
    grade: { from: 'Класс' },
    subject,
    journal_mark: { from: 'Отметка за предыдущий триместр' },
    score: { from: 'Итого баллов' },
    mark: { from: 'Отметка' },
  },
  constants: { procedure: 'vpr', session: 'spring' },
  filters: [{ from: 'Вариант', drop: [absentLabel], reason: 'absent' }],
  ignore: ['Код', 'Пол'],
};

const schools: ProfileText = {
  table: 'schools',
  encoding: 'utf-8',
  columns: { ...own(...Object.keys(canonical.schools.columns)), small_school: yes('small_school') },
};

/** Every profile of the demo set by its file name. */
export const profiles: Readonly<Record<string, ProfileText>> = {
  municipalities: {
    table: 'municipalities',
    encoding: 'utf-8',
    columns: own('municipality_id', 'name'),
    constants: { region_id: 'sr' },
  },
  schools,
  /** Finds out the encoding by itself: one year is Windows-1251, one has a byte order mark. */
  vpr: { ...vpr, encoding: 'auto' },
  'vpr-autumn': vprAutumn,
  oge,
  ege,
  pupils,
  'social-index': { table: 'social_index', encoding: 'utf-8', columns: own('school_id', 'year', 'value') },
  programmes: {
    table: 'programmes',
    encoding: 'utf-8',
    columns: own('school_id', 'programme', 'year', 'role'),
  },
  deficits: {
    table: 'deficits',
    encoding: 'utf-8',
    columns: {
      ...own('school_id', 'year', 'kind'),
      identified: yes('identified'),
      eliminated: yes('eliminated'),
    },
  },
  observations: {
    table: 'observations',
    encoding: 'utf-8',
    columns: {
      entity_id: { from: 'municipality_id' },
      ...own('year', 'indicator_id', 'dimension', 'numerator', 'denominator'),
    },
    constants: { entity_level: 'municipality' },
  },
  'observations-schools': {
    table: 'observations',
    encoding: 'utf-8',
    columns: { entity_id: { from: 'school_id' }, ...own('year') },
    constants: { entity_level: 'school', denominator: 1 },
    unpivot: { columns: answerColumns, into: 'numerator' },
  },
  'roadmap-source': {
    table: 'roadmap_sources',
    encoding: 'utf-8',
    delimiter: ';',
    columns: own('roadmap_id', 'title', 'title_en', 'body', 'body_en', 'starts', 'ends'),
  },
  roadmap: {
    table: 'roadmaps',
    encoding: 'utf-8',
    delimiter: ';',
    columns: {
      item: { from: roadmapHeader[0] },
      level: { from: roadmapHeader[1] },
      section: { from: roadmapHeader[2] },
      title: { from: roadmapHeader[3] },
      form: { from: roadmapHeader[4] },
      period_text: { from: roadmapHeader[5] },
      responsible_role: { from: roadmapHeader[6] },
      expected_result: { from: roadmapHeader[7] },
      target: { from: roadmapHeader[8] },
      target_unit: { from: roadmapHeader[9] },
      indicator_id: { from: roadmapHeader[10] },
      done_on: { from: roadmapHeader[11] },
    },
    constants: { roadmap_id: 'demo-2025' },
  },
  responses: {
    table: 'responses',
    encoding: 'utf-8',
    columns: own('school_id', 'date', 'author_role', 'text'),
  },
  'bias-list': { table: 'bias_list', encoding: 'utf-8', columns: own('school_id', 'year', 'markers') },
};

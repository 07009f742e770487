import { csv } from './csv.ts';
import type { Municipality } from './municipalities.ts';
import { stream } from './random.ts';
import { isOpen, type School } from './schools.ts';

const years = [2024, 2025];

/** What municipalities count beside the indicators of the order: indicator, dimension, who is asked, usual share, its spread. */
const asked = [
  ['parents-involved', '', 1.6, 0.54, 0.08],
  ['teacher-deficits', 'subject', 0.07, 0.24, 0.06],
  ['teacher-deficits', 'methods', 0.07, 0.31, 0.07],
  ['teacher-deficits', 'psychology', 0.07, 0.36, 0.07],
  ['teacher-deficits', 'digital', 0.07, 0.19, 0.05],
  ['survey-parents', 'quality', 0.4, 0.71, 0.06],
  ['survey-parents', 'informed', 0.4, 0.63, 0.07],
  ['survey-teachers', 'support', 0.05, 0.58, 0.09],
  ['survey-teachers', 'load', 0.05, 0.47, 0.08],
] as const;

const header = ['municipality_id', 'year', 'indicator_id', 'dimension', 'numerator', 'denominator'];

/** `observations-support.csv`: parents, teachers and surveys as aggregates of municipalities. */
export function supportFile(municipalities: readonly Municipality[], schools: readonly School[]): string {
  const rows = municipalities.flatMap(({ id }) =>
    years.flatMap((year) => {
      const pupils = schools
        .filter((school) => school.municipality.id === id && isOpen(school, year, 'spring'))
        .reduce((sum, school) => sum + school.pupils, 0);
      return asked.map(([indicator, dimension, each, share, spread]) => {
        const all = Math.round(pupils * each);
        const trend = indicator === 'teacher-deficits' ? -0.02 : 0.025;
        const part =
          share + trend * (year - 2024) + spread * stream('support', id, year, indicator, dimension).normal();
        return [id, year, indicator, dimension, Math.min(all, Math.max(0, Math.round(all * part))), all];
      });
    }),
  );
  return csv(
    header,
    rows.filter(([, , , , , all]) => Number(all) > 0),
    ',',
  );
}

/** Months of which reports are due before the release. */
const reported = months(2025, 7);

function months(year: number, count: number): [number, string][] {
  return Array.from({ length: count }, (_, i) => [year, String(i + 1).padStart(2, '0')]);
}

/** `reports.csv`: whether a municipality's monthly report came by the 10th; one that never came has no row. */
export function reportsFile(municipalities: readonly Municipality[]): string {
  const rows = municipalities.flatMap(({ id }) => {
    const care = stream('report-care', id).uniform();
    return reported.flatMap(([year, month]) => {
      const chance = stream('report', id, year, month).uniform();
      if (chance > 0.86 + 0.14 * care) return [];
      return [[id, year, 'municipal-report', month, chance < 0.62 + 0.38 * care ? 1 : 0, 1]];
    });
  });
  return csv(header, rows, ',');
}

const region = 'министерство образования области';
const institute = 'институт развития образования';
const authorities = 'муниципальные органы управления образованием';
const schoolHeads = 'руководители школ';
const organising = 'Организация и мониторинг';
const prevention = 'Профилактика учебной неуспешности';

/** Activities of the invented region: number, level, section, activity, form, period, responsible, expected, target, unit, indicator, done. */
const activities = [
  [
    '1',
    'регион',
    organising,
    'Идентификация школ и распределение их по кластерам',
    'приказ',
    'апрель 2025 г.',
    region,
    'Список школ по кластерам',
    '',
    '',
    '',
    '2025-04-28',
  ],
  [
    '2',
    'регион',
    organising,
    'Диагностика профессиональных дефицитов учителей',
    'мониторинг',
    'до 1 июня 2025 г.',
    institute,
    'Аналитическая справка',
    '',
    '',
    '',
    '',
  ],
  [
    '3',
    'муниципалитет',
    organising,
    'Отчёт о выполнении дорожной карты',
    'отчёт',
    'ежемесячно до 10 числа',
    authorities,
    'Отчёты всех муниципалитетов',
    '',
    '',
    '',
    '',
  ],
  [
    '4',
    'регион',
    organising,
    'Семинары для управленческих команд',
    'семинар',
    'ежеквартально',
    institute,
    'Четыре семинара',
    '4',
    'семинаров',
    '',
    '',
  ],
  [
    '5',
    'муниципалитет',
    organising,
    'Аудит внутренних систем оценки качества',
    'аудит',
    'не реже одного раза в два месяца',
    authorities,
    '',
    '',
    '',
    '',
    '',
  ],
  [
    '6',
    'регион',
    organising,
    'Повышение квалификации команд школ',
    'программа повышения квалификации',
    'октябрь – ноябрь 2025 г.',
    institute,
    'Обучены команды школ с низкими результатами',
    '25',
    'команд',
    '',
    '',
  ],
  [
    '7',
    'регион',
    organising,
    'Анализ эффективности принятых мер',
    'аналитическая справка',
    'не реже одного раза в год',
    region,
    'Аналитическая справка',
    '',
    '',
    '',
    '',
  ],
  [
    '8',
    'школа',
    prevention,
    'Индивидуальные образовательные маршруты',
    'индивидуальный образовательный маршрут',
    'до 1 октября 2025 г.',
    schoolHeads,
    'Маршруты у 60 % неуспевающих',
    '60',
    '%',
    'individual-routes',
    '',
  ],
  [
    '9',
    'школа',
    prevention,
    'Внутришкольная система профилактики учебной неуспешности',
    'локальный акт',
    'до 1 мая 2025 г.',
    schoolHeads,
    'Система есть в 75 % школ',
    '75',
    '%',
    'prevention-system',
    '',
  ],
  [
    '10',
    'муниципалитет',
    prevention,
    'Сотрудничество с родителями',
    'советы, родительские собрания',
    'в течение года',
    authorities,
    'Вовлечены не менее 60 % родителей',
    '60',
    '%',
    'parents-involved',
    '',
  ],
  [
    '11',
    'школа',
    prevention,
    'Наставничество для неуспевающих',
    'наставничество',
    'сентябрь – декабрь 2025 г.',
    schoolHeads,
    'Наставничество в 50 % школ',
    '50',
    '%',
    'mentoring',
    '',
  ],
  [
    '12',
    'школа',
    prevention,
    'Анализ результатов ВПР',
    'аналитический отчёт',
    'до четвертой четверти',
    schoolHeads,
    '',
    '',
    '',
    '',
    '',
  ],
  [
    '13',
    'школа',
    prevention,
    'Разбор итогов четверти',
    'педагогический совет',
    'по итогам четверти',
    schoolHeads,
    '',
    '',
    '',
    '',
    '',
  ],
  [
    '14',
    'муниципалитет',
    prevention,
    'Консультации психолога и логопеда',
    'консультации',
    'по плану работы',
    authorities,
    '1200 консультаций',
    '1200',
    'консультаций',
    '',
    '',
  ],
] as const;

/** Headers that road maps customarily have. */
export const roadmapHeader = [
  '№ п/п',
  'Уровень',
  'Раздел',
  'Наименование мероприятия',
  'Форма реализации',
  'Сроки выполнения',
  'Ответственные',
  'Ожидаемый результат',
  'Целевое значение',
  'Единица',
  'Показатель',
  'Выполнено',
] as const;

const source = [
  [
    'demo-2025',
    'Дорожная карта поддержки школ, 2025 год',
    'Road map of the support of schools, 2025',
    'Министерство образования области',
    'Ministry of education of the region',
    '2025-01-01',
    '2025-12-31',
  ],
] as const;

/** `roadmap-source.csv`: what the road map is called and which days it is for. */
export const roadmapSourceFile = (): string =>
  csv(['roadmap_id', 'title', 'title_en', 'body', 'body_en', 'starts', 'ends'], source, ';');

/** `roadmap.csv`: the road map of the invented region for 2025. */
export const roadmapFile = (): string => csv([...roadmapHeader], activities, ';');

import type { Meaning } from './dictionary-results.ts';

const of = (ru: string, en: string): Meaning => ({ ru, en });
const english = (ru: string, en: string): Meaning => of(`${ru}, по-английски`, `${en}, in English`);

/** Columns of the tables of road maps and programmes that mean the same in each of them. */
export const roadmapColumns: Record<string, Meaning> = {
  roadmap_id: of('Код дорожной карты', 'Code of the road map'),
  title: of('Название', 'Title'),
  title_en: english('Название', 'Title'),
  body: of('Кто издал', 'Who issued it'),
  body_en: english('Кто издал', 'Who issued it'),
  number: of('Номер приказа', 'Number of the order'),
  dated: of('Дата приказа', 'Date of the order'),
  note: of('Чего нет в источнике и как он прочитан', 'What the source lacks, and how it was read'),
  note_en: english('Чего нет в источнике и как он прочитан', 'What the source lacks, and how it was read'),
  origin: of(
    'Откуда: order — приказ из data/roadmaps, chosen — такой приказ, который регион назвал своим, own — набор данных региона',
    'Where from: order (kept in data/roadmaps), chosen (such an order that the region works by) or own (its data set)',
  ),
  item: of('Номер пункта', 'Number of the item'),
  position: of('Место в дорожной карте', 'Place in the road map'),
  section: of('Раздел', 'Section'),
  section_en: english('Раздел', 'Section'),
  form: of('Форма', 'Form'),
  form_en: english('Форма', 'Form'),
  period_text: of('Срок, как он написан', 'The period as worded'),
  starts: of('Первый день', 'First day'),
  ends: of('Последний день', 'Last day'),
  on_dates: of('Отдельные дни через пробел', 'Single days, with spaces between them'),
  recurrence: of(
    'Повторение: once — один раз, monthly, quarterly, yearly, term — каждую четверть, throughout — всё время, on-demand — дата не следует из текста',
    'Recurrence: once, monthly, quarterly, yearly, term, throughout, on-demand (no date follows)',
  ),
  every_months: of('Раз в сколько месяцев', 'Every so many months'),
  due_day: of('До какого числа следующего месяца', 'Due by this day of the next month'),
  period_basis: of(
    'Откуда даты: stated — написаны, map-year — год дорожной карты, map-years — каждый её год, school-calendar — обычный школьный календарь; text-only, overlapping, impossible, missing — дат нет',
    'Where the dates come from: stated, map-year, map-years, school-calendar; text-only, overlapping, impossible and missing have none',
  ),
  responsible_role: of('Ответственный: должность или организация', 'Responsible: post or body'),
  responsible_role_en: english('Ответственный', 'Responsible'),
  expected_result: of('Ожидаемый результат', 'Expected result'),
  expected_result_en: english('Ожидаемый результат', 'Expected result'),
  target: of('Первое число ожидаемого результата', 'First number of the expected result'),
  target_unit: of('Единица первого числа', 'Unit of the first number'),
  target_unit_en: english('Единица первого числа', 'Unit of the first number'),
  target_2: of('Второе число ожидаемого результата', 'Second number of the expected result'),
  target_2_unit: of('Единица второго числа', 'Unit of the second number'),
  target_2_unit_en: english('Единица второго числа', 'Unit of the second number'),
  done_on: of('День, когда записан результат', 'Day on which a result was recorded'),
  occurrence: of('Который раз', 'Which time'),
  opens: of('Когда начинается', 'When it opens'),
  due: of('Последний день срока', 'Last day of the time'),
  as_of: of('День, на который выведено состояние', 'Day that the state is derived for'),
  next_opens: of('Начало текущего или следующего срока', 'Start of the present or next time'),
  next_due: of('Последний день текущего или следующего срока', 'Last day of the present or next time'),
  fallen_due: of('Сколько сроков прошло', 'How many times it has fallen due'),
  actual: of('Достигнуто по наблюдениям', 'Reached according to observations'),
  actual_year: of('Год наблюдения', 'Year of the observation'),
  reached: of('Достигнут ли ожидаемый результат', 'Whether the expected result was reached'),
  first_year: of('Год, в котором школы вошли в программу', 'Year in which the schools entered the programme'),
  last_year: of('Последний год программы у этих школ', 'Last year of the programme for these schools'),
  participants: of('Школы программы', 'Schools of the programme'),
  compared: of(
    'Школы программы с результатами в оба года',
    'Schools of the programme with results in both years',
  ),
  controls: of(
    'Сколько разных школ без программы в сравнении',
    'Different schools without the programme compared',
  ),
  before: of('Доля не преодолевших порог до программы', 'Share below the threshold before the programme'),
  after: of('Та же доля после', 'The same share after'),
  before_controls: of('Доля до, у школ без программы', 'Share before, schools without the programme'),
  after_controls: of('Доля после, у школ без программы', 'Share after, schools without the programme'),
  excess: of(
    'Отличие от ожидаемого в школах программы',
    'Difference from expected, schools of the programme',
  ),
  excess_controls: of(
    'Отличие от ожидаемого в школах без программы',
    'Difference from expected, schools without it',
  ),
  effect: of(
    'Разница, которую не объясняют регион, возврат к среднему и условия; меньше 0 — не преодолевших меньше',
    'Difference that region, regression to the mean and context do not explain; under 0 is fewer',
  ),
  interval_low: of('Интервал разницы: нижний конец', 'Interval of the difference: lower end'),
  interval_high: of('Интервал разницы: верхний конец', 'Interval of the difference: upper end'),
  distance: of('Среднее расстояние до школ в сравнении', 'Mean distance to the schools compared'),
};

const state = of(
  'Состояние: done — результат записан, upcoming — впереди, due — срок идёт, recurring — повторяется, overdue — срок прошёл и результата нет, no-date — даты нет',
  'State: done (a result is recorded), upcoming, due, recurring, overdue (past and no result recorded), no-date',
);
const verdict = of(
  'Вывод: fewer — не преодолевших меньше, more — больше, no-clear-difference — ясной разницы нет, not-comparable — сравнить нельзя',
  'Verdict: fewer, more, no-clear-difference, not-comparable',
);
const reason = of(
  'Почему нельзя сравнить: starts-before-data — программа началась раньше данных, no-comparable-years — нет сравнимых лет, few-schools — мало школ, few-controls — не с кем',
  'Why it cannot be compared: starts-before-data, no-comparable-years, few-schools, few-controls',
);

/** Words of these tables that other tables use otherwise. */
export const roadmapExceptions: Record<string, Record<string, Meaning>> = {
  roadmap_sources: {
    starts: of('Первый день, на который рассчитана карта', 'First day that the road map is for'),
    ends: of('Последний день, на который она рассчитана', 'Last day that it is for'),
  },
  roadmap_states: { state },
  programme_effects: { verdict, reason },
};

import type { Meaning } from './dictionary-results.ts';

const of = (ru: string, en: string): Meaning => ({ ru, en });

const verdictWords = of(
  'improved — стало лучше, worsened — стало хуже, no-clear-change — ясного изменения нет, undetermined — диапазоны чисел допускают разные ответы',
  'improved, worsened, no-clear-change, or undetermined (the ranges of the counts allow different answers)',
);
const stateWords = of(
  'met — выполнено, not-met — не выполнено, undetermined — диапазоны чисел допускают оба ответа, insufficient-data — данных не хватает',
  'met, not-met, undetermined (the ranges of the counts allow both), insufficient-data',
);
const schoolState = of(
  'identified — школа с низкими результатами, not-identified — нет, undetermined — диапазоны чисел допускают оба ответа, insufficient-data — данных не хватает',
  'identified as low, not-identified, undetermined (the ranges allow both), insufficient-data',
);
const labelled = (ru: string, en: string, words: Meaning): Meaning =>
  of(`${ru}: ${words.ru}`, `${en}: ${words.en}`);

/** Columns of the derived tables that mean the same in each of them. */
export const derivedColumns: Record<string, Meaning> = {
  year_from: of('Первый год, который взят', 'First year that is taken'),
  year_to: of('Последний год, который взят', 'Last year that is taken'),
  cells: of('Сколько строк результатов взято вместе', 'How many rows of results are taken together'),
  size_class: of(
    'Размер школы по числу учеников; пусто — неизвестно',
    'Size of the school by pupils; empty: unknown',
  ),
  schools: of('Школ с результатами', 'Schools with results'),
  silent_alone: of(
    'Из них школ, ни одного результата которых по отдельности показать нельзя',
    'Of these, schools none of whose results can be shown by itself',
  ),
  silent: of(
    'Из них школ, о которых ничего не говорят и взятые вместе строки',
    'Of these, schools that rows taken together do not speak for either',
  ),
  few_cells: of('Строк, скрытых целиком: мало участников', 'Rows hidden as a whole: few participants'),
  ranged_cells: of(
    'Строк, часть чисел которых показана диапазоном',
    'Rows with some numbers shown as ranges',
  ),
  hidden_cells: of('Сколько из них со скрытыми числами', 'How many of them have hidden numbers'),
  methodology: of('Версия методики, по которой посчитано', 'Version of the methodology'),
  methodology_from: of('Действующая методика', 'Methodology in force'),
  methodology_to: of('Методика, с которой сравнивают', 'Methodology compared with it'),
  state_from: labelled('Ответ действующей методики', 'Answer of the methodology in force', schoolState),
  state_to: labelled('Ответ другой методики', 'Answer of the other methodology', schoolState),
  change: of(
    'Что меняет другая методика: enters — школа входит в список, leaves — выходит, unclear — сказать нельзя',
    'What the other methodology changes: the school enters the list, leaves it, or it cannot be told',
  ),
  state: labelled('Ответ правила', 'Answer of the rule', stateWords),
  group_state: labelled(
    'Есть ли группа неуспевающих',
    'Whether there is a group of failing pupils',
    stateWords,
  ),
  reasons: of(
    'Основания через пробел: two-procedures — две работы в одном году, two-years — одна работа подряд, pooled — доля от всех участников, programme — проект «500+», failing-group — группа неуспевающих, deficit — дефицит ресурсов, low-wellbeing — нижняя четверть ИСБ, no-prevention — нет профилактики рисков',
    'Reasons, with spaces between them: two-procedures, two-years, pooled, programme, failing-group, deficit, low-wellbeing, no-prevention',
  ),
  possible_reasons: of(
    'Основания, которые диапазоны чисел допускают, но не доказывают',
    'Reasons that the ranges of the counts allow and do not prove',
  ),
  breaks: of(
    'Где ряд лет прерван, процедура:код: break-in-series — работу нельзя сравнивать, not-held — не проводилась, no-data — лет раньше нет в данных',
    'Where the run of years is broken, procedure:code: break-in-series, not-held, no-data',
  ),
  settings: of('Сколько наборов порогов проверено', 'Number of settings tried'),
  cluster: of(
    'Кластер: 500+, 2 — низкие результаты, 1 — есть группы неуспевающих, 3 — факторы риска, none — нет, undetermined — диапазоны чисел допускают два ответа, insufficient-data — данных не хватает',
    'Cluster: 500+, 2 (low results), 1 (groups of failing pupils), 3 (risk factors), none, undetermined, insufficient-data',
  ),
  wellbeing: of('Индекс социального благополучия', 'Index of social well-being'),
  lowest_quartile: of(
    'Входит ли школа в нижнюю четверть региона по индексу',
    'Whether the school is in the region’s lowest quartile by the index',
  ),
  deficits_known: of('Спрашивали ли школу о дефицитах', 'Whether the school was asked about deficits'),
  deficits_identified: of('Виды выявленных дефицитов', 'Kinds of deficits identified'),
  deficits_remaining: of('Виды дефицитов, которые не устранены', 'Kinds of deficits that remain'),
  year_before: of('Год, с которым сравнивают', 'Year compared with'),
  grade_before: of('Класс тех же детей в том году', 'Grade of the same children in that year'),
  gap_years: of('Сколько лет между ними', 'Years between them'),
  strata: of('Сколько классов сложено', 'Number of grades pooled'),
  mean_change: of('Изменение среднего балла', 'Change of the mean score'),
  sharp_worsening: labelled(
    'Резкое ухудшение',
    'Sharp worsening by the federal rule of 10 points',
    stateWords,
  ),
  p_value: of('P-значение изменения относительно региона', 'P-value of the change against the region'),
  q_value: of(
    'То же с поправкой на число школ (Benjamini–Hochberg)',
    'The same, adjusted for the number of schools (Benjamini–Hochberg)',
  ),
  confirmed: labelled('Подтверждённое изменение', 'Confirmed change (lens 3)', verdictWords),
  tail: of(
    'Вероятность такого же или большего отклонения от ожидаемого',
    'Probability of such a deviation from the expected share, or a larger one',
  ),
  net: labelled(
    'Изменение за вычетом возврата к среднему',
    'Change net of regression to the mean (lens 4)',
    verdictWords,
  ),
  identified_before: of(
    'Была ли школа в том году школой с низкими результатами',
    'Whether the school was identified as low in that year',
  ),
  verdict: labelled(
    'Вывод: для школы с низкими результатами «лучше» требует обоих способов',
    'Verdict; for a school identified as low "improved" needs lenses 3 and 4 both',
    verdictWords,
  ),
  marker: of(
    'Возможный признак необъективности; повод посмотреть, а не вывод',
    'Possible marker of bias; a reason to look, not a finding',
  ),
  federal: of('Входит ли признак в федеральный показатель', 'Whether the federal index counts the marker'),
  value: of('Значение', 'Value'),
  bound: of('Граница, с которой сравнивают значение', 'Bound that the value is compared with'),
  place: of('Место по близости', 'Place by nearness'),
  similar_id: of('Код похожей школы', 'Code of the similar school'),
  distance: of(
    'Расстояние по условиям работы; результаты не участвуют',
    'Distance by context; results take no part',
  ),
  size: of('Вклад числа учеников в квадрат расстояния', 'Part of the squared distance due to size'),
  dimension: of(
    'О чём значение: предмет, вид дефицита, способ сравнения; пусто — о целом',
    'What the value is about: subject, kind of deficit, lens; empty: the whole',
  ),
  uncounted: of('Сколько школ не учтено: нет данных', 'Schools left out for lack of data'),
  kind: of('Вид дефицита', 'Kind of deficit'),
  identified: of('Выявлен ли дефицит', 'Whether the deficit was identified'),
  eliminated: of('Устранён ли дефицит', 'Whether the deficit was eliminated'),
  programme: of('Проект', 'Programme'),
  role: of('Роль школы в проекте', 'Role of the school in the programme'),
  markers: of('Сколько признаков указано в списке', 'Number of markers named in the list'),
  mark: of('Отметка, которая начинается с этого балла', 'Mark that begins at the score'),
  informative: of('Хватает ли участников для вывода', 'Whether there are participants enough to conclude'),
  entity_level: of(
    'О ком наблюдение: school, municipality, region',
    'Whom the observation is about: school, municipality or region',
  ),
};

/** What one table calls differently. */
export const derivedExceptions: Record<string, Record<string, Meaning>> = {
  wellbeing_index: {
    value_low: of(
      'Индекс социального благополучия: нижняя граница; равна верхней, если число точное',
      'Index of social well-being: lower end; equals the upper one where the number is exact',
    ),
    value_high: of('Индекс социального благополучия: верхняя граница', 'Index: upper end'),
    components: of(
      'Из скольких слагаемых методика составляет индекс; 0 — индекс дал источник',
      'Number of components that the methodology makes it of; 0: supplied by the source',
    ),
    components_known: of('Сколько из них известно', 'Of them, known'),
  },
  identification: {
    state: labelled('Школа с низкими результатами', 'Low-results school', schoolState),
  },
  dynamics: {
    grade: of('Класс программы; 0 — все классы предмета вместе', 'Programme grade; 0: all grades pooled'),
  },
  identification_units: {
    subject: of('Предмет; пусто — все вместе', 'Subject; empty: all together'),
    grade: of('Класс программы; 0 — все вместе', 'Programme grade; 0: all together'),
  },
  disclosure: {
    locality: of(
      'Местность школы: urban — город, rural — село, пусто — неизвестно',
      'Locality of the school; empty: unknown',
    ),
    cells: of('Строк результатов школ', 'Rows of results of schools'),
  },
  pooled_results: {
    subject: of('Предмет; пусто — все предметы вместе', 'Subject; empty: all subjects together'),
    grade: of('Класс программы; 0 — все классы вместе', 'Programme grade; 0: all grades together'),
  },
  similar_schools: {
    locality: of('Вклад местности', 'Part due to locality'),
    small_school: of('Вклад малокомплектности', 'Part due to being a small school'),
    wellbeing: of('Вклад индекса социального благополучия', 'Part due to the index of social well-being'),
    type: of('Вклад вида школы', 'Part due to the type of school'),
  },
  boundary_spikes: {
    p_value: of(
      'Вероятность такого избытка у нижней границы отметки, округлена вверх',
      'Probability of such a surplus at the lowest score of the mark, rounded up',
    ),
  },
  observations: { value: of('Значение, если его дал источник', 'Value where the source gives one') },
};

/** Ranges of the derived tables: published as `_low` and `_high`. */
export const derivedIntervals: Record<string, Meaning> = {
  low_units: of('Сколько работ с низким результатом', 'Number of low units'),
  share: of('Доля не преодолевших порог', 'Share below the threshold'),
  identified: of('В скольких наборах порогов школа выделена', 'Settings in which the school is identified'),
  participants_before: of('Участники в том году', 'Participants in that year'),
  below_threshold_before: of('Не преодолели порог в том году', 'Below the threshold in that year'),
  formal: of(
    'Изменение доли не преодолевших порог; меньше 0 — стало лучше',
    'Change of the share below the threshold; under 0 is better',
  ),
  region: of('Изменение по региону', 'Change of the region'),
  relative: of('Изменение относительно региона', 'Change against the region'),
  quality: of('Изменение доли «4» и «5»', 'Change of the share of marks 4 and 5'),
  interval: of('95-процентный интервал', '95 % interval'),
  excess: of(
    'Отличие от ожидаемого с учётом возврата к среднему',
    'Difference from the share expected after regression to the mean',
  ),
};

/** What a column means, in every language. */
export interface Meaning {
  ru: string;
  en: string;
}

const of = (ru: string, en: string): Meaning => ({ ru, en });

/** Columns of `results` that are not intervals. */
export const resultColumns: Record<string, Meaning> = {
  level: of(
    'Чей результат: school — школа, municipality — муниципалитет, region — регион',
    'Whose result: school, municipality or region',
  ),
  entity_id: of('Код школы, муниципалитета или региона', 'Code of the school, municipality or region'),
  municipality_id: of(
    'Муниципалитет школы; пусто у региона',
    'Municipality of the school; empty for the region',
  ),
  year: of('Календарный год, в котором прошла работа', 'Calendar year in which the work was held'),
  procedure: of(
    'Процедура: vpr — ВПР, oge — ОГЭ, ege — ЕГЭ',
    'Procedure: vpr (check works), oge (exam after grade 9), ege (exam after grade 11)',
  ),
  subject: of('Предмет', 'Subject'),
  grade: of(
    'Класс программы; осенняя работа за 5 класс, написанная в 6, относится к 5',
    'Programme grade; an autumn work of grade 5 written in grade 6 belongs to 5',
  ),
  session: of(
    'Период: spring — весна, autumn — осень, main — основной период экзамена',
    'Session: spring, autumn, or main session of an exam',
  ),
  comparability: of(
    'Группа сравнимости: годы можно сравнивать, только если она одинакова',
    'Comparability group: years may be compared only where it is the same',
  ),
  protection: of(
    'Защита строки: none — числа точные, suppressed — скрыто источником, few-participants — мало участников, few-failing — скрыто малое число не преодолевших порог, coded-tail — почти у всех одна отметка, rounded — округлено, widened — итог показан диапазоном, чтобы по нему нельзя было найти скрытое число школы, remembered — скрыто, потому что было скрыто в прежнем выпуске, corrected — итог показан диапазоном, потому что скрытые числа в нём исправлены после прежнего выпуска',
    'Protection of the row: none (exact), suppressed by the source, few-participants, few-failing, coded-tail, rounded, widened (a total shown as a range, so that no hidden number of a school can be found from it), remembered (hidden because the release before hid it), corrected (a total shown as a range because hidden numbers in it were corrected since an earlier release)',
  ),
  score_mean: of(
    'Средний балл; у муниципалитета и региона — по школам, средний балл которых опубликован',
    'Mean score; of a municipality or region, over schools whose own mean is published',
  ),
  mean_participants: of(
    'У муниципалитета и региона: участники тех школ, по которым посчитан средний балл',
    'Of a municipality or region: participants of the schools that the means are taken over',
  ),
  score_sd: of('Стандартное отклонение балла', 'Standard deviation of the score'),
  completion_mean: of(
    'Средняя доля набранных баллов от максимума, от 0 до 1',
    'Mean share of the maximum score, 0 to 1',
  ),
  journal_rho: of(
    'Связь отметок за работу и в журнале: коэффициент Спирмена',
    'Correlation of marks for the work and in the journal: Spearman’s rho',
  ),
};

/** Counts of `results`; each is published as two columns, `_low` and `_high`. */
export const countColumns: Record<string, Meaning> = {
  participants: of('Участники', 'Participants'),
  below_threshold: of(
    'Не преодолели порог: получили «2» или меньше минимального балла',
    'Below the threshold: mark 2 or under the minimum score',
  ),
  mark_2: of('Получили «2»', 'Got mark 2'),
  mark_3: of('Получили «3»', 'Got mark 3'),
  mark_4: of('Получили «4»', 'Got mark 4'),
  mark_5: of('Получили «5»', 'Got mark 5'),
  high_score: of('Набрали 81 балл и больше', 'Scored 81 or more'),
  max_score: of('Набрали наибольший балл', 'Got the maximum score'),
  basic_level_met: of('Выполнили задания базового уровня', 'Completed the basic-level tasks'),
  journal_lowered: of('Отметка за работу ниже, чем в журнале', 'Mark for the work lower than in the journal'),
  journal_confirmed: of(
    'Отметка за работу та же, что в журнале',
    'Mark for the work the same as in the journal',
  ),
  journal_raised: of('Отметка за работу выше, чем в журнале', 'Mark for the work higher than in the journal'),
  journal_gap_2: of(
    'Отметки за работу и в журнале различаются на 2 и больше',
    'Marks for the work and in the journal differ by 2 or more',
  ),
};

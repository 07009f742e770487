import type { Meaning } from './dictionary-results.ts';

const of = (ru: string, en: string): Meaning => ({ ru, en });

const event = of(
  'appears — школа появилась, disappears — пропала',
  'appears or disappears between the two years',
);
const place = of('Порядок в файле, с нуля', 'Order in the file, from zero');

/** Columns of the quality report, which no other table has or which mean something else there. */
export const qualityExceptions: Record<string, Record<string, Meaning>> = {
  inputs: {
    outcome: of(
      'Что стало со строками: rows-in — всего, published — приняты, suppressed — скрыты издателем, excluded — исключены, rejected — отклонены',
      'What became of the rows: rows-in (all), published, suppressed by the publisher, excluded, rejected',
    ),
    rule: of(
      'По какому правилу исключены или отклонены; пусто у остальных',
      'Rule by which they were excluded or rejected; empty for the others',
    ),
    rows: of('Число строк', 'Number of rows'),
  },
  input_notes: {
    place,
    code: of('Код замечания', 'Code of the note'),
    note: of('О чём оно', 'What it is about'),
  },
  input_columns: {
    place,
    use: of(
      'Для чего использован: value — значение, block — столбец сводной таблицы, filter — исключение строк, check — проверка сдвига, compared — поиск повторов, ignored — не использован, personal — персональные данные, удалён, constant — задан в профиле',
      'Used for: value, block (column of a wide table), filter, check of shifted rows, compared for repeats, ignored, personal data (dropped), constant of the profile',
    ),
    file_column: of('Столбец файла; пусто, если такого нет', 'Column of the file; empty where there is none'),
    our_column: of(
      'Столбец выпуска; пусто, если не стал ничем',
      'Column of the release; empty where it became none',
    ),
    constant: of('Значение, которое задано в профиле', 'Value set in the profile'),
  },
  boundary_names: {
    place: of('Порядок контуров в файле границ', 'Order of the shapes in the file of boundaries'),
    way: of(
      'Как контур нашёл муниципалитет: id — по коду, name — по имени, plain-name — по имени без вида территории, by-hand — вручную, unmatched — не нашёл, no-shape — муниципалитет без контура',
      'How the shape found its municipality: id, name, plain-name (without the kind of unit), by-hand, unmatched, or no-shape (a municipality without one)',
    ),
    shape: of('Имя контура в файле границ', 'Name of the shape in the file of boundaries'),
    municipality_id: of(
      'Код муниципалитета; пусто, если контур его не нашёл',
      'Code of the municipality; empty where none was found',
    ),
  },
  coverage: {
    municipality_id: of('Код муниципалитета', 'Code of the municipality'),
    schools_expected: of(
      'Школы, открытые в этом году, у которых процедура есть хотя бы в одном году',
      'Schools open in the year that have the procedure in any year',
    ),
    schools: of('Школы, у которых есть результаты', 'Schools with results'),
    works: of('Работы школ: школа, предмет, класс', 'Works of schools: school, subject, grade'),
    works_shown: of('Из них с показанной долей', 'Of them, with a share that is shown'),
  },
  appearances: {
    year_before: of('Предыдущий год этой процедуры', 'Year before in which the procedure was held'),
    event,
    explained_by: of(
      'Чем объясняет реестр: opened — открылась, closed — закрылась; пусто — ничем',
      'What the register explains it by: opened or closed; empty: nothing',
    ),
  },
  jumps: {
    kind: of(
      'Что изменилось скачком: participants — число участников, fail-rate — доля не преодолевших порог',
      'What jumped: participants, or fail-rate (the share below the threshold)',
    ),
    direction: of('rise — рост, fall — падение', 'rise or fall'),
    relative_low: of(
      'Изменение относительно региона, нижняя граница: во сколько раз (participants) или на сколько (fail-rate)',
      'Change against the region, lower end: how many times (participants) or by how much (fail-rate)',
    ),
    relative_high: of('То же, верхняя граница', 'The same, upper end'),
    excess_deviations: of(
      'На сколько стандартных ошибок изменение больше границы правила',
      'Standard errors by which the change exceeds the limit of the rule',
    ),
  },
};

/** Columns that name an input in each table of the report. */
export const qualityColumns: Record<string, Meaning> = {
  input: of('Код входного файла в dataset.json', 'Id of the input in dataset.json'),
  file: of('Файл источника', 'File of the source'),
};

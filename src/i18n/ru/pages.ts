import { integer } from '../formats.ts';

/** Words of the lists of schools and municipalities. */
export const lists = {
  schoolsTitle: 'Школы',
  schoolsLead: 'По муниципалитетам и по алфавиту. Порядок не зависит от результатов.',
  municipalitiesTitle: 'Муниципалитеты',
  municipalitiesLead: 'По алфавиту. Порядок не зависит от результатов.',
  municipalityPage: 'Результаты муниципалитета',
};

/** Words of the page of downloads. */
export const data = {
  title: 'Данные',
  lead: 'Те же файлы, из которых сделан сайт. Их можно скачать, пересчитать и процитировать.',
  synthetic: 'Данные вымышлены и годятся только для проверки.',
  files: 'Файлы выпуска',
  filesNote: (count: number) =>
    `Кроме таблиц выпуск содержит ещё ${integer('ru', count)} файлов JSON: по одному на школу и муниципалитет. Их адреса и контрольные суммы есть в manifest.json.`,
  file: 'Файл',
  rows: 'Строк',
  size: 'Размер',
  checksum: 'SHA-256',
  manifest: 'manifest.json — полный список файлов',
  accounts: 'Что стало со строками источника',
  accountsLead:
    'Каждая строка исходного файла учтена: опубликована, скрыта издателем, исключена по правилу или отклонена с указанием причины.',
  source: 'Файл источника',
  rowsIn: 'Всего строк',
  published: 'Опубли\u00adковано',
  suppressed: 'Скрыто издателем',
  excluded: 'Исключено',
  rejected: 'Отклонено',
  dropped: 'Удалены столбцы с персональными данными',
  dictionary: 'Словарь столбцов',
  dictionaryLead: 'Одинаков для Parquet, CSV и JSON.',
  column: 'Столбец',
  type: 'Тип',
  meaning: 'Что значит',
  tables: {
    results: 'Результаты',
    schools: 'Школы',
    municipalities: 'Муниципалитеты',
    regions: 'Регионы',
    identification: 'Выявление школ с низкими результатами',
    identification_units: 'Работы, по которым выявляют школы',
    robustness: 'Устойчивость вывода к параметрам',
    clusters: 'Кластеры',
    methodology_changes: 'Отличия методик',
    wellbeing_index: 'Индекс социального благополучия по методике',
    adverse_conditions: 'Неблагоприятные социальные условия',
    dynamics: 'Динамика',
    cohorts: 'Те же дети год спустя',
    objectivity: 'Признаки необъективности',
    similar_schools: 'Похожие школы',
    monitoring: 'Показатели приказа',
    deficits: 'Ресурсные дефициты',
    social_index: 'Индекс социального благополучия',
    programmes: 'Программы поддержки',
    bias_list: 'Список школ с признаками необъективности',
    boundary_spikes: 'Скачки на границе отметки',
    observations: 'Наблюдения',
    indicators: 'Показатели',
    inputs: 'Качество: строки файлов',
    input_notes: 'Качество: замечания о файлах',
    input_columns: 'Качество: столбцы файлов',
    boundary_names: 'Качество: границы и муниципалитеты',
    coverage: 'Качество: полнота по муниципалитетам и годам',
    appearances: 'Качество: школы, которые появились или пропали',
    jumps: 'Качество: подозрительные скачки',
  },
  types: {
    text: 'текст',
    integer: 'целое число',
    decimal: 'число',
    boolean: 'да или нет',
    date: 'дата',
  },
  cite: 'Как сослаться',
  citation: (publisher: string, title: string, release: string, licence: string) =>
    `${publisher}. ${title}: набор данных. — Выпуск ${release}. — Лицензия: ${licence}.`,
  releaseNote:
    'Название выпуска состоит из даты и контрольной суммы содержимого. Опубликованный выпуск не меняется, поэтому ссылка на него остаётся верной.',
  scroll: 'таблица, прокручивается по горизонтали',
  scrollHint: 'Таблица прокручивается вбок →',
};

/** Words of the explorer's static frame. */
export const explore = {
  title: 'Исследовать',
  lead: 'Выберите работу и муниципалитет. Расчёт идёт в вашем браузере по опубликованным таблицам; никакие данные не отправляются.',
  withoutScript:
    'Без JavaScript выбор недоступен: видна только динамика по региону. Остальные графики есть на страницах школ и муниципалитетов.',
  filters: 'Что показать',
  procedure: 'Процедура',
  subject: 'Предмет',
  grade: 'Класс',
  municipality: 'Муниципалитет',
  wholeRegion: 'весь регион',
  allGrades: 'все классы',
  progress: 'Загрузка таблиц',
  chart: 'График',
  table: 'Таблица',
};

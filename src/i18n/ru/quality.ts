import { counted, integer, plural } from '../formats.ts';

const files = { one: 'файл', few: 'файла', other: 'файлов' };
const rows = { one: 'строка', few: 'строки', other: 'строк' };
const deviations = { one: 'стандартную ошибку', few: 'стандартные ошибки', other: 'стандартных ошибок' };
const points = { one: 'процентный пункт', few: 'процентных пункта', other: 'процентных пунктов' };
const times = { one: 'раз', few: 'раза', other: 'раз' };
/** A number that need not be whole takes the form of a fraction: 2,5 раза. */
const number = (value: number) => new Intl.NumberFormat('ru', { maximumFractionDigits: 2 }).format(value);

/** Words of the quality report. */
export const quality = {
  title: 'Качество данных',
  lead: 'Из каких файлов сделан выпуск, что стало с каждой строкой и столбцом, где данных нет и что в них стоит проверить.',
  protectedNote:
    'Сведения об отдельных учениках сюда не попадают. Всё, что сказано о школах, посчитано по опубликованным таблицам, в которых малые группы скрыты.',
  filesTitle: 'Скачать отчёт',
  filesNote: 'Столбцы этих таблиц описаны в словаре на странице «Данные».',
  rowsTitle: 'Что стало со строками',
  total: (inputs: number, read: number) =>
    `Прочитано ${counted('ru', inputs, files)}, в них ${counted('ru', read, rows)}.`,
  balance: 'Каждая строка учтена: принята, скрыта издателем, исключена по правилу или отклонена.',
  noAccounts: 'В этом выпуске сведений о файлах нет.',
  all: 'Все файлы',
  whyTitle: 'Почему строки исключены или отклонены',
  whyNone: 'Исключённых и отклонённых строк нет.',
  why: 'Причина',
  rows: 'Строк',
  excluded: {
    total: 'итоговая строка, а не школа',
    absent: 'ученик отсутствовал',
    'empty-cell': 'пустая клетка сводной таблицы',
    withheld: 'число участников скрыто издателем',
    'repeated-row': 'строка повторена дословно',
    'other-subject': 'другой предмет',
    subgroup: 'часть группы, которая учтена целиком',
    'part-of-group': 'часть группы, которая учтена целиком',
    note: 'примечание, а не данные',
  } as Readonly<Record<string, string>>,
  excludedAs: (rule: string) => `исключено по правилу профиля «${rule}»`,
  rejectedAs: (fault: string) => `отклонено: ${fault}`,
  notesTitle: 'Замечания',
  notesLead: 'Это не ошибки: так файл понят, и это стоит проверить.',
  notesNone: 'Замечаний нет.',
  notes: {
    layout: (about: string) => `распознана форма выгрузки: ${about}`,
    year: (about: string) => `год прочитан из имени или заголовка: ${about}`,
    subject: (about: string) => `предмет прочитан из имени или заголовка: ${about}`,
    grade: (about: string) => `класс прочитан из имени или заголовка: ${about}`,
    'identical-to': (about: string) =>
      `файл побайтно совпадает с «${about}»: вероятно, под новым именем опубликованы старые данные`,
    'same-digits': (about: string) =>
      `логины с одинаковыми цифрами, возможно, одна школа: ${about}; решение за составителем набора`,
    'percent-residue': (about: string) =>
      `проценты пересчитаны в учеников; наибольшая неточность округления: ${about}`,
    'pupils-not-counted': () =>
      'в файле по строке на ученика; чтобы по числу строк нельзя было узнать размер малой группы, сосчитаны не ученики, а группы: школа, предмет и класс',
    'repeated-pupils': (about: string) => `повторяющиеся строки учеников, принятые составителем: ${about}`,
    'formulas-without-value': (about: string) => `формулы без сохранённого значения: ${about}`,
    'error-cells': (about: string) => `клетки с ошибкой Excel: ${about}`,
    'long-numbers': (about: string) => `числа, в которых Excel потерял последние цифры: ${about}`,
    'hidden-rows': (about: string) => `скрытые строки листа (прочитаны): ${about}`,
    'letter-three': (about: string) => `отметки, набранные буквой «З», прочитаны как 3: ${about}`,
    'mixed-line-ends': () => 'строки файла кончаются по-разному; прочитан как обычный',
    'unnamed-columns': (about: string) => `столбцы без названия (не читались): ${about}`,
  } as Readonly<Record<string, (about: string) => string>>,
  columnsTitle: 'Чем стал каждый столбец',
  columnsLead: 'По одному списку на файл: столбец издателя и столбец выпуска.',
  columnsOf: (file: string, count: number) =>
    `${file}: ${counted('ru', count, { one: 'столбец', few: 'столбца', other: 'столбцов' })}`,
  fileColumn: 'Столбец файла',
  became: 'Чем стал',
  uses: {
    value: (ours: string) => ours,
    block: (ours: string) => `${ours} (столбец сводной таблицы)`,
    filter: () => 'по нему исключают строки',
    check: () => 'по нему проверяют, не сдвинута ли строка',
    compared: () => 'по нему ищут повторы; не хранится',
    ignored: () => 'не используется',
    personal: () => 'персональные данные: удалён и не читался',
    constant: (ours: string) => ours,
  } as Readonly<Record<string, (ours: string) => string>>,
  constant: (value: string) => `нет в файле, задано: ${value}`,
  coverageTitle: 'Полнота по муниципалитетам и годам',
  coverageLead:
    'У скольких школ есть результаты. «24 из 26» значит: ещё у двух школ эта процедура есть в другие годы, а в этом нет. Чаще всего в классе просто никого не было, но если не хватает многих, проверьте, все ли файлы на месте.',
  coverageOf: (present: number, expected: number) =>
    present === expected ? integer('ru', present) : `${integer('ru', present)} из ${integer('ru', expected)}`,
  coverageNone: 'нет результатов ни одной школы',
  municipality: 'Муниципалитет',
  whole: 'Весь регион',
  shown: 'Показано работ школ',
  shownNote:
    'Последняя строка: какая часть всех работ школ (школа, предмет, класс) показана. Остальные скрыты: в них мало участников или их скрыл издатель.',
  appearancesTitle: 'Школы, которые появились или пропали',
  appearancesLead:
    'Школа есть в одном году процедуры и её нет в соседнем. Открытие и закрытие взяты из реестра; остальное объяснит только составитель данных.',
  appearancesNone: 'Таких школ нет.',
  appearancesCount: (count: number, explained: number) =>
    `${counted('ru', count, { one: 'случай', few: 'случая', other: 'случаев' })}, из них объяснено реестром: ${integer('ru', explained)}`,
  school: 'Школа',
  procedure: 'Процедура',
  event: 'Что произошло',
  appears: (before: number, year: number) => `нет в ${before} году, есть в ${year}`,
  disappears: (before: number, year: number) => `есть в ${before} году, нет в ${year}`,
  explained: { opened: 'школа открылась', closed: 'школа закрылась' } as Readonly<Record<string, string>>,
  unexplained: 'не объяснено',
  why_: 'Объяснение',
  jumpsTitle: 'Подозрительные скачки',
  jumpsLead: (rule: { deviations: number; factor: number; change: number }) =>
    `Изменения, которые больше похожи на ошибку в данных, чем на перемены в школе: число участников выросло или упало больше чем в ${number(rule.factor)} ${plural('ru', rule.factor, times)} по сравнению с регионом или доля не преодолевших порог изменилась больше чем на ${counted('ru', Math.round(rule.change * 100), points)} относительно региона — и сверх этой границы не меньше чем на ${number(rule.deviations)} ${plural('ru', rule.deviations, deviations)}. Это повод проверить, а не вывод.`,
  jumpsOff: 'В методике этого выпуска правила о скачках нет, их не искали.',
  jumpsNone: 'Таких скачков не найдено.',
  jumpsCount: (count: number) => counted('ru', count, { one: 'скачок', few: 'скачка', other: 'скачков' }),
  work: 'Работа',
  where: 'Где',
  what: 'Что изменилось',
  kinds: {
    participants: (before: string, now: string) => `участников было ${before}, стало ${now}`,
    'fail-rate': (before: string, now: string) => `не преодолели порог: было ${before}, стало ${now}`,
  },
  counts: (below: string, participants: string) => `${below}\u00a0из\u00a0${participants}`,
  years_: 'Годы',
  years: (before: number, year: number) => `${before} → ${year}`,
  boundariesTitle: 'Границы на карте',
  boundariesLead:
    'Как контуры нашли свои муниципалитеты: по коду, по имени, по имени без слов «район», «округ», «город» или вручную.',
  boundariesNone: 'Границ в этом выпуске нет: карта составлена из клеток.',
  ways: {
    id: 'по коду',
    name: 'по имени',
    'plain-name': 'по имени без вида территории',
    'by-hand': 'вручную',
    unmatched: 'контур без муниципалитета, на карту не попал',
    'no-shape': 'муниципалитет без контура, на карте показан клеткой',
  } as Readonly<Record<string, string>>,
  way: 'Как найдено',
  shape: 'Контур',
  shapes: 'Контуров',
  link: 'Качество данных: что принято, что исключено и что стоит проверить',
};

/** The shape that every language fills. */
export type QualityMessages = typeof quality;

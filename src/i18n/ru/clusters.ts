import type { Cluster } from '../../contract/vocabulary.ts';
import { counted, list, percent, plural } from '../formats.ts';

const schools = { one: 'школа', few: 'школы', other: 'школ' };
const works = { one: 'работе', other: 'работах' };
const yearsInRow = { few: 'года', other: 'лет' };

/** `2020 и 2022 годы` */
const yearList = (years: readonly number[]) =>
  `${list('ru', years.map(String))}\u00a0${years.length === 1 ? 'год' : 'годы'}`;

/** Words of the page of clusters and of a school's status. */
export const clusters = {
  title: 'Кластеры школ',
  lead: (year: number) =>
    `Каким школам по итогам ${year} года нужна помощь, какая именно и почему. Кластер — это вид поддержки, а не оценка школы.`,
  source: (source: string) => `Правило и меры поддержки: ${source}.`,
  noData: 'В этом выпуске кластеров нет: он сделан до того, как сайт стал их считать.',
  names: {
    '500+': 'проект «500+»',
    '2': 'кластер 2',
    '1': 'кластер 1',
    '3': 'кластер 3',
    none: 'вне кластеров',
    undetermined: 'точно сказать нельзя',
    'insufficient-data': 'данных не хватает',
  } satisfies Record<Cluster, string>,
  meanings: {
    '500+': 'школа участвует в проекте',
    '2': 'низкие результаты',
    '1': 'есть группы неуспевающих',
    '3': 'есть факторы риска',
    none: 'оснований для поддержки по этому правилу нет',
    undetermined: 'часть чисел скрыта, и они допускают разные ответы',
    'insufficient-data': 'ни в одной работе нет нужного числа участников',
  } satisfies Record<Cluster, string>,
  measures: 'Меры поддержки',
  doneBy: 'Что предусмотрено приказом',
  noSchools: 'Таких школ нет.',
  counts: 'Сколько школ в каждом кластере',
  autumnYears: (years: readonly string[]) =>
    `ВПР ${list('ru', years)} годов писали осенью, на класс старше программы: эти годы нельзя сравнивать с остальными.`,
  cluster: 'Кластер',
  school: 'Школа',
  year: 'Год',
  byYears: 'Число школ по годам',
  schools: 'Школ',
  map: 'Карта',
  mapLead:
    'Заливка — доля школ с низкими результатами (кластер 2) среди школ муниципалитета, о которых хватает данных. Значки — школы.',
  mapLabel: (year: number) =>
    `Карта муниципалитетов: доля школ с низкими результатами в ${year} году. Числа — в таблице под картой.`,
  tileLead: 'Границ муниципалитетов в выпуске нет, поэтому каждый муниципалитет показан квадратом.',
  share: 'Доля школ с низкими результатами',
  shareRange: 'диапазон: точно сказать нельзя',
  shareNone: 'данных нет',
  municipality: 'Муниципалитет',
  lowOf: 'С низкими результатами',
  ofSchools: 'Из школ с данными',
  uncounted: 'Данных не хватает',
  mapTable: 'Таблица к карте',
  plane: 'Плоскость рисков',
  planeNone:
    'Плоскость рисков не построена: ни у одной школы нет сразу и индекса социального благополучия, и работы с нужным числом участников.',
  planeLead: (threshold: string) =>
    `По горизонтали — индекс социального благополучия (ИСБ), по вертикали — самая высокая доля не преодолевших порог среди работ школы по русскому языку и математике. Черта ${threshold} — граница низкого результата в одной работе. Точка выше черты ещё не делает школу школой с низкими результатами: нужны две работы или два года подряд.`,
  planeLabel: (year: number, count: number) =>
    `Плоскость рисков за ${year} год: ${counted('ru', count, { one: 'школа', few: 'школы', other: 'школ' })} по индексу социального благополучия и доле не преодолевших порог. Числа — в таблице под графиком.`,
  planeX: 'ИСБ',
  planeY: 'не преодолели порог',
  planeTable: 'Таблица к плоскости рисков',
  planeMissing: (count: number) =>
    `Не ${plural('ru', count, { one: 'показана', few: 'показаны', other: 'показано' })} ${counted('ru', count, schools)}: ни в одной работе нет нужного числа участников или нет ИСБ.`,
  limit: (share: string) => `граница низкого результата: ${share}`,
  quartile: 'левее — нижняя четверть региона по ИСБ',
  highestShare: 'Самая высокая доля',
  lists: 'Школы и основания',
  listsLead: 'По муниципалитетам и по алфавиту. Порядок не зависит от результатов.',
  robustness: (low: number, high: number, settings: number) =>
    low === high
      ? `Школа была бы в списке школ с низкими результатами в ${low} из ${settings} вариантов правила.`
      : `Школа была бы в списке школ с низкими результатами в ${low}–${high} из ${settings} вариантов правила.`,
  robustnessNote: (settings: number) =>
    `«В 14 из ${settings} вариантов правила» значит: порог, вид работы и наименьшее число участников немного меняли, и школа осталась бы в списке в 14 случаях из ${settings}. Чем больше вариантов, тем устойчивее вывод.`,
  schoolCount: (count: number) => counted('ru', count, schools),
  statusTitle: 'Статус и основания',
  status: (year: number): Record<Cluster, string> => ({
    '500+': `В ${year} году школа участвует в проекте «500+».`,
    '2': `По итогам ${year} года школа отнесена к кластеру 2: низкие результаты.`,
    '1': `По итогам ${year} года школа отнесена к кластеру 1: есть группы неуспевающих.`,
    '3': `По итогам ${year} года школа отнесена к кластеру 3: есть факторы риска.`,
    none: `По итогам ${year} года школа не входит ни в один кластер: оснований для поддержки по этому правилу нет.`,
    undetermined: `По итогам ${year} года точно назвать кластер нельзя: часть чисел скрыта, чтобы по ним нельзя было узнать отметку отдельного ученика.`,
    'insufficient-data': `По итогам ${year} года сказать о кластере нечего: данных не хватает. Это не значит, что низких результатов нет.`,
  }),
  notEnough: (minimum: number) =>
    `Ни в одной работе по русскому языку и математике не было ${minimum} участников и больше.`,
  because: 'Основания',
  alsoPresent: 'Кроме того',
  programme: (programme: string) => `школа участвует в проекте «${programme}»`,
  twoProcedures: (threshold: number, works_: number) =>
    `не менее ${percent('ru', threshold)} участников не преодолели порог минимум в ${works_ === 2 ? 'двух' : works_} ${plural('ru', works_, works)} одного года`,
  twoYears: (threshold: number, years: number) =>
    `не менее ${percent('ru', threshold)} участников не преодолели порог в одной и той же работе ${years === 2 ? 'два' : years} ${plural('ru', years, yearsInRow)} подряд`,
  pooled: (threshold: number) =>
    `не менее ${percent('ru', threshold)} от общего числа участников не преодолели порог`,
  failingGroup: (threshold: number) =>
    `есть работы, в которых порог не преодолели ${percent('ru', threshold)} участников и больше`,
  deficit: (kinds: readonly string[]) => {
    if (kinds.length === 0) return 'не устранён дефицит ресурсов';
    const verb = kinds.length === 1 ? 'не устранён ресурсный дефицит' : 'не устранены ресурсные дефициты';
    return `${verb}: ${list('ru', kinds)}`;
  },
  deficitKinds: {
    staff: 'кадровый',
    material: 'материально-технический',
    financial: 'финансовый',
    other: 'другой',
  } as Readonly<Record<string, string>>,
  lowWellbeing: (value: string | null) =>
    `индекс социального благополучия${value ? ` (${value})` : ''} — в нижней четверти региона`,
  noPrevention: 'профилактика рисков не организована',
  possible: {
    'low-results': 'возможны низкие результаты: скрытые числа этого не исключают',
    'failing-group': 'возможны группы неуспевающих: скрытые числа этого не исключают',
    'low-wellbeing':
      'возможно, школа в нижней четверти региона по индексу социального благополучия: скрытые числа этого не исключают',
  },
  unit: (where: string, counts: readonly string[]) => `${where}: ${list('ru', counts)}`,
  unitCount: (below: string, participants: string, year: number) =>
    `${below}\u00a0из\u00a0${participants} в ${year}\u00a0году`,
  allSubjects: 'все предметы',
  breaks: (years: number, parts: readonly string[]) =>
    `Правило «${years === 2 ? 'два' : years} ${plural('ru', years, yearsInRow)} подряд» проверено не за все годы, ряд прерван. ${parts.join('. ')}.`,
  breakParts: {
    'break-in-series': (procedure: string, years: readonly number[]) =>
      `${procedure}, ${yearList(years)}: предыдущая работа проходила в других условиях, сравнивать с ней нельзя`,
    'not-held': (procedure: string, years: readonly number[]) =>
      `${procedure}, ${yearList(years)}: годом раньше процедуру не проводили`,
    'no-data': (procedure: string, years: readonly number[]) =>
      `${procedure}, ${yearList(years)}: более ранних данных в выпуске нет`,
  },
  settings: (low: number, high: number, settings: number) =>
    low === high
      ? `Устойчивость: при других разумных порогах правила школа была бы в списке школ с низкими результатами в ${low} из ${settings} вариантов.`
      : `Устойчивость: при других разумных порогах правила школа была бы в списке школ с низкими результатами в ${low}–${high} из ${settings} вариантов; точнее сказать нельзя: часть чисел скрыта.`,
};

/** The shape that every language fills. */
export type ClusterMessages = typeof clusters;

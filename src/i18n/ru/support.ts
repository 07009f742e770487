import type { EffectReason, EffectVerdict } from '../../contract/programme-effect.ts';
import { counted, list } from '../formats.ts';

const schools = (n: number) => counted('ru', n, { one: 'школа', few: 'школы', other: 'школ' });
const inSchools = (n: number) => counted('ru', n, { one: 'школе', other: 'школах' });

/** Слова страниц поддержки школ: дефициты, профилактика, программы, помогает ли. */
export const support = {
  title: 'Поддержка школ',
  titleOf: (name: string) => `Поддержка школ: ${name}`,
  lead: 'Каких ресурсов школам не хватало и что устранено, кто участвует в программах, приходят ли отчёты — и помогает ли это.',
  region: 'Регион',
  municipalities: 'По муниципалитетам',
  analysisLink: 'Анализ эффективности за год',
  methodLink: 'Как считается, помогает ли программа',
  year: 'Год',
  value: 'Доля',
  count: 'Сколько',
  of: 'Из скольких',
  noData: 'В этом выпуске таких данных нет.',
  schools,
  deficits: {
    title: 'Ресурсные дефициты: выявлены и устранены',
    lead: 'Школы отвечают о каждом виде дефицита раз в год. «Осталось» — выявлено в этом году и не устранено в нём же.',
    kind: 'Вид',
    asked: 'Спросили школ',
    found: 'Выявлено',
    gone: 'Устранено',
    left: 'Осталось',
    again: 'Из оставшихся год назад выявлено снова',
    rejected: (n: number) =>
      `Отклонено при загрузке строк, где устранён дефицит, который не был выявлен: ${n}. В таблице их нет.`,
  },
  kinds: {
    staff: 'кадровый',
    material: 'материальный',
    financial: 'финансовый',
    other: 'другой',
  } as Record<string, string>,
  prevention: { title: 'Профилактика', indicator: 'Показатель' },
  risk: {
    title: 'Риски школ',
    lead: (year: number) =>
      `У скольких школ отмечен каждый фактор в ${year} году. Перечень факторов — настройка региона. Школа, которую не спрашивали, не считается школой без риска.`,
    factor: 'Фактор',
    present: 'Есть',
    asked: 'Данные есть у школ',
  },
  programmes: {
    title: 'Программы',
    programme: 'Программа',
    role: 'Роль',
    roles: {
      participant: 'участники',
      mentor: 'школы-наставники',
      base: 'базовые школы',
      partner: 'школы-партнёры',
      curator: 'школы, из которых кураторы',
    } as Record<string, string>,
    ofSchool: {
      participant: 'участвует',
      mentor: 'наставник',
      base: 'базовая школа',
      partner: 'партнёр',
      curator: 'из школы куратор',
    } as Record<string, string>,
  },
  effects: {
    title: 'Помогает ли программа?',
    lead: 'Школы программы сравниваются с самыми похожими школами без неё: по доле не преодолевших порог до программы и по условиям работы, но не по результату после. Из изменения вычтены изменение по региону и возврат к среднему: школы, выбранные за плохой результат, и без помощи в следующий раз в среднем выглядят лучше.',
    wave: (programme: string, first: number, all: number) =>
      `Программа «${programme}», вошли в ${first} году: ${schools(all)}`,
    compared: (procedure: string, before: number, after: number, compared: number, controls: number) =>
      `${procedure}, ${before} → ${after} год: результаты обоих лет есть у ${counted('ru', compared, { one: 'школы', other: 'школ' })} программы; рядом — ${schools(controls)} без неё.`,
    change: (before: string, after: string, beforeControls: string, afterControls: string) =>
      `Не преодолевших порог: было ${before}, стало ${after}; у похожих школ — было ${beforeControls}, стало ${afterControls}.`,
    difference: (points: string, low: string, high: string) =>
      `Разница, которую не объясняют регион, возврат к среднему и условия: ${points} (от ${low} до ${high}).`,
    verdicts: {
      fewer: 'Не преодолевших порог в школах программы меньше, чем можно было ждать без неё.',
      more: 'Не преодолевших порог в школах программы больше, чем можно было ждать без неё.',
      'no-clear-difference': 'Ясной разницы нет: такая могла получиться и без программы.',
      'not-comparable': 'Сравнить нельзя',
    } satisfies Record<EffectVerdict, string>,
    reasons: {
      'starts-before-data':
        'программа началась раньше, чем есть данные: какими школы были до неё, неизвестно',
      'no-comparable-years': 'нет двух лет — до программы и после её начала, — которые можно сравнивать',
      'few-schools': 'слишком мало школ с результатами в оба года',
      'few-controls': 'похожих школ без программы не нашлось',
    } satisfies Record<EffectReason, string>,
    caveatsTitle: 'Что важно помнить',
    caveats: [
      'Это не эксперимент: школы выбирали не по жребию, и то, чем они отличались ещё, осталось в разнице.',
      'Доля скрытых чисел расширяет границы: там, где число опубликовано диапазоном, взята середина, а половина диапазона добавлена к границам.',
      'Границы взяты с запасом, чтобы на вымышленных регионах, где правда известна, программа без действия называлась действующей не чаще чем в 5 случаях из 100.',
      '«Ясной разницы нет» не значит «не помогает»: школ мало, и небольшую пользу так не увидеть.',
    ],
  },
  observed: {
    parents: 'Участие родителей',
    teachers: 'Профессиональные дефициты учителей',
    surveys: 'Опросы',
    teachersLead:
      'Доля учителей, у которых диагностика нашла дефицит. Только суммы по муниципалитетам: сведений об отдельном учителе здесь нет.',
    what: 'О чём',
    names: {
      'parents-involved': 'Родители, вовлечённые в сотрудничество со школой',
      'survey-parents': 'Родители',
      'survey-teachers': 'Учителя',
      'teacher-deficits': 'Учителя',
    } as Record<string, string>,
    dimensions: {
      subject: 'предметный',
      methods: 'методический',
      psychology: 'психолого-педагогический',
      digital: 'цифровой',
      quality: 'довольны качеством обучения',
      informed: 'знают, как школа помогает отстающим',
      support: 'получают методическую помощь, когда она нужна',
      load: 'считают нагрузку посильной',
    } as Record<string, string>,
  },
  reports: {
    title: 'Отчёты муниципалитетов',
    lead: 'Отчёт о дорожной карте сдают каждый месяц до 10 числа следующего месяца.',
    month: 'Месяц',
    onTime: 'Вовремя',
    late: 'Позже',
    none: 'Не сдали',
    who: (month: string, names: readonly string[]) => `Нет отчёта за ${month}: ${list('ru', names)}.`,
    all: (month: string) => `За ${month} отчитались все.`,
    states: { onTime: 'вовремя', late: 'позже срока', none: 'не сдан' },
  },
  school: {
    title: 'Помощь школе',
    programmes: 'Программы',
    none: 'В программах поддержки школа не участвует.',
    deficits: 'Ресурсные дефициты',
    deficitLine: (kind: string, year: number, state: string) => `${kind}, ${year} год: ${state}`,
    found: 'выявлен, не устранён',
    gone: 'выявлен и устранён',
    noDeficits: (year: number) => `В ${year} году дефицитов не выявлено.`,
    notAsked: 'О дефицитах школу не спрашивали.',
    risk: 'Факторы риска',
    noRisk: 'Из факторов, о которых есть данные, ни одного не отмечено.',
    riskUnknown: (names: readonly string[]) => `Данных нет: ${list('ru', names)}.`,
    prevention: 'Профилактика неуспешности',
    yes: 'да',
    no: 'нет',
    asked: (year: number) => `по ответам школы, ${year} год`,
    roadmap: 'Что должно быть сделано на уровне школы',
    roadmapLink: 'Вся дорожная карта региона',
    nothing: 'Мероприятий школьного уровня в дорожной карте региона нет.',
  },
  analysis: {
    title: (year: number) => `Анализ эффективности принятых мер за ${year} год`,
    titleOf: (year: number, name: string) => `Анализ эффективности принятых мер за ${year} год: ${name}`,
    lead: 'Собран из опубликованных данных этого выпуска. Порядок — раздел 6 приказа Чародинского района: не реже одного раза в год.',
    download: 'Скачать документ Word (.docx)',
    municipalities: 'Анализ по муниципалитетам',
    identification: 'Выявление',
    low: (year: number, n: number) => `По итогам ${year} года низкие результаты — в ${inSchools(n)}.`,
    unknown: (n: number) => `Точно сказать нельзя, данных не хватает или они скрыты: ${schools(n)}.`,
    cluster: 'Кластер',
    flow: 'Что изменилось в кластерах',
    flowLead: (before: number, after: number) =>
      `Строка — кластер в ${before} году, столбец — в ${after}. На диагонали школы, которые остались.`,
    flowChart: (before: number, after: number) =>
      `Переходы школ между кластерами с ${before} на ${after} год; числа — в таблице.`,
    absent: 'нет данных',
    from: (year: number) => `${year} год`,
    dynamics: 'Динамика школ с низкими результатами',
    dynamicsLead:
      'Из школ, выделенных в прошлом году: у скольких доля не преодолевших порог стала ниже и у скольких это изменение подтверждено (больше, чем бывает случайно).',
    work: 'Работа',
    formal: 'Стала ниже',
    confirmed: 'Подтверждено',
    roadmap: 'Дорожная карта',
    roadmapState: (items: string, day: string) => `${items}, состояние на ${day}`,
    recommendations: 'Адресные рекомендации',
    recommendationsLead: 'Из каталога, который регион может изменить (data/reference/recommendations.json).',
    forCluster: (name: string, n: number) => `${name}: ${schools(n)}`,
    forDeficit: (name: string, n: number) => `Дефицит ${name}, не устранён: ${schools(n)}`,
    made: (release: string) => `Выпуск данных ${release}.`,
    synthetic: 'Данные вымышлены.',
  },
};

export type SupportMessages = typeof support;

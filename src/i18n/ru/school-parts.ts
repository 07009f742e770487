import type { Marker } from '../../contract/vocabulary.ts';
import { list } from '../formats.ts';

/** Words of the parts of a school's page: conditions, markers, the same children, similar schools. */
export const schoolParts = {
  adverse: {
    met: (year: number, index: string, deficits: readonly string[]) =>
      `В ${year} году школа работает в неблагоприятных социальных условиях: индекс социального благополучия (${index}) — в нижней четверти региона, и выявлены дефициты ресурсов (${list('ru', deficits)}).`,
    lowest: (year: number, index: string) =>
      `В ${year} году индекс социального благополучия школы (${index}) — в нижней четверти региона. Дефициты ресурсов не выявлены, поэтому условия не считаются неблагоприятными.`,
    unknown: (year: number, index: string) =>
      `В ${year} году индекс социального благополучия школы (${index}) — в нижней четверти региона; о дефицитах ресурсов данных нет, поэтому сказать, неблагоприятны ли условия, нельзя.`,
  },
  markersTitle: 'Возможные признаки необъективности',
  markersLead:
    'Это повод посмотреть, а не вывод: у признака бывают и другие причины — сильный класс, новый учитель, малое число участников.',
  markerYears: (years: string) => ` (${years})`,
  markerUnsure: 'точно сказать нельзя: часть чисел скрыта',
  markers: {
    'inflated-mean': 'средний балл заметно выше регионального',
    'journal-mismatch': 'отметки за работу и в журнале не согласуются между собой',
    'sharp-rise': 'резкий рост результатов той же параллели',
    'sharp-fall': 'резкое снижение результатов той же параллели',
    'mark-boundary-spike': 'необычно много работ с наименьшим баллом для отметки',
    'journal-gap': 'у многих учеников отметка за работу отличается от журнала на 2 и больше',
    'official-list': 'школа есть в списке Рособрнадзора',
  } satisfies Record<Marker, string>,
  cohort: {
    title: 'Те же дети год спустя',
    lead: 'Сравнивается одна и та же параллель: класс в одном году и следующий класс через год. Состав мог немного измениться. Задания разных классов разные, поэтому важно отличие от такой же параллели по региону.',
    children: 'Параллель',
    path: (grade: number, year: number, next: number, then: number) =>
      `${grade} класс в ${year} году → ${next} класс в ${then} году`,
    before: 'Было',
    after: 'Стало',
    change: 'Изменение',
    relative: 'Относительно региона',
    cell: (below: string, of: string, share: string) => `${share} (${below} из ${of})`,
    none: 'Сравнить ту же параллель не с чем: открытых результатов двух лет нет.',
    few: (few: number) =>
      `Строки, где участников меньше ${few}, отмечены звёздочкой: при таком числе доля сильно зависит от случая.`,
    unit: 'Изменения — в процентных пунктах: минус значит, что не преодолевших порог стало меньше.',
  },
  similar: {
    title: 'Рядом с похожими школами',
    lead: (count: number) =>
      `${count} школ региона с самыми близкими условиями работы. Их выбирают по числу учеников, местности, малокомплектности, индексу социального благополучия и виду школы — и никогда по результатам.`,
    what: 'Чем похожи?',
    chart: (year: number) =>
      `Доля не преодолевших порог в ${year} году: русский язык и математика, все работы вместе.`,
    chartLabel: (year: number, own: string | null, low: string, high: string) =>
      `Доля не преодолевших порог в ${year} году. ${own ? `Эта школа: ${own}. ` : 'Доля этой школы не показана. '}Похожие школы: от ${low} до ${high}.`,
    own: 'эта школа',
    others: 'похожие школы',
    region: (share: string) => `регион: ${share}`,
    hidden: (count: number) => `Не показано школ: ${count}. В каждой работе у них слишком мало участников.`,
    ownHidden: 'Эта школа не отмечена: участников слишком мало, и доля скрыта.',
    order: 'Сначала самые близкие по условиям. Порядок не зависит от результатов.',
    columns: {
      school: 'Школа',
      pupils: 'Учеников',
      locality: 'Местность',
      small: 'Мало\u00adкомплект\u00adная',
      index: 'ИСБ',
      type: 'Вид',
      distance: 'Расстояние',
      share: 'Доля',
    },
    localities: { urban: 'город', rural: 'село' } as Readonly<Record<string, string>>,
    types: {
      primary: 'начальная',
      basic: 'основная',
      secondary: 'средняя',
      lyceum: 'лицей',
      gymnasium: 'гимназия',
      other: 'другая',
    } as Readonly<Record<string, string>>,
    yes: 'да',
    no: 'нет',
    distance:
      'Расстояние — насколько условия отличаются: 0 значит, что они одинаковы. Из чего оно состоит, есть в файле similar_schools.',
    none: 'Похожих школ не подобрано: не хватает данных об условиях.',
    notShown: 'скрыта',
  },
};

/** The shape that every language fills. */
export type SchoolPartsMessages = typeof schoolParts;

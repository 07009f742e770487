import type { ChangeFacts, ChangeNumbers, Evidence } from '../../src/i18n/change-facts.ts';
import { outcome, russian } from './sentences.cases.ts';

const at = (value: number) => ({ low: value, high: value });

const usual: ChangeNumbers = {
  before: outcome(12, 35),
  now: outcome(8, 34),
  formal: at(-0.107563),
  region: at(-0.015),
  relative: at(-0.092563),
  interval: { low: -0.29, high: 0.125 },
  qValue: 0.62,
  confirmed: 'no-clear-change',
  excess: at(-0.04),
  net: 'no-clear-change',
  verdict: 'no-clear-change',
  identifiedBefore: false,
};

const base: ChangeFacts = {
  procedure: 'vpr',
  subject: russian,
  year: 2025,
  yearBefore: 2024,
  grades: 3,
  change: usual,
  few: 30,
  minimum: 10,
  practical: 0.03,
};

interface Case {
  name: string;
  facts: ChangeFacts;
  evidence: Evidence;
  ru: string;
  en: string;
}

type Change = Partial<ChangeNumbers> | ChangeFacts['change'];
const of = (
  name: string,
  evidence: Evidence,
  change: Change,
  ru: string,
  en: string,
  other: Partial<ChangeFacts> = {},
): Case => ({
  name,
  evidence,
  ru,
  en,
  facts: { ...base, ...other, change: 'reason' in change ? change : { ...usual, ...change } },
});

const better = { confirmed: 'improved', verdict: 'improved', interval: { low: -0.2, high: -0.01 } } as const;
const worse = {
  formal: at(0.12),
  relative: at(0.1),
  confirmed: 'worsened',
  verdict: 'worsened',
  net: 'worsened',
  interval: { low: 0.02, high: 0.2 },
} as const;

export const cases: Case[] = [
  of(
    'lower, within chance',
    'formal',
    {},
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2024 году; с учётом изменения по региону разница в пределах того, что даёт случай.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2024; allowing for the region’s change, the difference is within what chance alone produces.',
  ),
  of(
    'lower over two years',
    'formal',
    {},
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2023 году; с учётом изменения по региону разница в пределах того, что даёт случай.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2023; allowing for the region’s change, the difference is within what chance alone produces.',
    { yearBefore: 2023 },
  ),
  of(
    'lower, few participants',
    'formal',
    { now: outcome(5, 18) },
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2024 году; с учётом изменения по региону разница в пределах того, что даёт случай. Участников меньше 30: при таком числе доля сильно зависит от случая.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2024; allowing for the region’s change, the difference is within what chance alone produces. Fewer than 30 participants: with so few the share depends strongly on chance.',
  ),
  of(
    'lower by too little to count',
    'formal',
    { formal: at(-0.02), relative: at(-0.02), interval: { low: -0.029, high: -0.001 } },
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2024 году; от изменения по региону отличие меньше 3 п. п. — слишком мало, чтобы его считать.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2024; it differs from the region’s change by less than 3 pp, too little to count.',
  ),
  of(
    'a low-results school back at its mean',
    'formal',
    { ...better, net: 'no-clear-change', verdict: 'no-clear-change', identifiedBefore: true },
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2024 году. После очень низкого результата следующий обычно выше и сам по себе: это возврат к среднему. Здесь изменение не больше того, чего следовало ждать без всякой помощи.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2024. After a very low result the next one is usually better by itself: this is regression to the mean. Here the change is no more than was to be expected with no help at all.',
  ),
  of(
    'confirmed, any school',
    'confirmed',
    better,
    'стало лучше, подтверждено. Доля не преодолевших порог ниже, чем в 2024 году. Изменение лучше, чем по региону, и больше того, что даёт случай.',
    'improved, confirmed. The share below the threshold is lower than in 2024. The change is better than the region’s, and more than chance produces.',
  ),
  of(
    'confirmed, a low-results school',
    'confirmed',
    { ...better, net: 'improved', identifiedBefore: true },
    'стало лучше, подтверждено. Доля не преодолевших порог ниже, чем в 2024 году. Изменение лучше, чем по региону, и больше того, что даёт случай. Оно больше и того, чего следовало ждать после низкого результата без всякой помощи.',
    'improved, confirmed. The share below the threshold is lower than in 2024. The change is better than the region’s, and more than chance produces. It is also more than was to be expected after a low result with no help at all.',
  ),
  of(
    'confirmed although the share rose: the region rose far more',
    'confirmed',
    { ...better, formal: at(0.01), region: at(0.2) },
    'лучше, чем по региону; подтверждено. Доля не преодолевших порог выше, чем в 2024 году. Изменение лучше, чем по региону, и больше того, что даёт случай.',
    'better than the region, confirmed. The share below the threshold is higher than in 2024. The change is better than the region’s, and more than chance produces.',
  ),
  of(
    'worse, confirmed',
    'worsened',
    worse,
    'стало хуже, подтверждено. Доля не преодолевших порог выше, чем в 2024 году. Изменение хуже, чем по региону, и больше того, что даёт случай.',
    'worsened, confirmed. The share below the threshold is higher than in 2024. The change is worse than the region’s, and more than chance produces.',
  ),
  of(
    'worse, confirmed, few participants',
    'worsened',
    { ...worse, before: outcome(4, 22) },
    'стало хуже, подтверждено. Доля не преодолевших порог выше, чем в 2024 году. Изменение хуже, чем по региону, и больше того, что даёт случай. Участников меньше 30: при таком числе доля сильно зависит от случая.',
    'worsened, confirmed. The share below the threshold is higher than in 2024. The change is worse than the region’s, and more than chance produces. Fewer than 30 participants: with so few the share depends strongly on chance.',
  ),
  of(
    'higher, within chance',
    'no-clear-change',
    { formal: at(0.05), relative: at(0.04) },
    'ясного изменения нет. Доля не преодолевших порог выше, чем в 2024 году; с учётом изменения по региону разница в пределах того, что даёт случай.',
    'no clear change. The share below the threshold is higher than in 2024; allowing for the region’s change, the difference is within what chance alone produces.',
  ),
  of(
    'the same share',
    'no-clear-change',
    { formal: at(0) },
    'ясного изменения нет. Доля не преодолевших порог такая же, как в 2024 году.',
    'no clear change. The share below the threshold is the same as in 2024.',
  ),
  of(
    'hidden counts leave the direction open',
    'no-clear-change',
    { formal: { low: -0.03, high: 0.03 } },
    'ясного изменения нет. Выше или ниже доля не преодолевших порог, чем в 2024 году, сказать нельзя: часть чисел скрыта.',
    'no clear change. Whether the share below the threshold is higher or lower than in 2024 cannot be told: some counts are hidden.',
  ),
  of(
    'hidden counts allow two verdicts',
    'undetermined',
    { confirmed: 'undetermined', verdict: 'undetermined' },
    'точно сказать нельзя. Доля не преодолевших порог ниже, чем в 2024 году. Скрытые числа допускают разные выводы, поэтому вывода нет.',
    'cannot be told. The share below the threshold is lower than in 2024. The hidden counts allow different conclusions, so none is drawn.',
  ),
  of(
    'an area with no region beside it',
    'formal',
    { region: null, relative: null, interval: null },
    'формально ниже, не подтверждено. Доля не преодолевших порог ниже, чем в 2024 году; разница в пределах того, что даёт случай.',
    'formally lower, not confirmed. The share below the threshold is lower than in 2024; the difference is within what chance alone produces.',
  ),
  of(
    'too few participants in a check work',
    'few-participants',
    { reason: 'few-participants' },
    'мало участников. В одном из двух лет в каждом классе было меньше 10 участников: результат скрыт, чтобы по нему нельзя было узнать отметку отдельного ученика.',
    'few participants. In one of the two years every grade had fewer than 10 participants: the result is hidden so that nobody can tell one pupil’s mark from it.',
  ),
  of(
    'too few participants in an exam',
    'few-participants',
    { reason: 'few-participants' },
    'мало участников. В одном из двух лет было меньше 10 участников: результат скрыт, чтобы по нему нельзя было узнать отметку отдельного ученика.',
    'few participants. In one of the two years there were fewer than 10 participants: the result is hidden so that nobody can tell one pupil’s mark from it.',
    { procedure: 'ege' },
  ),
  of(
    'withheld by the source',
    'absent',
    { reason: 'suppressed' },
    'сравнить не с чем. Результат одного из двух лет скрыт источником данных.',
    'nothing to compare with. The result of one of the two years was withheld by its source.',
  ),
  of(
    'a year without results',
    'absent',
    { reason: 'no-data' },
    'сравнить не с чем. За один из двух лет нет результатов.',
    'nothing to compare with. One of the two years has no results.',
  ),
  of(
    'a break in the series',
    'absent',
    { reason: 'break-in-series' },
    'сравнить не с чем. Условия работы изменились, поэтому годы нельзя сравнивать.',
    'nothing to compare with. The conditions of the work changed, so the years cannot be compared.',
  ),
];

import type { Outcome, SeriesFacts } from '../../src/i18n/facts.ts';

const exact = (value: number) => ({ low: value, high: value });
/** `below` of `participants`; a pair where the count is hidden. */
export const outcome = (below: number | [number, number], participants: number): Outcome => ({
  participants: exact(participants),
  below: typeof below === 'number' ? exact(below) : { low: below[0], high: below[1] },
});

export const russian = { subject: 'russian', ru: 'Русский язык', ru_dative: 'русскому языку', en: 'Russian' };
export const mathematics = {
  subject: 'mathematics',
  ru: 'Математика',
  ru_dative: 'математике',
  en: 'Mathematics',
};

const usual: SeriesFacts = {
  procedure: 'vpr',
  subject: mathematics,
  grades: [6],
  year: 2025,
  current: outcome(14, 38),
  previous: outcome(18, 40),
  region: { previous: outcome(1200, 10000), current: outcome(1150, 10000) },
  few: 30,
};

const autumn = {
  ru: 'Работы перенесены на осень, на класс старше программы: результаты нельзя сравнивать с весенними',
  en: 'Moved to autumn, one class above the programme: not comparable with spring results',
};

interface Case {
  name: string;
  facts: SeriesFacts;
  ru: string;
  en: string;
}

const of = (name: string, facts: Partial<SeriesFacts>, ru: string, en: string): Case => ({
  name,
  facts: { ...usual, ...facts },
  ru,
  en,
});

export const cases: Case[] = [
  of(
    'a hidden number that ends in one: the verb stays plural',
    { current: outcome([19, 21], 270), previous: outcome(26, 260), region: undefined },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 19–21 из 270 участников (7–8 %) — это меньше, чем годом раньше (10 %); разница в пределах того, что даёт случай.',
    'In 2025, in the VPR in mathematics (grade 6), 19–21 of 270 participants (7–8%) were below the threshold, a smaller share than the year before (10%); the difference is within what chance alone produces.',
  ),
  of(
    'a share that fell',
    {},
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %) — это меньше, чем годом раньше (45 %); разница в пределах того, что даёт случай. В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold, a smaller share than the year before (45%); the difference is within what chance alone produces. Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces.',
  ),
  of(
    'a share that rose, several grades, the region rose too',
    {
      subject: russian,
      grades: [4, 5, 6, 7, 8],
      current: outcome(59, 248),
      previous: outcome(50, 251),
      region: { previous: outcome(600, 5000), current: outcome(700, 5000) },
    },
    'В 2025 году на ВПР по русскому языку (4–8 классы) порог не преодолели 59 из 248 участников (24 %) — это больше, чем годом раньше (20 %); разница в пределах того, что даёт случай. В целом по региону доля не преодолевших порог за это время выросла с 12,0 % до 14,0 %.',
    'In 2025, in the VPR in Russian (grades 4–8), 59 of 248 participants (24%) were below the threshold, a larger share than the year before (20%); the difference is within what chance alone produces. Across the region the share below the threshold rose from 12.0% to 14.0% over that time.',
  ),
  of(
    'the same share, and one pupil among twenty-one',
    {
      current: outcome(1, 21),
      previous: outcome(1, 21),
      region: { previous: outcome(1000, 10000), current: outcome(1000, 10000) },
    },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолел 1 из 21 участника (5 %) — это столько же, сколько годом раньше (5 %). В целом по региону доля не преодолевших порог за это время не изменилась: 10,0 %. Участников меньше 30: при таком числе доля сильно зависит от случая.',
    'In 2025, in the VPR in mathematics (grade 6), 1 of 21 participants (5%) was below the threshold, the same as the year before (5%). Across the region the share below the threshold stayed the same over that time: 10.0%. Fewer than 30 participants: with so few the share depends strongly on chance.',
  ),
  of(
    'almost the same share',
    {
      current: outcome(41, 110),
      previous: outcome(39, 105),
      region: { previous: outcome(1000, 10000), current: outcome(1003, 10000) },
    },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолел 41 из 110 участников (37 %), это почти столько же, сколько годом раньше (37 %). В целом по региону доля не преодолевших порог за это время почти не изменилась: 10,0 %.',
    'In 2025, in the VPR in mathematics (grade 6), 41 of 110 participants (37%) were below the threshold, almost the same as the year before (37%). Across the region the share below the threshold hardly changed over that time: 10.0%.',
  ),
  of(
    'a share of the region that is written alike in both years, though some counts are hidden',
    {
      region: {
        previous: { participants: { low: 10000, high: 10008 }, below: exact(853) },
        current: { participants: { low: 10010, high: 10012 }, below: exact(852) },
      },
    },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %) — это меньше, чем годом раньше (45 %); разница в пределах того, что даёт случай. В целом по региону доля не преодолевших порог за это время почти не изменилась: 8,5 %.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold, a smaller share than the year before (45%); the difference is within what chance alone produces. Across the region the share below the threshold hardly changed over that time: 8.5%.',
  ),
  of(
    'a hidden count whose range overlaps',
    { current: outcome([1, 2], 40), previous: outcome(2, 50) },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 1–2 из 40 участников (3–5 %); годом раньше — 4 %, точное сравнение невозможно: часть чисел скрыта. В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай.',
    'In 2025, in the VPR in mathematics (grade 6), 1–2 of 40 participants (3–5%) were below the threshold; the year before it was 4%, and an exact comparison is impossible because some counts are hidden. Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces.',
  ),
  of(
    'a hidden count that is surely less',
    { current: outcome([1, 2], 40), previous: outcome(9, 45) },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 1–2 из 40 участников (3–5 %) — это меньше, чем годом раньше (20 %). В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай.',
    'In 2025, in the VPR in mathematics (grade 6), 1–2 of 40 participants (3–5%) were below the threshold, a smaller share than the year before (20%). Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces.',
  ),
  of(
    'nobody below',
    { current: outcome(0, 31), previous: outcome(3, 33) },
    'В 2025 году на ВПР по математике (6 класс) порог преодолели все участники (31); годом раньше его не преодолели 9 %; разница в пределах того, что даёт случай. В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай.',
    'In 2025, in the VPR in mathematics (grade 6), all participants (31) reached the threshold; the year before 9% were below it; the difference is within what chance alone produces. Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces.',
  ),
  of(
    'nobody below, two years running',
    { procedure: 'oge', grades: [], current: outcome(0, 31), previous: outcome(0, 33) },
    'В 2025 году на ОГЭ по математике порог преодолели все участники (31), как и годом раньше. В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай.',
    'In 2025, in the OGE in mathematics, all participants (31) reached the threshold, as in the year before. Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces.',
  ),
  of(
    'few participants',
    { current: outcome(5, 14), previous: outcome(4, 16) },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 5 из 14 участников (36 %) — это больше, чем годом раньше (25 %); разница в пределах того, что даёт случай. В целом по региону доля не преодолевших порог за это время снизилась с 12,0 % до 11,5 %; разница в пределах того, что даёт случай. Участников меньше 30: при таком числе доля сильно зависит от случая.',
    'In 2025, in the VPR in mathematics (grade 6), 5 of 14 participants (36%) were below the threshold, a larger share than the year before (25%); the difference is within what chance alone produces. Across the region the share below the threshold fell from 12.0% to 11.5% over that time; the difference is within what chance alone produces. Fewer than 30 participants: with so few the share depends strongly on chance.',
  ),
  of(
    'fewer than the minimum',
    { current: { kind: 'few-participants', minimum: 10 }, grades: [] },
    'В 2025 году на ВПР по математике в каждом классе было меньше 10 участников. Результат скрыт: по нему можно было бы узнать отметку отдельного ученика.',
    'In 2025 the VPR in mathematics had fewer than 10 participants in every grade: the result is hidden so that nobody can tell one pupil’s mark from it.',
  ),
  of(
    'withheld by the source',
    { current: { kind: 'suppressed' }, grades: [] },
    'Результат ВПР по математике за 2025 год скрыт источником данных.',
    'The 2025 result of the VPR in mathematics was withheld by its source.',
  ),
  of(
    'no result this year',
    { procedure: 'oge', current: { kind: 'no-data' }, grades: [] },
    'Результатов ОГЭ по математике за 2025 год нет.',
    'There are no results of the OGE in mathematics for 2025.',
  ),
  of(
    'the first year',
    { previous: { kind: 'first-year' } },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %). Более ранних результатов нет, сравнивать не с чем.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold. There are no earlier results to compare with.',
  ),
  of(
    'a break in the series',
    { year: 2023, previous: { kind: 'break', reason: autumn } },
    'В 2023 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %). Сравнения с 2022 годом нет. Работы перенесены на осень, на класс старше программы: результаты нельзя сравнивать с весенними.',
    'In 2023, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold. It cannot be compared with 2022. Moved to autumn, one class above the programme: not comparable with spring results.',
  ),
  of(
    'no result the year before',
    { previous: { kind: 'no-data' } },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %). Результатов за 2024 год нет, поэтому сравнения с предыдущим годом нет.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold. There are no results for 2024, so there is no comparison with the year before.',
  ),
  of(
    'too few the year before',
    { previous: { kind: 'few-participants', minimum: 10 } },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %). Сравнить с 2024 годом нельзя: результат того года скрыт из-за малого числа участников.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold. It cannot be compared with 2024: the result of that year is hidden because there were few participants.',
  ),
  of(
    'withheld the year before',
    { previous: { kind: 'suppressed' } },
    'В 2025 году на ВПР по математике (6 класс) порог не преодолели 14 из 38 участников (37 %). Сравнить с 2024 годом нельзя: тот результат скрыт источником данных.',
    'In 2025, in the VPR in mathematics (grade 6), 14 of 38 participants (37%) were below the threshold. It cannot be compared with 2024: that result was withheld by its source.',
  ),
  of(
    'the region itself, with decimals',
    {
      procedure: 'ege',
      subject: russian,
      grades: [],
      current: outcome(1234, 10321),
      previous: outcome(1301, 10144),
      region: null,
    },
    'В 2025 году на ЕГЭ по русскому языку порог не преодолели 1 234 из 10 321 участника (12,0 %) — это меньше, чем годом раньше (12,8 %); разница в пределах того, что даёт случай.',
    'In 2025, in the EGE in Russian, 1,234 of 10,321 participants (12.0%) were below the threshold, a smaller share than the year before (12.8%); the difference is within what chance alone produces.',
  ),
];

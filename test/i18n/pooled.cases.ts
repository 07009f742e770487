import type { PooledWork } from '../../src/i18n/pooled-facts.ts';
import { mathematics, russian } from './sentences.cases.ts';

const span = (low: number, high = low) => ({ low, high });
const sum = (
  [low, high]: [number, number],
  [least, most]: [number, number],
  years: readonly number[],
  procedure: PooledWork['procedure'] = 'vpr',
): PooledWork => ({
  procedure,
  subject: mathematics,
  pooled: { below: span(low, high), participants: span(least, most), years },
});
const without = (
  pooled: 'wide' | 'none',
  procedure: PooledWork['procedure'],
  subject = russian,
): PooledWork => ({
  procedure,
  subject,
  pooled,
});

/** What may be said of hidden grades, and the sentences that a parent reads. */
export const pooledCases: { name: string; facts: PooledWork[]; ru: string; en: string }[] = [
  {
    name: 'all grades of one year',
    facts: [sum([3, 11], [24, 31], [2025])],
    ru: 'ВПР по математике, все классы вместе, 2025 год: порог не преодолели 3–11 из 24–31 участника (10–46 %).',
    en: 'VPR in mathematics, all grades together, 2025: 3–11 of 24–31 participants (10–46%) were below the threshold.',
  },
  {
    name: 'three years',
    facts: [sum([0, 18], [65, 89], [2023, 2024, 2025])],
    ru: 'ВПР по математике, все классы за 2023–2025 годы вместе: порог не преодолели 0–18 из 65–89 участников (0–28 %).',
    en: 'VPR in mathematics, all grades of 2023–2025 together: 0–18 of 65–89 participants (0–28%) were below the threshold.',
  },
  {
    name: 'two years after a break, exact counts, one failed',
    facts: [sum([1, 1], [21, 21], [2024, 2025])],
    ru: 'ВПР по математике, все классы за 2024 и 2025 годы вместе: порог не преодолел 1 из 21 участника (5 %).',
    en: 'VPR in mathematics, all grades of 2024 and 2025 together: 1 of 21 participants (5%) was below the threshold.',
  },
  {
    name: 'two years with a gap between them',
    facts: [sum([2, 4], [12, 15], [2023, 2025], 'oge')],
    ru: 'ОГЭ по математике за 2023 и 2025 годы вместе: порог не преодолели 2–4 из 12–15 участников (13–33 %).',
    en: 'OGE in mathematics of 2023 and 2025 together: 2–4 of 12–15 participants (13–33%) were below the threshold.',
  },
  {
    name: 'all passed',
    facts: [sum([0, 0], [14, 14], [2023, 2024, 2025], 'ege')],
    ru: 'ЕГЭ по математике за 2023–2025 годы вместе: порог преодолели все участники (14).',
    en: 'EGE in mathematics of 2023–2025 together: all participants (14) reached the threshold.',
  },
  {
    name: 'a sum that says nothing',
    facts: [without('wide', 'ege')],
    ru: 'Сложить можно, но доля не названа: скрыто столько, что она могла бы быть почти любой. Это ЕГЭ по русскому языку.',
    en: 'There is a sum but no share: so much is hidden that it could be almost anything. This is EGE in Russian.',
  },
  {
    name: 'no sum: works of one reason are told once',
    facts: [without('none', 'oge'), without('none', 'oge', mathematics)],
    ru: 'Нельзя показать и сумму: ОГЭ по русскому языку и ОГЭ по математике. Разных участников может быть меньше 10 даже за три года.',
    en: 'Hidden even together: OGE in Russian and OGE in mathematics. There may be fewer than 10 different participants even over three years.',
  },
];

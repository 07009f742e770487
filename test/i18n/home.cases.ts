import type { HomeFacts } from '../../src/i18n/home-facts.ts';
import { russian } from './sentences.cases.ts';

const at = (low: number, high = low) => ({ low, high });

const usual: HomeFacts = {
  counts: { schools: 333, municipalities: 32 },
  years: { first: 2019, last: 2025 },
  low: { year: 2025, count: at(37), of: at(220), share: at(37 / 220) },
  positive: { before: 2024, year: 2025, subject: russian, of: at(23), formal: at(2), confirmed: at(0) },
};

interface Case {
  name: string;
  facts: HomeFacts;
  ru: string;
  en: string;
}

const start = {
  ru: 'На сайте — результаты 333 школ в 32 муниципалитетах за 2019–2025 годы.',
  en: 'The site has the results of 333 schools in 32 municipalities for 2019–2025.',
};

export const homeCases: Case[] = [
  {
    name: 'nobody confirmed',
    facts: usual,
    ru: `${start.ru} По итогам 2025 года низкие результаты — у 37 из 220 школ, о которых хватает данных (17 %): им положена помощь. Из 23 школ, которые были в этом списке в 2024 году, на ВПР по русскому языку к 2025 году подтверждённо лучше не стало ни у одной, формально лучше стало у 2.`,
    en: `${start.en} In 2025 37 of 220 schools with enough data had low results (17%): they have a right to help. Of 23 schools that were on this list in 2024, none did better in the VPR in Russian by 2025 beyond chance, 2 by the plain numbers.`,
  },
  {
    name: 'one school in one municipality, hidden counts',
    facts: {
      ...usual,
      counts: { schools: 1, municipalities: 1 },
      low: { year: 2025, count: at(0, 1), of: at(1), share: null },
      positive: null,
    },
    ru: 'На сайте — результаты 1 школы в 1 муниципалитете за 2019–2025 годы. По итогам 2025 года низкие результаты — у 0–1 из 1 школы, о которых хватает данных: им положена помощь.',
    en: 'The site has the results of 1 school in 1 municipality for 2019–2025. In 2025 0–1 of 1 school with enough data had low results: they have a right to help.',
  },
  {
    name: 'a release without clusters',
    facts: { ...usual, low: null, positive: null },
    ...start,
  },
];

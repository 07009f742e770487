import type { Language } from '../contract/vocabulary.ts';
import type { Interval } from '../stats/wilson.ts';

const nbsp = '\u00a0';
/** Cached: building an Intl object costs more than a thousand uses of it. */
const cache = new Map<string, Intl.NumberFormat>();

/** How numbers are written: with so many decimals, at most or always, and with a sign or without. */
export function numbers(
  lang: Language,
  digits: number,
  { least = digits, signed = false }: { least?: number; signed?: boolean } = {},
): Intl.NumberFormat {
  const key = `${lang}${digits},${least}${signed}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang, {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
    ...(signed ? { signDisplay: 'exceptZero' } : {}),
  });
  cache.set(key, made);
  return made;
}

/** Under it a whole number is its digits in every language. */
const plain = 1000;

/** A number without decimals. Most are small, and these need no format, which costs ten times as much. */
function rounded(lang: Language, value: number): string {
  const whole = Math.round(value);
  return value >= 0 && whole < plain ? String(whole) : numbers(lang, 0).format(value);
}

const decimal = (lang: Language, value: number, digits: number): string =>
  digits === 0 ? rounded(lang, value) : numbers(lang, digits).format(value);

/** A whole number with grouped digits: `2 100`, `2,100`. */
export const integer = rounded;

/** A count, or the range it lies in: `14`, `1–2`. */
export function countText(lang: Language, count: Interval): string {
  if (count.low === count.high) return integer(lang, count.low);
  return `${integer(lang, count.low)}–${integer(lang, count.high)}`;
}

/** Decimals of a percentage: one from a thousand participants on, where a whole percent would hide real change. */
export const percentDigits = (participants: number): number => (participants >= 1000 ? 1 : 0);

/** A share as a percentage: `37 %` with a no-break space in Russian, `37%` in English. */
export function percent(lang: Language, share: number, digits = 0): string {
  return `${decimal(lang, share * 100, digits)}${lang === 'ru' ? nbsp : ''}%`;
}

/** A share or the range it lies in: `37 %`, `3–5 %`. Ends that read the same are written once. */
export function percentRange(lang: Language, share: Interval, digits = 0): string {
  const low = decimal(lang, share.low * 100, digits);
  const high = percent(lang, share.high, digits);
  return percent(lang, share.low, digits) === high ? high : `${low}–${high}`;
}

/** Plural forms of a noun; languages need only the forms that they have. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
const rules: Record<Language, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** The form of a noun that goes with a number: 1 школа, 2 школы, 5 школ. */
export const plural = (lang: Language, value: number, forms: Forms): string =>
  forms[rules[lang].select(value)] ?? forms.other;

/** A number with its noun, kept on one line. */
export const counted = (lang: Language, value: number, forms: Forms): string =>
  `${integer(lang, value)}${nbsp}${plural(lang, value, forms)}`;

const long = { dateStyle: 'long', timeZone: 'UTC' } as const;
const days: Record<Language, Intl.DateTimeFormat> = {
  ru: new Intl.DateTimeFormat('ru', long),
  en: new Intl.DateTimeFormat('en-GB', long),
};

/** A day in words: `1 октября 2025 г.`, `1 October 2025`. */
export function day(lang: Language, iso: string): string {
  return days[lang].format(new Date(iso));
}

/** A day inside a sentence: `31 августа 2020 года`, `31 August 2020`. */
export const dayInText = (lang: Language, iso: string): string => day(lang, iso).replace(/\sг\.$/, ' года');

/** Bytes in the unit a reader knows: `940 Б`, `48 КБ`, `1,2 МБ`. */
export function bytes(lang: Language, value: number): string {
  const units = lang === 'ru' ? ['Б', 'КБ', 'МБ'] : ['B', 'KB', 'MB'];
  const power = value < 1000 ? 0 : value < 1e6 ? 1 : 2;
  const digits = power === 2 ? 1 : 0;
  return `${numbers(lang, digits).format(value / 1000 ** power)}${nbsp}${units[power]}`;
}

const lists: Record<Language, Intl.ListFormat> = {
  ru: new Intl.ListFormat('ru', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** `a, b и c`. */
export const list = (lang: Language, items: readonly string[]): string => lists[lang].format(items);

/** Programme grades in words: `6 класс`, `4–8 классы`, `4, 6 и 8 классы`. */
export function gradesText(lang: Language, grades: readonly number[]): string {
  const first = grades[0] ?? 0;
  const last = grades.at(-1) ?? first;
  const run = grades.length > 2 && last - first === grades.length - 1;
  const text = run ? `${first}–${last}` : list(lang, grades.map(String));
  if (lang === 'en') return grades.length === 1 ? `grade${nbsp}${text}` : `grades${nbsp}${text}`;
  return grades.length === 1 ? `${text}${nbsp}класс` : `${text}${nbsp}классы`;
}

/** A name at the head of a page or a list: `Городской округ Озёрск`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name for display: the number stays on the line of its «№», initials stay together. */
export const unbroken = (name: string): string =>
  name.replace(/№ (?=\d)/g, `№${nbsp}`).replace(/(?<=(^|\s)\p{Lu}\.) (?=\p{Lu})/gu, nbsp);

import type { Language } from '../contract/vocabulary.ts';

/** The site's root with a slash at its end. */
export const base = `${import.meta.env.BASE_URL ?? '/'}/`.replace(/\/{2,}$/, '/');

/** A page in a language: `link('en', 'schools/')`; Russian pages stand at the root. */
export const link = (lang: Language, path = ''): string => `${base}${lang === 'ru' ? '' : `${lang}/`}${path}`;

/** A page of one school or municipality. */
export const entityLink = (lang: Language, kind: 'schools' | 'municipalities', id: string): string =>
  link(lang, `${kind}/${encodeURIComponent(id)}/`);

/** A file of a release. */
export const dataLink = (release: string, path: string): string =>
  `${base}data/${release}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The value of a route's `lang` parameter. */
export const languageOf = (param: string | undefined): Language => (param === 'en' ? 'en' : 'ru');

/** The static paths of a page that exists once per language. */
export const languagePaths = () => [{ params: { lang: undefined } }, { params: { lang: 'en' } }];

/** The language of a name as published, where it differs from the page's: a screen reader then changes its voice. */
export const namesLanguage = (lang: Language, name = 'я'): 'ru' | undefined =>
  lang !== 'ru' && /[а-яё]/i.test(name) ? 'ru' : undefined;

/** JSON that may stand inside a script element: no character can end it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The root of the site, absolute where its address is known. */
export const rootOf = (site: URL | undefined): string => (site ? new URL(base, site).href : base);

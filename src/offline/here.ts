import type { Language } from '../contract/vocabulary.ts';

/** Path of the site's root, with slashes at both ends. */
export const root = `${import.meta.env.BASE_URL ?? '/'}/`.replace(/\/{2,}$/, '/');
/** The root, absolute. */
export const scope = new URL(root, location.href).href;
/** Language of the page. */
export const lang: Language = document.documentElement.lang === 'en' ? 'en' : 'ru';

/** Languages of the site, the default first. By itself, for scripts of pages that need no other word of the vocabulary. */
export const languages = ['ru', 'en'] as const;

export type Language = (typeof languages)[number];

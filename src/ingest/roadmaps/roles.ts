const surname = `[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?`;
const initials = String.raw`[А-ЯЁ]\.\s?[А-ЯЁ]\.?`;
const patronymic = `[А-ЯЁ][а-яё]+(?:вич|вна|ична|инична)`;
const names = new RegExp(
  String.raw`(?<!\p{L})(?:${surname}\s+${initials}(?!\p{L})|${initials}\s?${surname}|${surname}\s+${surname}\s+${patronymic})(?!\p{L})`,
  'gu',
);

/**
 * Takes the names of people out of a text and leaves their posts: `Иванова И.И., методист` → `методист`.
 * @returns the text without names, or `null` when nothing is left of it
 */
export function withoutNames(text: string): string | null {
  if (text.search(names) === -1) return text;
  const left = text
    .replace(names, '')
    .replace(/\(\s*\)/g, '')
    .split(/\s*[,;]\s*/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\d]/u.test(part) && !/^\(по согласованию\)$/u.test(part));
  return left.length > 0 ? left.join(', ') : null;
}

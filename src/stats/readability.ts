/** What a text is measured by. */
export interface Readability {
  sentences: number;
  words: number;
  /** Mean number of words in a sentence. */
  length: number;
  /**
   * Reading ease, 0 (hard) to 100 (easy): 206.835 − 1.3 · words per sentence − 60.1 · syllables per word. Flesch's
   * formula with the coefficients that I. V. Oborneva fitted to Russian («Автоматизированная оценка сложности учебных
   * текстов на основе статистических параметров», dissertation, Moscow, 2006).
   */
  ease: number;
}

/**
 * The reading ease of a Russian text. Words are runs of letters that have a vowel; numbers, percentages and
 * abbreviations without vowels are read at a glance and are not counted. A sentence ends with a full stop, an
 * exclamation or question mark before a space.
 * @returns `null` for a text without a word
 */
export function readability(text: string): Readability | null {
  const sentences = text
    .split(/[.!?…]+(?=\s|$)/u)
    .map((sentence) => (sentence.match(/\p{L}+/gu) ?? []).filter((word) => /[аеёиоуыэюя]/i.test(word)))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return null;
  const syllables = words.reduce((sum, word) => sum + (word.match(/[аеёиоуыэюя]/gi) ?? []).length, 0);
  const length = words.length / sentences.length;
  const ease = 206.835 - 1.3 * length - 60.1 * (syllables / words.length);
  return { sentences: sentences.length, words: words.length, length, ease };
}

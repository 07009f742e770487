import { statements } from '../../query/statements.ts';

/** Why a text is not sent to the engine at all. `word` is what it begins with. */
export type GuardFault = { code: 'empty' | 'several' } | { code: 'not-reading'; word: string };

const questions = new Set(['SELECT', 'WITH', 'FROM', 'VALUES']);
/** They look at tables without reading rows through a FROM; 0.9.1 does not take them as a subquery. */
const glances = new Set(['DESCRIBE', 'SUMMARIZE', 'SHOW', 'EXPLAIN']);

const firstWord = (statement: string): string => /^[\s(]*(\p{L}+)/u.exec(statement)?.[1]?.toUpperCase() ?? '';

/** `EXPLAIN ANALYZE` would run what it explains, and a CTE may stand before a DELETE. */
const isGlance = (statement: string): boolean =>
  glances.has(firstWord(statement)) && !/^EXPLAIN\s+ANALY[SZ]E\b/i.test(statement);

/**
 * What the console lets through to the engine. Reading alone: the engine is sealed as well, this only gives a sentence
 * that a reader understands.
 */
export function checkQuery(text: string): GuardFault | null {
  const [first, second] = statements(text);
  if (first === undefined) return { code: 'empty' };
  if (second !== undefined) return { code: 'several' };
  const word = firstWord(first);
  return questions.has(word) || isGlance(first) ? null : { code: 'not-reading', word };
}

/** True for statements that may stand in a FROM. */
export const isQuestion = (text: string): boolean => questions.has(firstWord(statements(text)[0] ?? ''));

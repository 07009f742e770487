import type { SourceAccount } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { line } from './progress.ts';

const words = {
  ru: {
    in: 'строк',
    published: 'принято',
    suppressed: 'скрыто издателем',
    excluded: 'исключено',
    rejected: 'отклонено',
    all: 'всего',
  },
  en: {
    in: 'rows in',
    published: 'published',
    suppressed: 'suppressed',
    excluded: 'excluded',
    rejected: 'rejected',
    all: 'all files',
  },
};

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** `28478 rows in = 21578 published + …`, one line for each file and one for all. */
export function printAccounts(accounts: readonly SourceAccount[], lang: Language): void {
  const word = words[lang];
  const tell = (name: string, n: Omit<SourceAccount, 'input' | 'file' | 'sha256' | 'bytes'>) => {
    const reasons = Object.entries(n.excluded).map(([reason, rows]) => `${reason} ${rows}`);
    const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
    line(
      `  ${name}: ${word.in} ${n.rows_in} = ${word.published} ${n.published} + ${word.suppressed} ${n.suppressed} + ` +
        `${word.excluded} ${sum(n.excluded)}${why} + ${word.rejected} ${n.rejected}` +
        (n.dropped_columns.length > 0 ? `; − ${n.dropped_columns.join(', ')}` : '') +
        n.warnings.map((warning) => `; ${warning}`).join(''),
    );
  };
  for (const account of accounts) tell(account.file, account);
  if (accounts.length < 2) return;
  const total = (pick: (account: SourceAccount) => number) =>
    accounts.reduce((n, account) => n + pick(account), 0);
  const excluded: Record<string, number> = {};
  for (const account of accounts) {
    for (const [reason, n] of Object.entries(account.excluded))
      excluded[reason] = (excluded[reason] ?? 0) + n;
  }
  tell(word.all, {
    rows_in: total(({ rows_in }) => rows_in),
    published: total(({ published }) => published),
    suppressed: total(({ suppressed }) => suppressed),
    excluded,
    rejected: total(({ rejected }) => rejected),
    dropped_columns: [],
    warnings: [],
  });
}

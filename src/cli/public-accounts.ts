import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../contract/dataset.ts';
import type { Preset } from '../contract/vocabulary.ts';
import type { FileAccount } from '../ingest/account.ts';

// Computed from exact counts, of which the largest may be that of a small group.
const privateNotes = ['percent-residue'];

/** The key of fingerprints: private, made once, kept beside the canonical tables. */
function keyOf(work: string, dataset: string): Buffer {
  const file = join(work, `${dataset}-key`);
  if (!existsSync(file)) {
    mkdirSync(work, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return readFileSync(file);
}

/**
 * What may be told of the input files. The hash or the size of a file with exact counts would confirm a guess at the few
 * that are hidden, so hashes are keyed: they still tell a file that has changed from one that has not. The rows of a
 * file with one row per pupil count pupils, maybe those of one small school, so groups are counted instead.
 * A made-up region has nothing to hide in its hashes.
 */
export function publicAccounts(
  accounts: readonly FileAccount[],
  { id, synthetic }: Dataset,
  preset: Preset,
  work: string,
): FileAccount[] {
  if (preset === 'internal') return [...accounts];
  return accounts.map((account) => {
    const told = account.groups === undefined ? account : ofGroups(account, account.groups);
    const warnings = told.warnings.filter((warning) => !privateNotes.includes(warning.split(' ')[0] ?? ''));
    if (synthetic) return { ...told, warnings };
    const sha256 = createHmac('sha256', keyOf(work, id)).update(account.sha256).digest('hex');
    return { ...told, warnings, sha256, bytes: null };
  });
}

const ofGroups = (account: FileAccount, groups: number): FileAccount => ({
  ...account,
  rows_in: groups,
  published: groups,
  suppressed: 0,
  excluded: {},
  rejected: 0,
  rejected_by: {},
  warnings: [...account.warnings, 'pupils-not-counted'],
});

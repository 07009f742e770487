import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepDrawing, keptDrawing } from '../../src/cli/drawings.ts';
import { temporaryFolder } from '../support.ts';

const drawn = (text: string) => async (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'chart.svg'), text);
};

it('a drawing that another build kept meanwhile stays: that build may be reading it', async () => {
  const kept = temporaryFolder();
  let open: string[] = [];
  const folder = await keepDrawing(kept, '2025-01-01-aa', 'key', async (temporary) => {
    await drawn('late')(temporary);
    // The other one is at its end before this one is.
    const other = join(kept, '2025-01-01-aa-key');
    await keepDrawing(join(kept, 'other'), '2025-01-01-aa', 'key', drawn('first'));
    renameSync(join(kept, 'other', '2025-01-01-aa-key'), other);
    open = readdirSync(other);
  });
  expect(open).toContain('chart.svg');
  expect(readFileSync(join(folder, 'chart.svg'), 'utf8')).toBe('first');
  expect(readdirSync(kept).filter((name) => name.startsWith('.tmp-'))).toEqual([]);
});

it('one that is not whole is made anew', async () => {
  const kept = temporaryFolder();
  const folder = await keepDrawing(kept, '2025-01-01-aa', 'key', drawn('one'));
  rmSync(join(folder, 'chart.svg'));
  expect(keptDrawing(kept, '2025-01-01-aa', 'key')).toBeUndefined();
  expect(existsSync(join(await keepDrawing(kept, '2025-01-01-aa', 'key', drawn('two')), 'chart.svg'))).toBe(
    true,
  );
  expect(readFileSync(join(folder, 'chart.svg'), 'utf8')).toBe('two');
});

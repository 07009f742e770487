import { expect, it } from 'vitest';

// The reader takes its folder from the environment when it is first imported.
process.env.DINAMIKA_DATA = 'test/files/sample-release';
const quality = await import('../../src/site/quality.ts');

it('a release made before the report has no rows, and nothing fails', () => {
  expect(quality.reportFiles()).toEqual([]);
  expect(quality.coverageGrids()).toEqual([]);
  expect(quality.appearanceLines('ru')).toEqual([]);
  expect(quality.jumpLines('en')).toEqual([]);
  expect(quality.boundaryNames()).toEqual({ counts: [], listed: [] });
  expect([...quality.columnsByFile()]).toEqual([]);
});

it('no works at all are a dash, never a share', () => {
  expect(quality.shownText(Number.NaN, 'ru')).toBe('—');
  expect(quality.shownText(0.643, 'en')).toBe('64%');
});

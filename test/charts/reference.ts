import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { markup } from '../../src/charts/finish.ts';

export const document = parseHTML('<html><body></body></html>').document as unknown as Document;

const folder = join(import.meta.dirname, '../output');

/** One element per line, so that a change shows as a line. */
const normalised = (svg: SVGSVGElement): string => `${markup(svg).replaceAll('><', '>\n<')}\n`;

/**
 * Compares a chart with test/output/NAME.svg as text. A mismatch leaves NAME-changed.svg beside it: look at both, and
 * rename the new one when it is right. A case without a reference gets one, except in CI.
 */
export function expectReference(svg: SVGSVGElement, name: string): void {
  const path = join(folder, `${name}.svg`);
  const changed = join(folder, `${name}-changed.svg`);
  const drawn = normalised(svg);
  if (!existsSync(path) && !process.env.CI) writeFileSync(path, drawn);
  const same = existsSync(path) && readFileSync(path, 'utf8') === drawn;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, drawn);
  expect(same, `${name}.svg differs; the new picture is test/output/${name}-changed.svg`).toBe(true);
}

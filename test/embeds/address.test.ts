import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedFolder, embedPath, readTarget } from '../../src/embeds/address.ts';

const from = (values: Record<string, string>) => readTarget((name) => values[name] ?? null);
const good = { chart: 'dynamics', school: 'sch1' };

describe('the address of an embed', () => {
  it('is a folder of files, live or below its release, English under /en/', () => {
    const target = {
      chart: 'dynamics',
      entity: 'sch1',
      lang: 'en',
      theme: 'dark',
      section: 'vpr-russian',
    } as const;
    expect(embedPath(target)).toBe('en/embed/dynamics/sch1/#vpr-russian--dark');
    expect(embedPath({ ...target, lang: 'ru', theme: 'auto', release: '2025-09-01-b36553f1' })).toBe(
      'embed/2025-09-01-b36553f1/dynamics/sch1/#vpr-russian',
    );
    expect(
      embedPath({ chart: 'indicator', entity: 'r', indicator: 'ege-81', lang: 'ru', theme: 'light' }),
    ).toBe('embed/indicator/r/ege-81/#light');
  });

  it.each([
    [{ ...good, chart: 'pie' }, 'chart'],
    [{ chart: 'dynamics' }, 'entity'],
    [{ ...good, school: '../../etc/passwd' }, 'entity'],
    [{ ...good, school: '<script>alert(1)</script>' }, 'entity'],
    [{ ...good, school: 'a'.repeat(65) }, 'entity'],
    [{ ...good, lang: 'fr' }, 'lang'],
    [{ ...good, theme: 'pink' }, 'theme'],
    [{ ...good, release: 'latest' }, 'release'],
    [{ ...good, release: '2025-09-01-b36553f1/../..' }, 'release'],
    [{ ...good, section: 'x"><img src=x onerror=alert(1)>' }, 'section'],
    [{ ...good, indicator: 'ege-81' }, 'indicator'],
    [{ chart: 'indicator', region: 'r' }, 'indicator'],
  ])('%j names what is wrong: %s', (values, wrong) => {
    expect(from(values)).toEqual({ wrong });
  });

  it('takes identifiers in Cyrillic, as schools have them', () => {
    const found = from({ ...good, school: 'школа-1' });
    expect('target' in found && embedFolder(found.target)).toBe(
      `embed/dynamics/${encodeURIComponent('школа-1')}/`,
    );
  });

  it('never leaves the folder of embeds, whatever the parameters', () => {
    const names = ['chart', 'school', 'indicator', 'section', 'lang', 'theme', 'release'];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('dynamics', 'sch1', 'ru', '..', '.', '/', '//x.y'),
    );
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: ['chart'] }),
        (values) => {
          const found = from(values as Record<string, string>);
          if ('wrong' in found) return;
          const url = new URL(embedPath(found.target), 'https://data.example.org/site/');
          expect(url.href).toMatch(
            /^https:\/\/data\.example\.org\/site\/(en\/)?embed\/[^?]+\/(#[a-z0-9-]+)?$/,
          );
          expect(url.pathname).not.toContain('..');
        },
      ),
      { numRuns: 3000 },
    );
  });
});

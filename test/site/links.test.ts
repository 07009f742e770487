import { expect, it } from 'vitest';
import { dataLink, entityLink, languageOf, link, namesLanguage, scriptJson } from '../../src/site/links.ts';

it('Russian pages stand at the root, English ones under /en/', () => {
  expect(link('ru', 'schools/')).toBe('/schools/');
  expect(link('en', 'schools/')).toBe('/en/schools/');
  expect(languageOf(undefined)).toBe('ru');
});

it('an id cannot leave its place in an address', () => {
  expect(entityLink('ru', 'schools', '../x?"')).toBe('/schools/..%2Fx%3F%22/');
  expect(dataLink('r1', 'indicators/fail rate.csv')).toBe('/data/r1/indicators/fail%20rate.csv');
});

it('JSON in a page cannot end its script element', () => {
  const text = scriptJson({ name: '</script><script>alert(1)</script>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script>');
});

it('a Russian name is marked on an English page, and nothing on a Russian one', () => {
  expect(namesLanguage('en', 'Озёрск')).toBe('ru');
  expect(namesLanguage('en', 'Dinamika (demo)')).toBeUndefined();
  expect(namesLanguage('ru', 'Озёрск')).toBeUndefined();
});

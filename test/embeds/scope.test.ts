import { describe, expect, it } from 'vitest';
import { isDrawn, readScope, scopeText, wholeScope } from '../../src/embeds/scope.ts';

describe('the words that say which charts other sites may show', () => {
  it('are all charts where nothing is said', () => {
    expect(readScope('all')).toEqual(wholeScope);
    expect(wholeScope.older).toBe(true);
  });

  it('narrow each their own kind and leave the others whole', () => {
    const scope = readScope('latest, region,municipality, dynamics ,ru');
    expect(scope).toEqual({
      ...{ levels: ['municipality', 'region'], charts: ['dynamics'] },
      ...{ languages: ['ru'], older: false },
    });
    expect(readScope('en')).toEqual({ ...wholeScope, languages: ['en'] });
  });

  it('name the word that is none of them', () => {
    expect(readScope('region,pie')).toEqual({ wrong: 'pie' });
    expect(readScope('')).toEqual({ wrong: '' });
    expect(readScope('none,region')).toEqual({ wrong: 'none,region' });
  });

  it('mean the same when they are written out again', () => {
    for (const text of ['all', 'none', 'latest', 'school,marks', 'en,indicator,latest']) {
      const scope = readScope(text);
      if ('wrong' in scope) throw new Error(text);
      expect(readScope(scopeText(scope)), text).toEqual(scope);
    }
  });

  it('never give a school the chart of an area', () => {
    expect(isDrawn(wholeScope, 'cluster-map', 'school')).toBe(false);
    expect(isDrawn(wholeScope, 'similar-schools', 'school')).toBe(true);
  });
});

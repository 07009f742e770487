import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, answerTo, ask, heightFrom, heightIn, heights, isAsk } from '../../src/embeds/message.ts';

const frame = { name: 'frame' };
const site = 'https://data.example.org';
/** Whatever a page may post: structured data, near misses of ours among them. */
const anything = fc.oneof(
  fc.anything(),
  fc.record(
    {
      dinamika: fc.oneof(fc.constant('height'), fc.constant('height?'), fc.anything()),
      height: fc.anything(),
    },
    { requiredKeys: [] },
  ),
  fc.record({ dinamika: fc.constant('height'), height: fc.oneof(fc.integer(), fc.double()) }),
);

describe('a page that listens to its embed', () => {
  it('takes a height only from its own frame, only from the site, and only within bounds', () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom(frame, { name: 'frame' }, null, undefined, 'frame'),
        fc.constantFrom(site, 'https://evil.example', 'null', '', `${site}.evil.example`),
        (data, source, origin) => {
          const height = heightFrom({ data, source, origin }, frame, site);
          if (height === null) return;
          expect(source).toBe(frame);
          expect(origin).toBe(site);
          expect(Number.isInteger(height)).toBe(true);
          expect(height).toBeGreaterThanOrEqual(heights.least);
          expect(height).toBeLessThanOrEqual(heights.most);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes every honest answer', () => {
    fc.assert(
      fc.property(fc.double({ min: heights.least, max: heights.most, noNaN: true }), (height) => {
        const message = { data: answer(height), source: frame, origin: site };
        expect(heightFrom(message, frame, site)).toBe(Math.ceil(height));
      }),
    );
  });

  it('takes nothing before its frame is there, or after it is gone', () => {
    const message = { data: answer(300), source: null, origin: site };
    expect(heightFrom(message, null, site)).toBeNull();
  });

  it('never throws, whatever the data', () => {
    const trap = new Proxy({}, { get: () => 'height' });
    expect(heightIn(trap)).toBeNull();
    expect(heightIn({ dinamika: 'height', height: '300' })).toBeNull();
    expect(heightIn([{ dinamika: 'height', height: 300 }])).toBeNull();
  });
});

describe('an embed that is asked', () => {
  const parent = { name: 'parent' };
  const self = { name: 'self' };

  it('answers the page around it alone, and only the one question', () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom(parent, self, null, { name: 'parent' }),
        fc.webUrl(),
        (data, source, origin) => {
          const to = answerTo({ data, source, origin }, parent, self);
          if (to === null) return;
          expect(source).toBe(parent);
          expect(isAsk(data)).toBe(true);
          expect(to).toBe(origin);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('answers an asking parent by its origin, and a sandboxed one, which has none, as anybody', () => {
    const message = { data: ask, source: parent };
    expect(answerTo({ ...message, origin: 'https://blog.example' }, parent, self)).toBe(
      'https://blog.example',
    );
    expect(answerTo({ ...message, origin: 'null' }, parent, self)).toBe('*');
  });

  it('says nothing when it is opened by itself', () => {
    expect(answerTo({ data: ask, source: self, origin: 'https://x.example' }, self, self)).toBeNull();
  });
});

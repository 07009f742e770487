import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/contract/engine.ts';
import { storeRoadmaps } from '../../src/indicators/roadmaps.ts';
import { openNative } from '../../src/query/native.ts';
import { calendarFile, folded } from '../../src/site/calendar-file.ts';
import { stateOn, type Times } from '../../src/site/roadmap-state.ts';
import { fill } from '../indicators/tables.ts';

const entry = {
  uid: 'a-1@dinamika',
  day: '2024-02-29',
  summary: 'Отчёт; сроки, итоги\\план',
  description: 'Строка 1\nСтрока 2\u0007',
  url: 'https://example.org/roadmaps/a/#item-1',
  categories: ['Регион, край'],
};
const made = (changes: object = {}) =>
  calendarFile({ name: 'Карта', stamp: '2025-09-01', entries: [{ ...entry, ...changes }] });
/** Content lines with the folding undone (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar file', () => {
  it('has what RFC 5545 requires, in lines that end with CR LF', () => {
    const text = made();
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(unfolded(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Dinamika//Road maps//RU',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Карта',
      'X-WR-CALNAME:Карта',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      'BEGIN:VEVENT',
      'UID:a-1@dinamika',
      'DTSTAMP:20250901T000000Z',
      'DTSTART;VALUE=DATE:20240229',
      'DTEND;VALUE=DATE:20240301',
      'SUMMARY:Отчёт\\; сроки\\, итоги\\\\план',
      'DESCRIPTION:Строка 1\\nСтрока 2',
      'URL:https://example.org/roadmaps/a/#item-1',
      'CATEGORIES:Регион\\, край',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('no text can end its property and begin another', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:file:///etc\u2028\u0000';
    const text = made({
      summary: hostile,
      description: hostile,
      uid: hostile,
      categories: [hostile],
      url: `https://e.org/${hostile}`,
    });
    const names = unfolded(text).map((line) => line.split(/[:;]/)[0]);
    expect(names.filter((name) => name === 'END')).toHaveLength(2);
    expect(names).not.toContain('BEGIN:VALARM');
    expect(names).not.toContain('ATTACH');
  });

  it('folds at 75 octets without cutting a character, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = text.replace(/[\r\n]/g, '');
        const lines = folded(line).split('\r\n');
        for (const one of lines) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
        expect(lines.map((one, i) => (i === 0 ? one : one.slice(1))).join('')).toBe(line);
      }),
    );
    expect(
      folded('я'.repeat(100))
        .split('\r\n')
        .map((one) => one.length),
    ).toEqual([37, 38, 27]);
  });
});

it('the state that a reader’s script derives is the state that SQL derives, on every day', async () => {
  const engine = await openNative();
  try {
    const given: object[] = [
      { item: 'once', ends: '2024-03-10', recurrence: 'once' },
      { item: 'window', starts: '2024-02-01', ends: '2024-03-31', recurrence: 'once' },
      { item: 'monthly', starts: '2024-01-01', ends: '2024-04-30', recurrence: 'monthly', due_day: 10 },
      {
        item: 'days',
        on_dates: '2024-02-05 2024-03-05',
        starts: '2024-02-05',
        ends: '2024-03-05',
        recurrence: 'once',
      },
      { item: 'plan', recurrence: 'on-demand' },
      { item: 'done', ends: '2024-03-10', recurrence: 'once', done_on: '2024-02-20' },
    ];
    const rows = given.map(
      (row): Record<string, Cell> => ({
        roadmap_id: 'a',
        position: 1,
        level: 'region',
        title: 'x',
        period_basis: 'stated',
        ...row,
      }),
    );
    await fill(engine, 'roadmap_sources', [
      {
        roadmap_id: 'a',
        title: 'a',
        dated: '2024-01-20',
        starts: '2024-01-01',
        ends: '2024-12-31',
        origin: 'own',
      },
    ]);
    await fill(engine, 'roadmaps', rows);
    await fill(engine, 'monitoring', []);
    for (let n = 0; n < 150; n += 7) {
      const day = new Date(Date.UTC(2024, 0, 5 + n)).toISOString().slice(0, 10);
      await storeRoadmaps(engine, day);
      const times = Map.groupBy(
        await engine.query<Times & { item: string } & Record<string, string>>(
          'SELECT item, CAST(opens AS VARCHAR) AS opens, CAST(due AS VARCHAR) AS due FROM roadmap_dates ORDER BY item, occurrence',
        ),
        ({ item }) => item,
      );
      const states = await engine.query<Record<string, string | null>>(
        'SELECT item, state, CAST(next_opens AS VARCHAR) AS opens, CAST(next_due AS VARCHAR) AS due FROM roadmap_states',
      );
      for (const { item, state, opens, due } of states) {
        const row = rows.find((one) => one.item === item) as { done_on?: string } | undefined;
        const found = stateOn(times.get(item ?? '') ?? [], row?.done_on ?? null, false, day);
        expect({ ...found, item, day }).toEqual({ state, nextOpens: opens, nextDue: due, item, day });
      }
    }
  } finally {
    await engine.close();
  }
});

it('every road map of an order has a folder of its own', () => {
  expect(readdirSync('data/roadmaps').every((name) => /^[a-z]+-\d{4}$/.test(name))).toBe(true);
});

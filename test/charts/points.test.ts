import { expect, it } from 'vitest';
import { calendar, pieces, ratePoint, ratePoints, runs } from '../../src/charts/points.ts';
import { autumn, resultRow } from './rows.ts';

const years = (rows: Parameters<typeof ratePoints>[0]) =>
  runs(ratePoints(rows, 10)).map((run) => run.map((point) => point.year));

it('a line joins consecutive years of one comparability group', () => {
  expect(years([resultRow(2023, 5, 40), resultRow(2024, 6, 40), resultRow(2025, 7, 40)])).toEqual([
    [2023, 2024, 2025],
  ]);
});

it('a line breaks at an autumn session and at a missing year', () => {
  const rows = [
    resultRow(2019, 5, 40),
    resultRow(2021, 5, 40),
    resultRow(2022, 9, 40, autumn(2022)),
    resultRow(2023, 5, 40),
    resultRow(2024, 5, 40),
  ];
  expect(years(rows)).toEqual([[2019], [2021], [2022], [2023, 2024]]);
});

it('a line breaks at a year that is hidden', () => {
  expect(years([resultRow(2023, 5, 40), resultRow(2024, 1, 7), resultRow(2025, 7, 40)])).toEqual([
    [2023],
    [2025],
  ]);
});

it('grades have lines of their own', () => {
  expect(years([resultRow(2024, 5, 40), resultRow(2025, 5, 40, { grade: 7 })])).toEqual([[2024], [2025]]);
});

it('nine participants give no point, ten give one', () => {
  expect(ratePoint(resultRow(2024, 3, 9), 10)).toBeNull();
  expect(ratePoint(resultRow(2024, 3, 10), 10)?.share).toEqual({ low: 0.3, high: 0.3 });
});

it('an unknown count gives no point', () => {
  expect(ratePoint(resultRow(2024, null, 40, { protection: 'suppressed' }), 10)).toBeNull();
});

it('the calendar has the years between, and none where there are no rows', () => {
  expect(calendar([resultRow(2019, 1, 20), resultRow(2021, 1, 20)])).toEqual([2019, 2020, 2021]);
  expect(calendar([])).toEqual([]);
});

it('a line joins exact points only; beside a hidden count lies one band', () => {
  const rows = [
    resultRow(2021, 5, 40),
    resultRow(2022, 6, 40),
    resultRow(2023, [1, 2], 40),
    resultRow(2024, 7, 40),
    resultRow(2025, 8, 40),
  ];
  const placed = ratePoints(rows, 10).map((point) => ({ ...point, fx: 0, fy: 0, run: 0 }));
  const { lines, bands } = pieces(placed);
  const strokes = (points: typeof lines) =>
    Object.values(Object.groupBy(points, ({ piece }) => piece)).map((stroke) =>
      stroke?.map(({ year }) => year),
    );
  expect(strokes(lines)).toEqual([
    [2021, 2022],
    [2024, 2025],
  ]);
  expect(strokes(bands)).toEqual([[2022, 2023, 2024]]);
});

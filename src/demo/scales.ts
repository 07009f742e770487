/** A paper with marks: lower bounds of marks 3, 4, 5, the maximum, and how easy it is. */
export interface Scale {
  bounds: readonly [number, number, number];
  max: number;
  /** Distance of the region's mean from the bound of mark 3, in total deviations: 1.3 means that 10 % fail. */
  easiness: number;
}

const scale = (three: number, four: number, five: number, max: number, easiness: number): Scale => ({
  bounds: [three, four, five],
  max,
  easiness,
});

/**
 * ВПР of Russian and mathematics: bounds of 2021 and 2022 (field notes), used for every year. The bounds of the other
 * subjects, and of ОГЭ, are plausible values of the demo set, not official ones.
 */
const scales: Readonly<Record<string, Scale>> = {
  'vpr russian 4': scale(14, 24, 33, 38, 1.7),
  'vpr russian 5': scale(18, 29, 39, 45, 1.36),
  'vpr russian 6': scale(25, 35, 45, 51, 1.22),
  'vpr russian 7': scale(22, 32, 42, 47, 1.17),
  'vpr russian 8': scale(26, 32, 45, 51, 1.14),
  'vpr mathematics 4': scale(6, 10, 15, 20, 1.84),
  'vpr mathematics 5': scale(7, 11, 15, 20, 1.42),
  'vpr mathematics 6': scale(6, 10, 14, 16, 1.24),
  'vpr mathematics 7': scale(7, 12, 16, 19, 1.2),
  'vpr mathematics 8': scale(8, 15, 21, 25, 1.2),
  'vpr world-around 4': scale(8, 18, 27, 32, 2.2),
  'vpr history 5': scale(4, 8, 12, 15, 1.6),
  'vpr history 6': scale(6, 11, 16, 20, 1.5),
  'vpr history 7': scale(7, 13, 19, 25, 1.5),
  'vpr history 8': scale(7, 13, 18, 24, 1.5),
  'vpr biology 5': scale(12, 18, 24, 29, 1.65),
  'vpr biology 6': scale(12, 18, 24, 28, 1.5),
  'vpr biology 7': scale(10, 17, 23, 28, 1.5),
  'vpr biology 8': scale(13, 21, 29, 36, 1.5),
  'vpr geography 6': scale(10, 22, 31, 37, 1.7),
  'vpr geography 7': scale(11, 26, 33, 37, 1.7),
  'vpr geography 8': scale(13, 26, 34, 40, 1.6),
  'vpr social-studies 6': scale(9, 15, 20, 23, 1.5),
  'vpr social-studies 7': scale(10, 16, 20, 23, 1.5),
  'vpr social-studies 8': scale(10, 16, 21, 25, 1.5),
  'vpr physics 7': scale(5, 8, 11, 18, 1.4),
  'vpr physics 8': scale(5, 8, 11, 18, 1.4),
  'oge russian 9': scale(15, 23, 29, 33, 1.75),
  'oge mathematics 9': scale(8, 15, 22, 31, 1.35),
  'oge social-studies 9': scale(14, 24, 32, 37, 1.6),
  'oge biology 9': scale(13, 26, 38, 48, 1.75),
};

/** ЕГЭ gives test scores: the minimum, and the region's mean and deviation. */
export interface TestScale {
  minimum: number;
  mean: number;
  deviation: number;
}

const testScales: Readonly<Record<string, TestScale>> = {
  russian: { minimum: 24, mean: 61, deviation: 13 },
  mathematics: { minimum: 27, mean: 50, deviation: 15 },
  'social-studies': { minimum: 42, mean: 53, deviation: 13 },
  physics: { minimum: 36, mean: 51, deviation: 13 },
};

/** @throws RangeError for a work that the demo region does not hold */
export function scaleOf(procedure: string, subject: string, grade: number): Scale {
  const found = scales[`${procedure} ${subject} ${grade}`];
  if (!found) throw new RangeError(`no scale for ${procedure} ${subject} ${grade}`);
  return found;
}

/** @throws RangeError for a subject without a state exam here */
export function testScaleOf(subject: string): TestScale {
  const found = testScales[subject];
  if (!found) throw new RangeError(`no test scale for ${subject}`);
  return found;
}

export function markOf(score: number, { bounds }: Scale): 2 | 3 | 4 | 5 {
  if (score < bounds[0]) return 2;
  if (score < bounds[1]) return 3;
  return score < bounds[2] ? 4 : 5;
}

/** For truth.json. */
export const allScales = { marks: scales, tests: testScales };

import type { Days } from './moments.ts';
import { type SchoolCalendar, schoolYear } from './school-terms.ts';

const schoolYears = /(20\d\d)\s?[-–—/]\s?(20\d\d|\d\d)\s*(?:-?\s?[а-я]{0,2}\s*)?уч/u;
const several = /(20\d\d)\s?[-–—]\s?(20\d\d)\s*(?:г|$)/u;
const one = /(?:на|в|за)\s+(20\d\d)|(20\d\d)\s*(?:год|уч)/u;

/** The days that a caption says a road map is for. */
function spanOf(text: string, calendar: SchoolCalendar): Days | null {
  const ofSchool = schoolYears.exec(text);
  if (ofSchool) return schoolYear(calendar, Number(ofSchool[1]));
  const [, first, last] = several.exec(text) ?? [];
  if (first !== undefined && last !== undefined && first <= last)
    return { from: `${first}-01-01`, to: `${last}-12-31` };
  const found = one.exec(text);
  const year = found?.[1] ?? found?.[2];
  return year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The days of a road map: those that a caption names, or else the years that most periods name. */
export function draftSpan(
  captions: readonly string[],
  periods: readonly string[],
  calendar: SchoolCalendar,
): Days | null {
  for (const caption of captions) {
    const found = spanOf(caption, calendar);
    if (found) return found;
  }
  const years = periods.flatMap((text) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []).sort();
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? null : { from: `${first}-01-01`, to: `${last}-12-31` };
}

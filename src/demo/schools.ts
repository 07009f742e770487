import type { Municipality } from './municipalities.ts';
import { plan, type SchoolPlan } from './plan.ts';
import { contains, type Point } from './plane.ts';
import { round, type Stream, stream } from './random.ts';
import { model } from './settings.ts';
import { toDegrees, warp } from './warp.ts';

export interface School extends SchoolPlan {
  /** The publisher's login: text. */
  id: string;
  municipality: Municipality;
  pupils: number;
  longitude: number;
  latitude: number;
  /** ISO days; empty: before the series, or still open. */
  opened: string;
  closed: string;
  /** Hidden: standardised social position of the families. */
  social: number;
  /** Hidden: standardised lasting quality, correlated with `social`. */
  quality: number;
}

/** The last grade taught. */
export function lastGrade(school: Pick<SchoolPlan, 'type'>): number {
  if (school.type === 'primary') return 4;
  return school.type === 'basic' ? 9 : 11;
}

/** Families differ by place and by what kind of school they choose. */
function socialOf(school: SchoolPlan, random: Stream): number {
  const chosen = school.type === 'lyceum' || school.type === 'gymnasium' ? 1 : 0;
  const place = school.locality === 'urban' ? 0.1 : -0.2;
  return round(chosen + place + 0.9 * random.normal(), 3);
}

function qualityOf(social: number, random: Stream): number {
  const own = Math.sqrt(1 - model.social_weight ** 2);
  return round(model.social_weight * social + own * random.normal(), 3);
}

/** A point of the bent plane that is certainly inside the published polygon. */
function place({ cell, ring, site }: Municipality, near: boolean, random: Stream): Point {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const reach = near ? 4 : 40;
    const point: Point = [site[0] + reach * random.normal() * 0.5, site[1] + reach * random.normal() * 0.5];
    const shown = toDegrees(warp(point), 5);
    if (contains(cell, point) && contains(ring, shown)) return shown;
  }
  throw new RangeError('no room for a school');
}

function makeSchool(planned: SchoolPlan, municipality: Municipality, id: string): School {
  const random = stream('school', id);
  const [longitude, latitude] = place(municipality, planned.locality === 'urban' || planned.central, random);
  const social = socialOf(planned, random);
  const full = lastGrade(planned) === 11 ? 9 + 2 * model.grade_11_share : lastGrade(planned);
  return {
    ...planned,
    id,
    municipality,
    pupils: Math.max(3, Math.round(planned.per_grade * full * (0.95 + 0.1 * random.uniform()))),
    longitude,
    latitude,
    opened: '',
    closed: '',
    social,
    quality: qualityOf(social, random),
  };
}

/** Three schools close and two open inside the period: series that begin late or end early. */
function openAndClose(schools: School[]): void {
  const small = schools.filter((s) => s.per_grade < 10 && s.type === 'basic');
  const large = schools.filter(
    (s) => s.per_grade >= 40 && s.type === 'secondary' && s.municipality.kind === 'city',
  );
  const [a, b, c] = stream('closed').shuffle(small);
  const [d, e] = stream('opened').shuffle(large);
  if (!a || !b || !c || !d || !e) throw new RangeError('no schools to open and close');
  a.closed = '2020-08-31';
  b.closed = '2022-08-31';
  c.closed = '2023-08-31';
  d.opened = '2021-09-01';
  e.opened = '2023-09-01';
}

/** All schools, in the order of their municipalities. Logins ascend with gaps, as real ones do. */
export function makeSchools(municipalities: readonly Municipality[]): School[] {
  const random = stream('logins');
  let login = 981000;
  const schools = municipalities.flatMap((municipality, i) =>
    plan(municipality, i === 0).map((planned) => {
      login += random.integer(1, 8);
      return makeSchool(planned, municipality, `sch${login}`);
    }),
  );
  openAndClose(schools);
  return schools;
}

/** Whether the school works on the day of a year's session. */
export function isOpen(school: School, year: number, session: string): boolean {
  const day = session === 'autumn' ? `${year}-09-20` : `${year}-04-15`;
  return (school.opened === '' || school.opened <= day) && (school.closed === '' || school.closed > day);
}

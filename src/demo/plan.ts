import type { Municipality } from './municipalities.ts';
import { villageNames } from './names.ts';
import { at, type Stream, stream } from './random.ts';
import { pupilMunicipality } from './settings.ts';

export type SchoolType = 'primary' | 'basic' | 'secondary' | 'lyceum' | 'gymnasium' | 'other';

/** A school before it has a place, a login and a character. */
export interface SchoolPlan {
  name: string;
  short_name: string;
  type: SchoolType;
  locality: 'urban' | 'rural';
  /** In the municipality's centre. */
  central: boolean;
  small_school: boolean;
  /** Children in one year of birth, on average. */
  per_grade: number;
}

const titles: Readonly<Record<SchoolType, readonly [long: string, short: string]>> = {
  primary: ['Начальная общеобразовательная школа', 'НОШ'],
  basic: ['Основная общеобразовательная школа', 'ООШ'],
  secondary: ['Средняя общеобразовательная школа', 'СОШ'],
  lyceum: ['Лицей', 'Лицей'],
  gymnasium: ['Гимназия', 'Гимназия'],
  other: ['Открытая (сменная) общеобразовательная школа', 'О(С)ОШ'],
};

type Draft = Pick<SchoolPlan, 'type' | 'locality' | 'central' | 'per_grade'>;

function named(draft: Draft, number: number | null, settlement: string): SchoolPlan {
  const [long, short] = titles[draft.type];
  const title = number === null ? long : `${long} № ${number}`;
  const form = draft.locality === 'rural' ? 'МКОУ' : draft.type === 'gymnasium' ? 'МАОУ' : 'МБОУ';
  return {
    ...draft,
    name: number === null ? `${form} «${title} ${settlement}»` : `${form} «${title}» ${settlement}`,
    short_name: `${short}${number === null ? '' : ` № ${number}`} ${settlement}`,
    small_school: draft.locality === 'rural' && draft.per_grade < 10,
  };
}

function cityType(index: number, count: number, capital: boolean): SchoolType {
  if (capital && index === count - 1) return 'other';
  if (index % 9 === 3) return 'gymnasium';
  if (index % 12 === 7) return 'lyceum';
  if (index % 20 === 10) return 'primary';
  return index % 11 === 9 ? 'basic' : 'secondary';
}

function citySize(type: SchoolType, municipality: Municipality, capital: boolean, random: Stream): number {
  if (type === 'other') return 12;
  if (municipality.id === pupilMunicipality) return random.integer(46, 70);
  return capital ? random.integer(38, 115) : random.integer(22, 84);
}

function planCity(municipality: Municipality, capital: boolean): SchoolPlan[] {
  const random = stream('plan', municipality.id);
  return Array.from({ length: municipality.schools }, (_, i) => {
    const type = cityType(i, municipality.schools, capital);
    const per_grade = citySize(type, municipality, capital, random);
    return named({ type, locality: 'urban', central: true, per_grade }, i + 1, municipality.centre);
  });
}

/** Most village schools are very small: a third of all schools has under ten children in a grade. */
function villageSize(random: Stream): number {
  if (random.uniform() < 0.2) return random.integer(10, 22);
  return random.pick([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8]);
}

function villageType(per_grade: number, random: Stream): SchoolType {
  const chance = random.uniform();
  if (per_grade < 5 && chance < 0.12) return 'primary';
  return chance < (per_grade < 8 ? 0.6 : 0.15) ? 'basic' : 'secondary';
}

function planDistrict(municipality: Municipality, villages: readonly string[]): SchoolPlan[] {
  const random = stream('plan', municipality.id);
  const locality = municipality.centre.startsWith('с. ') ? 'rural' : 'urban';
  const centres = municipality.schools > 7 ? 2 : 1;
  return Array.from({ length: municipality.schools }, (_, i) => {
    if (i < centres) {
      const draft: Draft = { type: 'secondary', locality, central: true, per_grade: random.integer(24, 62) };
      return named(draft, centres > 1 ? i + 1 : null, municipality.centre);
    }
    const per_grade = villageSize(random);
    const draft: Draft = {
      type: villageType(per_grade, random),
      locality: 'rural',
      central: false,
      per_grade,
    };
    return named(draft, null, `с. ${at(villages, i - centres)}`);
  });
}

/** The schools of one municipality. No village name occurs twice inside it. */
export function plan(municipality: Municipality, capital: boolean): SchoolPlan[] {
  if (municipality.kind === 'city') return planCity(municipality, capital);
  return planDistrict(municipality, stream('villages', municipality.id).shuffle(villageNames));
}

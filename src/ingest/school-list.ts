import type { ProfileDraft } from '../contract/profile.ts';
import { normaliseHeader } from './header-name.ts';
import { findHeader } from './layouts/layout.ts';
import { isPersonalHeader } from './personal.ts';
import type { Sight } from './sight.ts';

const id =
  /^(логин|код)$|^(логин|код|id|№) (оо|школы|организации|образовательной организации)$|^логин|^school_?id$/u;
const name =
  /^(краткое |полное )?(наименование|название)( оо| школы| организации| образовательной организации)?$|^(оо|школа|образовательная организация)$/u;
const place = /^(муниципал|мсу$|мо$|мр$|район|городской округ|территория|атэ)/u;
const placeId = /^(код|id) (муниципал|мсу|мо$|атэ)/u;

/**
 * Profiles for a list of schools: one table that has, by its headers, a code, a name and a municipality for each
 * school, and no results. It is read twice, as schools and as municipalities.
 * @returns undefined for anything else
 */
export function schoolList(
  sight: Sight,
): { schools: ProfileDraft; municipalities: ProfileDraft } | undefined {
  const header = findHeader(sight.head, [id, name, place]);
  const [school, title, municipality] = [id, name, place].map((pattern) => header.like(pattern));
  if (school === undefined || title === undefined || municipality === undefined || school === title)
    return undefined;
  const code = header.like(placeId);
  const municipalityId = code ? { from: code } : { from: municipality, id_from_name: true as const };
  const profile = (table: 'schools' | 'municipalities', columns: ProfileDraft['columns']): ProfileDraft => {
    const used = Object.values(columns).map(({ from }) => normaliseHeader(from));
    const ignore = header.names.filter(
      (each) => each !== '' && !used.includes(normaliseHeader(each)) && !isPersonalHeader(each),
    );
    return {
      table,
      header_row: header.row,
      ...(sight.format === 'xlsx'
        ? { format: 'xlsx', sheet: sight.sheetName }
        : { delimiter: sight.delimiter }),
      columns,
      ignore: [...new Set(ignore)],
    };
  };
  return {
    schools: profile('schools', {
      school_id: { from: school },
      name: { from: title },
      municipality_id: municipalityId,
    }),
    municipalities: profile('municipalities', {
      municipality_id: municipalityId,
      name: { from: municipality },
    }),
  };
}

import { capital } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { schoolEntity } from './entity.ts';
import type { Picture } from './picture.ts';
import { manifest, municipality, school as read, region } from './release.ts';
import { summary } from './summary.ts';

/** What stands on a school's picture: its name and place, and the first sentence of its page. */
export function schoolPicture(id: string): Picture {
  const { school } = read(id);
  const { site, results } = messages('ru');
  const [first = results.noResults] = summary(schoolEntity(id), 'ru').paragraphs;
  return {
    place: capital(municipality(school.municipality_id).municipality.name),
    title: capital(school.short_name ?? school.name),
    text: first,
    foot: manifest().dataset.synthetic ? site.synthetic : `${site.name}. ${region().region.name}`,
  };
}

import type { Language } from '../../contract/vocabulary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { day } from '../../i18n/formats.ts';
import { school as readSchool } from '../release.ts';
import type { ResponseNote } from './page.ts';
import type { Subject } from './subjects.ts';

/** The responses of a school, for the foot of its charts. */
export const responseNotes = ({ level, id }: Subject, lang: Language): ResponseNote[] =>
  level === 'school'
    ? (readSchool(id).responses ?? []).map(({ date, author_role, text }) => ({
        head: embedMessages(lang).response(day(lang, date), author_role),
        text,
      }))
    : [];

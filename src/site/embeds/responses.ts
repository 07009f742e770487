import type { Language } from '../../contract/vocabulary.ts';
import type { ResponseNote } from './page.ts';
import type { Subject } from './subjects.ts';

/** The responses of a school, for the foot of its charts. */
export const responseNotes = (_subject: Subject, _lang: Language): ResponseNote[] => [];

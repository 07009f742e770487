import type { Language } from '../contract/vocabulary.ts';
import { places as en } from './en/places.ts';
import { type PlacesMessages, places as ru } from './ru/places.ts';

/** Words of a municipality's own page. */
export const placesMessages = (lang: Language): PlacesMessages => (lang === 'ru' ? ru : en);

import type { SchoolRow } from '../contract/public.ts';
import { manifest } from './release.ts';

/** The days on which a school opened and closed; what lies outside the release's years is left out. */
export interface Life {
  opened?: string;
  closed?: string;
}

/** A school that opened within the years of the release is new to its readers; one that closed before its day is closed. */
export function life({ opened, closed }: SchoolRow): Life {
  const { years, dataset } = manifest();
  return {
    ...(opened && Number(opened.slice(0, 4)) >= (years[0] ?? 0) ? { opened } : {}),
    ...(closed && closed <= dataset.accessed ? { closed } : {}),
  };
}

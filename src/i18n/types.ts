import type { localities, schoolTypes } from '../contract/vocabulary.ts';

export type SchoolType = (typeof schoolTypes)[number];
export type Locality = (typeof localities)[number];

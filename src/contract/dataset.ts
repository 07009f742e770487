import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case Latin letters, digits and hyphens');
const day = z.iso.date();
const bilingual = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });

/** One input of a source set: which files, read by which profile. */
export const inputSchema = z.strictObject({
  id,
  /** A glob relative to the folder of dataset.json. */
  files: z.string().min(1),
  /** A JSON profile, relative to the folder of dataset.json. */
  profile: z.string().min(1),
  /** Values for columns that no file column has; they win over the profile's constants. */
  constants: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /**
   * How many rows of each rule the operator has seen and accepts to lose. Anything above stops the ingest;
   * what was accepted is recorded in the manifest.
   */
  accept_rejected: z.record(z.string(), z.int().positive()).default({}),
});

/** `dataset.json`: provenance of a source set and the list of its inputs. */
export const datasetSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: bilingual,
  publisher: z.string().min(1),
  licence: z.string().min(1),
  url: z.url().nullable().default(null),
  /** Day on which the files were taken from the publisher. */
  accessed: day,
  /** Day of the release that this set makes; part of the release's name. */
  released: day,
  /** True for invented data: every page, embed and export then says so. */
  synthetic: z.boolean().default(false),
  region: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
  /** GeoJSON (WGS 84) with one feature per municipality, property `municipality_id`. */
  boundaries: z.string().optional(),
  inputs: z.array(inputSchema).min(1),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetInput = z.infer<typeof inputSchema>;

import { z } from 'zod';
import { procedures, sessions } from './vocabulary.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case Latin letters, digits and hyphens');
const day = z.iso.date();
const bilingual = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });

/** One input of a source set: which files, read by which profile. */
export const inputSchema = z.strictObject({
  id,
  /** A glob relative to the folder of dataset.json. */
  files: z.string().min(1),
  /**
   * A JSON profile, relative to the folder of dataset.json; or `builtin:<layout>`, `builtin:<layout>#<sheet>`, or
   * `auto`: an export form that is recognised by its content.
   */
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
  /**
   * GeoJSON (WGS 84) of the municipalities: a file, or a file with the names that only a person can match
   * (`{ "Ключ": "03709000" }`). Shapes are joined by `municipality_id` or by name.
   */
  boundaries: z
    .union([
      z.string(),
      z.strictObject({ file: z.string(), names: z.record(z.string(), z.string()).default({}) }),
    ])
    .optional(),
  /**
   * Which years of a procedure may be compared: years of one `group`. In the place of data/reference/comparability.csv
   * where the set's procedures have a calendar of their own.
   */
  comparability: z
    .array(
      z.strictObject({
        procedure: z.enum(procedures),
        year: z.int(),
        session: z.enum(sessions),
        group: z.string().min(1).optional(),
        held: z.boolean().default(true),
        reason: bilingual.optional(),
        source: z.string().optional(),
      }),
    )
    .min(1)
    .optional(),
  /** CSV `alias,school_id`: logins that one school has had beside the one it is known by. */
  aliases: z.string().optional(),
  /** CSV with the columns of data/reference/scales.csv: scales that hold for this set; they win over ours. */
  scales: z.string().optional(),
  /**
   * Road maps of orders (folders of data/roadmaps) that this region works by: these alone are published, and compared with
   * its observations. Unless told, all are published and none is compared.
   */
  roadmaps: z.array(id).optional(),
  inputs: z.array(inputSchema).min(1),
});

export type Dataset = z.infer<typeof datasetSchema>;
export type DatasetInput = z.infer<typeof inputSchema>;

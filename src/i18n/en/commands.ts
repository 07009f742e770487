import type { commandsRu } from '../ru/commands.ts';

/** Help of the commands: what --help prints. */
export const commandsEn: Record<keyof typeof commandsRu, string> = {
  ingest: `npm run ingest -- <source set folder> [options]
npm run ingest -- inspect FILE…   [--write DIR] [--force]
npm run ingest -- init FOLDER     [--force]

Reads the files of a source set, checks every row, protects small groups and publishes a release.
Files that have not changed since the last time are not read again.
inspect tells how files are written, what they probably are and what reading them would do, with a draft profile.
inspect also reads a road map from tables of Word (.docx) or Excel and drafts its files for the set.
init makes a source set of a folder of mixed files and lists what a person must look at.

  --out DIR          where releases go (default public/data)
  --work DIR         private: checked tables, reject.csv, what was read of each file (default data/canonical)
  --methodology FILE rule set (default data/methodology/default.json)
  --compare FILE     another rule set whose identification is published beside it; may be repeated
  --preset NAME      public | rounded | internal (default public)
  --no-cache         read every file again
  --write DIR        inspect: where draft profiles go (default: they are printed)
  --force            inspect, init: write over what is there
  --lang ru|en       language of messages
  --help

Exit code: 0 published, 1 something is wrong with the input (nothing was published), 2 wrong call, 3 a fault of ours.`,
  build: `npm run build [-- options]

Builds the static site of the latest release.

  --data DIR     folder with latest.json and the releases (default public/data)
  --out DIR      folder of the site (default dist); replaced only when the build succeeds
  --site URL     address the site will have, for canonical links (default DINAMIKA_SITE)
  --base PATH    path below which it will stand (default /)
  --no-offline   no reading without a network: withdraws it also where it is in use
  --embeds WORDS charts that other sites may show, with commas (default all: all of them, now and next year):
                 none; latest: not those of older releases; school, municipality, region; ru, en;
                 dynamics, marks, positive-dynamics, similar-schools, cluster-map, risk-plane, indicator
  --lang ru|en   language of messages
  --help

Exit code: 0 built, 1 the release is missing or damaged, 2 wrong call, 3 a fault of ours.`,
  hub: `npm run hub -- <folder of regions> [options]

Makes the page over several regions: a list, a search over all schools, a data catalogue.
The folder holds a folder per region: a built site or a folder of releases. Their names become addresses: /05/, /66/.
A region whose release has not changed is not read again. A damaged region keeps no other back.

  --out DIR      folder of the hub (default hub); replaced only as a whole
  --work DIR     what was read the last time (default .cache/hub)
  --lake DIR     lay the tables out by region for DuckDB, Trino, Spark (docs/scale.md)
  --base PATH    path below which it will stand (default /)
  --site ADDRESS address of the hub, for the catalogue
  --lang ru|en   language of messages
  --help

Exit code: 0 done, 1 some region could not be read (the others are there), 2 wrong call, 3 a fault of ours.`,
  start: `npm start [-- options]

Ingests the demo set, builds the site and serves it. What has not changed is not done again.

  --port N       first port to try (default 4321)
  --no-serve     stop when the site is built
  --lang ru|en   language of messages
  --help`,
  verify: `npm run verify -- <dir> [options]

Compares every file of a release with its sha256 in the manifest. <dir> is a release, or a folder of releases: all of them are compared.

  --lang ru|en   language of messages
  --help

Exit code: 0 every file is intact, 1 a file is missing, changed or not listed, 2 wrong call.`,
  preview: `npm run preview [-- options]

Serves a built site on this machine.

  --dir DIR      folder of the site (default dist)
  --port N       first port to try (default 4321)
  --base PATH    path below which it was built (default /)
  --lang ru|en   language of messages
  --help`,
  bench: `npm run bench [-- options]

Measures speed, memory and bytes, as ratios against a named baseline in the same run, and prints Markdown tables.
Pages and explorer are measured on the built site (npm start first).

  --only NAME    ingest | xlsx | region | hostile | protect | site | large | country | pages | paint
                 | indicators | what-if | explorer
  --rows N       pupil rows of the ingest bench (default 1000000, region 650000)
  --part NAME    one part of the explorer bench: start | redraws | large | heap | region
  --sizes LIST   how many times the demo: protection, site, large region (default 1,4)
  --site DIR     built site (default: the demo)
  --lang ru|en   language of messages
  --help`,
};

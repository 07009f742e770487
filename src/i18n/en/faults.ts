import type { faultsRu } from '../ru/faults.ts';

/** Faults of input data: what is wrong and what to do. */
export const faultsEn: Record<keyof typeof faultsRu, { fault: string; remedy: string }> = {
  'missing-source-set': {
    fault: 'there is no such source set folder',
    remedy: 'name an existing folder, for example: npm run ingest -- data/demo',
  },
  'no-dataset': {
    fault: 'the folder has no dataset.json',
    remedy: 'write one after data/demo/dataset.json: it describes the set and lists its files',
  },
  'missing-file': {
    fault: 'there is no such file',
    remedy: 'check name and path; paths start at the source set folder',
  },
  'not-json': { fault: 'this is not JSON: {message}', remedy: 'mend the commas, quotes and brackets named' },
  'invalid-json': {
    fault: 'the value does not fit: {message}',
    remedy: 'mend the key named; keys and values are described in docs/profiles.md',
  },
  'unknown-our-column': { fault: 'table {table} has no column {column}', remedy: 'use one of: {known}' },
  'no-files': {
    fault: 'no file matches {glob}',
    remedy: 'put the files into the source set folder or mend the pattern',
  },
  'empty-file': { fault: 'the file is empty (0 bytes)', remedy: 'export it again or take it out of the set' },
  'binary-file': {
    fault: 'this is not a text file (it looks like {format})',
    remedy: 'save the table as CSV (in Excel: File, Save as, CSV UTF-8) or mend the extension',
  },
  'truncated-utf16': {
    fault: 'the UTF-16 file ends in the middle of a character: its number of bytes is odd',
    remedy: 'the file was not copied whole: export or copy it again',
  },
  'wrong-encoding': {
    fault: 'the file is not {declared} (it looks like {found})',
    remedy: 'mend encoding in the profile or set it to "auto"',
  },
  'no-header': { fault: 'there are no headers on this line', remedy: 'mend header_row in the profile' },
  'header-only': {
    fault: 'there is no row of data under the header',
    remedy: 'export the file again; if there is no data, take the file out of the set',
  },
  'duplicate-header': {
    fault: 'column "{column}" stands twice',
    remedy: 'rename or delete one of them: it is not clear which to use',
  },
  'missing-column': {
    fault: 'the file has no column "{column}" that the profile names; it has: {found}',
    remedy: 'mend the column name in the profile or choose another profile for this file',
  },
  'unknown-column': {
    fault: 'the profile does not know column "{column}"',
    remedy: 'add it to columns if it is needed, to ignore if it is not',
  },
  'unfilled-column': {
    fault: 'the profile leaves required columns of table {table} empty: {columns}',
    remedy: 'add them to columns (a column of the file) or to constants (one value for the whole file)',
  },
  'personal-column': {
    fault: 'column "{column}" holds personal data',
    remedy: 'take it out of the profile: names, documents, phones and birth dates are not accepted here',
  },
  'personal-content': {
    fault: 'column "{column}" has values that look like personal data ({kind}): {n}',
    remedy: 'remove them from the file; the ingest stopped and nothing was stored',
  },
  'identical-files': {
    fault: 'the file equals {twin}, byte for byte',
    remedy:
      'take out the copy; if it should be another year, export that year again: the wrong file was probably saved',
  },
  'rows-rejected': {
    fault: 'rejected rows: {n}, rule "{rule}"',
    remedy:
      'mend the rows listed in reject.csv; if losing them is acceptable, write into dataset.json for {input}: "accept_rejected": {accept}',
  },
  'rows-do-not-add-up': {
    fault: 'rows do not add up: read {rows_in}, accounted for {sum}',
    remedy: 'this is a fault of the program: report it with dataset.json and the profile (without data)',
  },
  'not-geojson': {
    fault: 'this is not GeoJSON: it has no list of shapes (FeatureCollection)',
    remedy: 'save the boundaries as GeoJSON in WGS 84 coordinates',
  },
  'boundaries-unmatched': {
    fault: 'not one shape found its municipality; the file has: {shapes}',
    remedy: 'check that the file is of this region; write names that differ into boundaries.names',
  },
  'foreign-folder': {
    fault: 'the folder holds files that this program did not make',
    remedy: 'name an empty or a new folder; this one was left as it is',
  },
  'not-a-folder': { fault: 'this is a file, a folder is needed', remedy: 'name another folder' },
  'internal-into-public': {
    fault: 'unprotected data (preset "internal") must not go into the folder of a public site',
    remedy: 'name a folder of its own: --out /somewhere/else',
  },
  'mixed-releases': {
    fault:
      'the folder holds a release of set {found}, preset "{found_preset}"; this one is {dataset}, "{preset}"',
    remedy: 'name a folder of its own (--out): a site publishes everything in its data folder',
  },
  'busy-folder': {
    fault: 'another run is writing into this folder (process {pid})',
    remedy: 'wait until it ends and try again',
  },
  'missing-methodology': {
    fault: 'there is no such methodology file',
    remedy:
      'name an existing one, for example --methodology data/methodology/default.json; the path starts here',
  },
  'same-methodology-version': {
    fault: 'two methodology files have the version {version}',
    remedy: 'give the compared file a version of its own',
  },
  'outside-source-set': {
    fault: 'the pattern {glob} leaves the source set folder',
    remedy: 'put the files into the source set folder and name them from there, without ".."',
  },
  'wrong-delimiter': {
    fault: 'the header is one column, and the profile says delimiter "{declared}"; it looks like "{found}"',
    remedy: 'mend delimiter in the profile',
  },
  'no-permission': {
    fault: 'reading or writing is not permitted',
    remedy: 'check the permissions of the file or folder',
  },
  'disk-full': {
    fault: 'the disk is full',
    remedy: 'free some space and try again: what was there before is intact',
  },
  'no-results': {
    fault: 'no result was left after the checks',
    remedy: 'check the profile and the list of rejected rows',
  },
  'invalid-reference': {
    fault: 'the reference table is damaged',
    remedy: 'restore the file from the repository',
  },
  'internal-public-url': {
    fault: 'the release was made with preset "internal" and the site address is public',
    remedy: 'ingest again with --preset public to publish; for an internal network unset DINAMIKA_SITE',
  },
  'no-regions': {
    fault: 'there is no region in the folder',
    remedy: 'put one folder per region into it: a built site (npm run build) or a folder of releases',
  },
  'region-folder-name': {
    fault: 'the name of the region’s folder cannot stand in an address',
    remedy: 'name it with Latin letters, digits, hyphens or underscores, for example 05',
  },
  'internal-in-hub': {
    fault: 'the region’s release is for official use only',
    remedy: 'take the region’s public release: npm run ingest -- … --preset public',
  },
  'no-release': {
    fault: 'there is no published data',
    remedy: 'run npm run ingest -- <source set folder> first, for example data/demo',
  },
  'damaged-release': {
    fault: 'a file of the release is damaged or not its own ({problem})',
    remedy: 'run npm run ingest again: the release will be written anew',
  },
  'audit-failed': {
    fault: 'what the release hides can be computed from it ({leaks}); nothing was published',
    remedy:
      'the file says which numbers and by which equations; it is not for publication. Tell the developers: the program is to be mended, not the data',
  },
  'audit-failed-beside': {
    fault:
      'beside the releases that are published ({previous}) what this one hides can be computed from it ({leaks}); nothing was published',
    remedy:
      'the release before stays as it is. The file says which numbers and by which equations; it is not for publication: send it to the developers. Taking earlier releases away does not help: who has downloaded them can still compare',
  },
  'audit-failed-forgotten': {
    fault:
      'beside the releases that are published ({previous}) what this one hides can be computed from it ({leaks}); nothing was published. It is not known what the release before hid: the folder {history} is missing or is about another release',
    remedy:
      'put the folder back from your copy and run the command again. If there is none, send the file to the developers; it is not for publication',
  },
  'damaged-history': {
    fault:
      'the memory of the release before is damaged or incomplete; without it a corrected release could tell what the one before hid. Nothing was published',
    remedy:
      'put the whole folder back from your copy and run the command again. If there is no copy, move the folder away: the release is then protected by itself, and published only if nothing can be computed beside the releases that are there',
  },
  'unfit-history': {
    fault: 'the memory of the release before does not fit this data ({total}); nothing was published',
    remedy:
      'was the folder put back from a copy? Take the copy made after the newest release of this set, and run the command again. If it is the right one, the program is to be mended, not the data: send the developers this line, not the folder, which holds exact counts',
  },
  'no-site': { fault: 'there is no built site', remedy: 'run npm run build first' },
  'no-port': { fault: 'no free port near {port}', remedy: 'name another: --port 5000' },
  'old-node': {
    fault: 'Node {needed} or newer is needed, found {found}',
    remedy: 'install a newer Node or run npm ci again',
  },
  'no-chromium': {
    fault: 'the browser tests need Chromium, and there is none',
    remedy: 'install it: sudo apt-get install chromium; or name its path in CHROMIUM_PATH',
  },

  'malformed-row': {
    fault: 'the row has not as many columns as the header, or its quotes are broken',
    remedy: 'mend delimiters and quotes in the row',
  },
  'missing-value': { fault: 'a required value is empty', remedy: 'fill in the cell' },
  'not-a-number': {
    fault: 'this is not a number',
    remedy: 'write a number; check decimal, thousands and suppressed in the profile',
  },
  'negative-count': {
    fault: 'the number is negative',
    remedy: 'mend it: counts of participants and marks are never below zero',
  },
  'fractional-count': {
    fault: 'the number has a fraction and must be whole',
    remedy: 'if it is a percentage, add "percent": true to the profile; else mend it',
  },
  'zero-count': {
    fault: 'there are 0 participants',
    remedy: 'delete the row: where nobody took part there is no row',
  },
  'out-of-range': {
    fault: 'the value is out of range',
    remedy: 'look for a typing error: year 2000–2100, grade 1–11, share 0–1',
  },
  'unknown-value': {
    fault: 'the value is not in the list',
    remedy: 'mend the typing error or map it in values of the profile',
  },
  'unknown-subject': {
    fault: 'the subject is not in the reference table',
    remedy:
      'mend the typing error, map it in values of the profile, or add it to data/reference/subjects.csv',
  },
  'not-yes-or-no': { fault: 'it must be yes or no', remedy: 'write yes, no, 1 or 0' },
  'not-a-date': { fault: 'this is not a date', remedy: 'write it as 2024-09-01 or 01.09.2024' },
  'marks-incomplete': { fault: 'not all marks are known', remedy: 'fill in all four numbers, 0 too' },
  'marks-do-not-sum': {
    fault: 'the marks do not add up to the participants',
    remedy: 'mend the participants or the marks',
  },
  'threshold-unknown': {
    fault: 'it is not known how many participants are below the threshold',
    remedy: 'add the column to the profile (below_threshold), or the columns of marks',
  },
  'threshold-differs-from-marks': {
    fault: 'the number below the threshold differs from the number of marks 2',
    remedy: 'mend one of the two numbers',
  },
  'count-above-participants': { fault: 'a part is larger than the participants', remedy: 'mend the number' },
  'count-above-denominator': {
    fault: 'the numerator is larger than the denominator',
    remedy: 'mend one of them',
  },
  'eliminated-not-identified': {
    fault: 'the deficit was eliminated but never identified',
    remedy: 'mark it as identified, or not as eliminated',
  },
  'response-too-long': {
    fault:
      'the response of the school has more than 1200 characters, or the role of its author more than 120',
    remedy: 'shorten the text',
  },
  'closed-before-opened': { fault: 'the school closed before it opened', remedy: 'mend the dates' },
  'unsafe-id': {
    fault: 'the identifier has characters that are not allowed',
    remedy: 'use letters, digits, dot, hyphen and underscore, at most 64',
  },
  'unknown-school': {
    fault: 'the school is not in the list of schools',
    remedy: 'add it to the list or mend its identifier',
  },
  'unknown-municipality': {
    fault: 'the municipality is not in the list',
    remedy: 'add it to the list or mend its identifier',
  },
  'unknown-region': { fault: 'there is no such region', remedy: 'mend the identifier of the region' },
  'duplicate-key': {
    fault: 'the row repeats the key of another row',
    remedy: 'keep one of the rows: one row for each school, year, work, subject and grade',
  },
};

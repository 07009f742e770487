/** Built-in export forms, scales, repeats: what is wrong and what to do. */
export const layoutFaultsEn = {
  'unknown-layout': {
    fault: 'there is no built-in layout "{layout}"',
    remedy: 'use one of: {known}; or "auto"',
  },
  'layout-not-recognised': {
    fault: 'the layout of the file is not recognised ({layout})',
    remedy:
      'look at it: npm run ingest -- inspect <file>; a layout that is not known needs a profile (docs/profiles.md)',
  },
  'several-layout-sheets': {
    fault: 'several sheets hold data: {sheets}',
    remedy: 'give each its own input: "profile": "builtin:{layout}#<name of the sheet>"',
  },
  'names-disagree': {
    fault: 'one place says "{text}" ({what} = {first}), another "{other}" ({what} = {second})',
    remedy: 'write the right one into dataset.json: "constants": {"{what}": …}',
  },
  'not-in-names': {
    fault: 'neither columns nor file name nor title say: {what}',
    remedy: 'write what is missing into dataset.json: "constants": {"{what}": …}',
  },
  'only-totals': {
    fault:
      'none of {n} rows has the login of a school (sch… or edu…): a school cannot be told from a municipality',
    remedy: 'export the report with logins, or write the login into the name of each school',
  },
  'missing-scale': {
    fault: 'there is no scale from scores to marks: {procedure}, {subject}, grade {grade}, {year}',
    remedy:
      'add a row to data/reference/scales.csv (or to the file "scales" of the set): {procedure},{subject},{grade},{year},<least score of 3>,<of 4>,<of 5>,<maximum>,<source>',
  },
  'missing-minimum': {
    fault: 'there is no minimum score: {procedure}, {subject}, {year}',
    remedy:
      'add a row to data/reference/min-scores.csv: {procedure},{subject},{year},<minimum>,<maximum>,<source>',
  },
  'repeated-pupils': {
    fault: 'rows whose participant code has occurred before: {n}',
    remedy:
      'delete the repeated part of the table; if these are different participants, write into dataset.json for {input}: "accept_rejected": {"{rule}": {n}}',
  },
  'own-table-column': {
    fault: 'there is no column "{column}"',
    remedy: 'these columns are needed, separated by commas: {columns}',
  },
  'dataset-exists': {
    fault: 'there is a dataset.json already',
    remedy: 'it was not touched; add --force to write it anew',
  },
  'draft-exists': {
    fault: 'there is such a file already',
    remedy: 'it was not touched; add --force to write it anew',
  },
  'nothing-to-read': {
    fault: 'the folder has no .xlsx, .csv or .txt file that can be read',
    remedy: 'put the exports into this folder, or name another',
  },

  'shifted-row': {
    fault: 'the cells of the row have shifted: this column holds a value of another',
    remedy: 'move the cells of the row back in the source file',
  },
  'score-above-maximum': {
    fault: 'the score is above the most that this work gives',
    remedy:
      'correct the score; if it is right, correct the maximum in data/reference/scales.csv or min-scores.csv',
  },
  'part-without-results': {
    fault: 'nothing says how many took this work at this school, and with which marks',
    remedy: 'add the statistics by marks or the individual results of the same work to the set',
  },
};

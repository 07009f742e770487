/** Road maps: what is wrong and what to do. */
export const roadmapFaultsEn = {
  'unknown-roadmap': {
    fault: 'there is no road map "{id}" in data/roadmaps',
    remedy: 'there are: {known}; mend the list "roadmaps" of dataset.json, or leave it out to take all',
  },
  'period-reversed': {
    fault: 'an activity ends before it starts',
    remedy: 'correct the days of start and end in the source file',
  },
  'not-a-document': {
    fault: 'this is no Word document (.docx)',
    remedy: 'save the document as .docx; the old .doc and scans are not read',
  },
  'no-roadmap-table': {
    fault: 'the file has no table with the customary columns of a road map',
    remedy:
      'a table is needed whose header has the activity and the period (and form, responsible, expected result where known)',
  },
  'document-too-large': {
    fault: 'the document has more than {limit} {what}',
    remedy: 'leave only the table of the road map in the document',
  },
};

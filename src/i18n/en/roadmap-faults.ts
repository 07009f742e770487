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
};

import type { GlossaryMessages } from '../ru/glossary.ts';

/** See the Russian file. */
export const glossary: GlossaryMessages = {
  title: 'Glossary',
  lead: 'Words that occur on the pages, in short and plain ones.',
  here: (words) => `What these words mean: ${words}`,
  all: 'The whole glossary',
  terms: {
    vpr: {
      name: 'VPR',
      text: 'All-Russian check works. Pupils of grades 4 to 8 write them in spring to see how well the programme was learned. They do not count for the school certificate.',
    },
    oge: { name: 'OGE', text: 'The exam after grade 9: Russian, mathematics and two subjects of choice.' },
    ege: {
      name: 'EGE',
      text: 'The exam after grade 11. Russian and mathematics are required, the others are a choice.',
    },
    threshold: {
      name: 'threshold',
      text: 'The lowest result with which a work is passed. A pupil with the mark 2, or with too low a score, is below it.',
    },
    share: {
      name: 'share',
      text: 'A part of the whole in per cent. “37% (14 of 38)” means 14 pupils of 38.',
    },
    interval: {
      name: '95% interval',
      text: 'The bounds in which the share might lie by chance alone: somebody was ill, somebody was lucky. The fewer the pupils, the wider it is. In a chart it is the pale band.',
    },
    chance: {
      name: 'within what chance produces',
      text: 'The difference is so small that it may have come about by itself. It does not say that teaching got better or worse.',
    },
    hidden: {
      name: 'hidden number',
      text: 'With few pupils a number could tell the mark of one child. Bounds such as “1–2” or the word “hidden” then stand in its place.',
    },
    point: {
      name: 'percentage point (p.p.)',
      text: 'The difference of two shares. From 30% to 25% is 5 percentage points less.',
    },
    cluster: {
      name: 'cluster',
      text: 'A group of schools that get the same kind of help. It is not a mark for the school.',
    },
    low: {
      name: 'low-results school',
      text: 'A school where many pupils were below the threshold in two works of one year, or in one work two years in a row. It has a right to help.',
    },
    parallel: {
      name: 'year group',
      text: 'All classes of one year: 5A, 5B and 5C are the fifth year group.',
    },
    deficit: { name: 'resource deficit', text: 'What a school lacks: teachers, equipment, money.' },
    wellbeing: {
      name: 'index of social well-being',
      text: 'A number from 0 to 100 about the conditions in which a school works: the pupils’ families, the parents’ work and education. The lower, the harder the conditions.',
    },
    similar: {
      name: 'similar schools',
      text: 'Schools with nearly the same conditions: size, town or village, index of social well-being. They are not chosen by results.',
    },
    markers: {
      name: 'marker of bias',
      text: 'An unusual number that is worth a look. It is not a verdict and accuses nobody.',
    },
    mean: {
      name: 'regression to the mean',
      text: 'After a very bad year the next one is mostly better, even if nothing is done. The site allows for this before it writes “better”.',
    },
    release: {
      name: 'release',
      text: 'The data published on one day. A release never changes: corrections come with the next one.',
    },
  },
};

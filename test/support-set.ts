/** The smallest source set: one plain table of results. */
export const profile = {
  table: 'results',
  delimiter: ';',
  columns: {
    school_id: { from: 'Логин' },
    school_name: { from: 'ОО' },
    municipality_id: { from: 'Код МСУ' },
    municipality_name: { from: 'Муниципалитет' },
    year: { from: 'Год' },
    grade: { from: 'Класс' },
    subject: { from: 'Предмет' },
    participants: { from: 'Кол-во участников' },
    mark_2: { from: '2' },
    mark_3: { from: '3' },
    mark_4: { from: '4' },
    mark_5: { from: '5' },
  },
  constants: { procedure: 'vpr', session: 'spring' },
};

export const dataset = {
  id: 'test-set',
  title: { ru: 'Проверочный набор', en: 'Test set' },
  publisher: 'Test',
  licence: 'CC0-1.0',
  accessed: '2024-01-01',
  released: '2024-01-01',
  region: { id: 'r', name: 'Регион' },
  inputs: [{ id: 'results', files: '*.csv', profile: 'profile.json' }],
};

export const header = 'Логин;ОО;Код МСУ;Муниципалитет;Год;Класс;Предмет;Кол-во участников;2;3;4;5';

/** Subjects as the publisher writes them. */
export const subjectsRu: Readonly<Record<string, string>> = {
  russian: 'Русский язык',
  mathematics: 'Математика',
  'world-around': 'Окружающий мир',
  history: 'История',
  biology: 'Биология',
  geography: 'География',
  'social-studies': 'Обществознание',
  physics: 'Физика',
};

export const totalLabel = 'Всего по муниципалитету';
export const absentLabel = 'отсутствовал';

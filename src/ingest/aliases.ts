/** How publishers spell closed-list values; compared in lower case. Our own spellings are always understood. */
export const valueAliases: Record<string, Record<string, string>> = {
  procedure: { впр: 'vpr', огэ: 'oge', егэ: 'ege' },
  session: { весна: 'spring', осень: 'autumn', основной: 'main', 'основной период': 'main' },
  locality: { город: 'urban', городская: 'urban', село: 'rural', сельская: 'rural' },
  type: {
    начальная: 'primary',
    основная: 'basic',
    средняя: 'secondary',
    лицей: 'lyceum',
    гимназия: 'gymnasium',
    иное: 'other',
  },
  role: {
    участник: 'participant',
    наставник: 'mentor',
    базовая: 'base',
    партнер: 'partner',
    партнёр: 'partner',
    куратор: 'curator',
  },
  level: { регион: 'region', муниципалитет: 'municipality', школа: 'school' },
};

export const trueWords = ['true', '1', 'да', 'yes', '+'];
export const falseWords = ['false', '0', 'нет', 'no', '-'];

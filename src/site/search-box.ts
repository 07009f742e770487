import { startSearch } from './search-combobox.ts';
import { splitSearch } from './search-load.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) {
  const read = async <T>(name: string): Promise<T> => {
    const answer = await fetch(`${form.dataset.index}${name}.json`);
    if (!answer.ok) throw new Error(`invalid answer: ${answer.status}`);
    return (await answer.json()) as T;
  };
  startSearch(form, {
    load: () => splitSearch(read),
    pageOf: ({ id }) => `${form.dataset.pages}${encodeURIComponent(id)}/`,
  });
}

import type { Similar } from '../domain/entry/similar.ts';
import type { FormWords } from '../domain/entry/form-words.ts';

/** Lists entries that may be the one being written, each with a link to its page. */
export function showSimilar(
  aside: HTMLElement,
  similar: readonly Similar[],
  words: FormWords,
  addresses: { project: (id: string) => string; correct: (id: string) => string },
): void {
  const key = similar.map(({ id, because }) => `${id}/${because}`).join();
  // Said once: a list that comes anew with every letter would be read out again and again.
  if (aside.dataset['shown'] === key) return;
  aside.dataset['shown'] = key;
  const items = similar.map(({ id, name, because }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = addresses.project(id);
    link.textContent = words.similar.replace('{name}', name).replace('{because}', words.because[because]);
    item.append(link);
    if (because !== 'alike') {
      const correct = document.createElement('a');
      correct.href = addresses.correct(id);
      correct.textContent = words.taken;
      item.append(' ', correct);
    }
    return item;
  });
  aside.querySelector('ul')!.replaceChildren(...items);
  aside.hidden = items.length === 0;
}

import { expect, it } from 'vitest';
import { DIST, elementsOf, filesBelow, read, textOf } from '../support/built.ts';
import { RULES } from '../../src/rules/registry.ts';

const pages = filesBelow(DIST).filter((path) => /^\/contribute\/errors\/[^/]+\/index\.html$/.test(path));

it('every rule of the checker is explained on a page that shows what the checker says of its example', () => {
  const codes = pages.map((path) => path.split('/')[3]);
  expect(codes).toEqual(expect.arrayContaining(RULES.map(({ code }) => code)));
  for (const path of pages) {
    const elements = elementsOf(read(DIST, path));
    const code = elements.filter(({ tagName }) => tagName === 'code').map(textOf);
    expect(
      code.some((text) => /^content\/.+:\d+:\d+$/.test(text)),
      path,
    ).toBe(true);
    expect(
      elements.filter(({ tagName }) => tagName === 'pre'),
      path,
    ).toHaveLength(2);
  }
});

import { expect, it } from 'vitest';
import { fieldReference } from '../../src/outputs/field-reference.ts';
import { attributes, BUILDS, elementsOf, read, textOf } from '../support/built.ts';

it.each(BUILDS)('the field reference $name has every field below its folder, each with an anchor', ({ folder }) => {
  const elements = elementsOf(read(folder, '/contribute/fields/index.html'));
  const ids = elements.map((element) => attributes(element)['id']);
  for (const { name, title, fields } of fieldReference()) {
    const heading = elements.find((element) => attributes(element)['id'] === name)!;
    expect(heading.tagName).toBe('h2');
    expect(textOf(heading)).toBe(title);
    const places = fields.map(({ anchor }) => ids.indexOf(anchor));
    expect(places.every((place, i) => place > (places[i - 1] ?? ids.indexOf(name)))).toBe(true);
  }
});

it('is one click from the page on contributing and from each page on a finding', () => {
  const hrefs = (path: string) => elementsOf(read(BUILDS[1].folder, path)).map((e) => attributes(e)['href']);
  expect(hrefs('/contribute/index.html')).toContain('./fields/');
  expect(hrefs('/contribute/errors/bad-value/index.html')).toContain('/catalogue/contribute/fields/');
});

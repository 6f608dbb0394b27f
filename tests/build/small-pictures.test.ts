import { describe, expect, it } from 'vitest';
import type { PublishedProject } from '../../src/schema/published.ts';
import { attributes, DIST, elementsIn, elementsOf, filesBelow, read, readJson, textOf } from '../support/built.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');
const categories = filesBelow(DIST).flatMap((path) => /^\/categories\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
const PAGES: [string, PublishedProject[]][] = [
  ['/index.html', projects],
  ...categories.map((id): [string, PublishedProject[]] => [
    `/categories/${id}/index.html`,
    projects.filter((project) => project.categories.includes(id)),
  ]),
];

describe.each(PAGES)('%s', (path, own) => {
  const page = elementsOf(read(DIST, path));
  const hasClass = (name: string) =>
    page.find((element) => (attributes(element)['class'] ?? '').split(' ').includes(name))!;

  it('says the month with most releases below the line of them', () => {
    const released = own
      .filter(({ status, released: date }) => status.state !== 'hoax' && date !== null && date >= '2022-11')
      .map(({ released: date }) => date!.slice(0, 7))
      .sort();
    const counts = Map.groupBy(released, (month) => month);
    const most = Math.max(...[...counts.values()].map((list) => list.length));
    const peak = [...counts].find(([, list]) => list.length === most)![0];
    const caption = textOf(hasClass('spark')).replace(/\s+/g, ' ');
    expect(caption).toContain(`2022-11 到 ${released.at(-1)}，最多是 ${peak}，${most} 个。`);
  });

  it('splits the bar by licence verdict, and says the same in numbers', () => {
    const count = (verdict: string) => own.filter(({ commercialUse }) => commercialUse.verdict === verdict).length;
    const verdicts = ['allowed', 'conditional', 'forbidden', 'unknown'];
    const items = elementsIn(hasClass('verdict-share')).filter(({ tagName }) => tagName === 'li');
    expect(items.map((item) => Number(/\d+/.exec(textOf(item))![0]))).toEqual(verdicts.map(count));
    const parts = elementsIn(hasClass('share'))
      .filter(({ tagName }) => tagName === 'rect')
      .map(attributes);
    expect(parts.map(({ width, class: name }) => [name, Number.parseFloat(width!)])).toEqual(
      verdicts
        .filter((verdict) => count(verdict) > 0)
        .map((verdict) => [`verdict-${verdict}`, expect.closeTo((100 * count(verdict)) / own.length, 1)]),
    );
  });
});

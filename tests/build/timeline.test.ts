import { describe, expect, it } from 'vitest';
import { shortParameters } from '../../src/domain/format/parameters.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import { attributes, BUILDS, elementsIn, elementsOf, read, readJson, textOf, type Element } from '../support/built.ts';

const projects = readJson<PublishedProject[]>(BUILDS[0].folder, '/api/v1/projects.json').filter(
  ({ status }) => status.state !== 'hoax',
);
const dated = projects.filter((project) => project.released !== null);
const shown = dated.filter(({ released }) => released! >= '2022-11');
const sizes = ({ variants }: PublishedProject) =>
  (variants ?? []).map(({ parameters }) => parameters).filter((count) => count !== null);

const tag = (elements: readonly Element[], name: string) => elements.filter(({ tagName }) => tagName === name);
const hasClass = (element: Element, name: string) => (attributes(element)['class'] ?? '').split(' ').includes(name);
const clean = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim();

describe.each(BUILDS)('the timeline $name', ({ base, folder }) => {
  const page = elementsOf(read(folder, '/timeline/index.html'));
  const address = (id: string) => `${base}/projects/${id}/`;
  /** Links of the drawing whose caption has this id, and their titles. */
  const points = (id: string) => {
    const area = page.find((element) => attributes(element)['aria-labelledby'] === `${id}-caption`)!;
    return tag(elementsIn(area), 'a').map((link) => ({
      href: attributes(link)['href']!,
      title: clean(tag(elementsIn(link), 'title')[0]!),
    }));
  };
  const rowsBelow = (label: string) => {
    const table = page.find(
      (element) => element.tagName === 'div' && attributes(element)['aria-labelledby'] === label,
    )!;
    return tag(elementsIn(table), 'tr')
      .slice(1)
      .map((row) =>
        elementsIn(row)
          .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
          .map(clean),
      );
  };

  it('lists every release in its month, as many as it says, with the date as far as it is known', () => {
    const months = page.filter((element) => element.tagName === 'tr' && /^m-/.test(attributes(element)['id'] ?? ''));
    const listed = months.flatMap((row) => {
      const [month, count] = elementsIn(row)
        .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
        .map(clean);
      const items = tag(elementsIn(row), 'li');
      expect(items).toHaveLength(Number(count));
      return items.map((item) => {
        const note = clean(tag(elementsIn(item), 'small')[0]!);
        expect(note.startsWith(month!)).toBe(true);
        return [attributes(tag(elementsIn(item), 'a')[0]!)['href'], note.split('，')[0]];
      });
    });
    expect(listed.sort()).toEqual(shown.map(({ id, released }) => [address(id), released]).sort());
    expect(months.map((row) => attributes(row)['id'])).toEqual(
      [...new Set(months.map((row) => attributes(row)['id']))].sort(),
    );
  });

  it('draws a bar for every month that has a release, leading to its list', () => {
    const counts = Map.groupBy(shown, ({ released }) => released!.slice(0, 7));
    expect(points('months')).toEqual(
      [...counts].sort().map(([month, list]) => ({ href: `#m-${month}`, title: `${month}：${list.length} 个` })),
    );
  });

  it('tells what came before and what has no date, so that nothing is lost', () => {
    const links = page.map((element) => attributes(element)['href']);
    for (const { id } of projects) expect(links).toContain(address(id));
    const words = clean(page.find((element) => element.tagName === 'body')!);
    expect(words).toContain(`更早的有 ${dated.length - shown.length} 个`);
    expect(words).toContain(`不在图里的有 ${projects.length - dated.length} 个`);
  });

  it('draws every release once, with its first category', () => {
    expect(
      points('lanes')
        .map(({ href }) => href)
        .sort(),
    ).toEqual(shown.map(({ id }) => address(id)).sort());
    const names = page.filter((element) => hasClass(element, 'lane-name')).map(clean);
    const counts = Map.groupBy(shown, ({ categories }) => categories[0]!);
    expect(names.map((name) => Number(/\d+$/.exec(name)![0])).sort()).toEqual(
      [...counts.values()].map((list) => list.length).sort(),
    );
  });

  it('marks the bases that most others were made from, counted', () => {
    const WEIGHTS = ['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'];
    const children = (id: string) =>
      projects.filter(({ lineage }) =>
        (lineage ?? []).some((edge) => !edge.external && edge.from === id && WEIGHTS.includes(edge.relation)),
      ).length;
    const expected = shown.map(({ id }) => [address(id), children(id)]).filter(([, count]) => Number(count) >= 6);
    const list = page.find((element) => element.tagName === 'ol' && hasClass(element, 'dated'))!;
    const marked = tag(elementsIn(list), 'li').flatMap((item) => {
      const count = /有 (\d+) 个条目直接用了它的权重/.exec(clean(item))?.[1];
      return count ? [[attributes(tag(elementsIn(item), 'a')[0]!)['href'], Number(count)]] : [];
    });
    expect(marked.sort()).toEqual(expected.sort());
  });

  it('draws and lists the sizes of every release that has one', () => {
    const sized = shown.filter((project) => sizes(project).length > 0);
    const drawn = points('sizes');
    expect(drawn.map(({ href }) => href).sort()).toEqual(sized.map(({ id }) => address(id)).sort());
    const expected = sized.map((project) => [
      project.name,
      project.released,
      shortParameters(Math.min(...sizes(project))),
      shortParameters(Math.max(...sizes(project))),
    ]);
    expect(
      rowsBelow('sizes-title')
        .map((row) => row.slice(0, 4))
        .sort(),
    ).toEqual(expected.sort());
  });

  it('draws the measured memory of running a known size at a stated precision, and lists all that was measured', () => {
    const measured = projects.flatMap((project) =>
      (project.hardware ?? [])
        .filter(({ task, basis }) => task === 'inference' && basis === 'measured')
        .map((item) => {
          const named = (project.variants ?? []).filter(({ name }) => item.variant === null || name === item.variant);
          const known = new Set(named.map(({ parameters }) => parameters));
          const [size] = known;
          return { id: project.id, item, size: known.size === 1 && size ? size : null };
        }),
    );
    const drawable = measured.filter(({ item, size }) => item.precision !== null && size !== null);
    expect(drawable.length).toBeGreaterThan(100);
    expect(
      points('memory')
        .map(({ href }) => href)
        .sort(),
    ).toEqual(drawable.map(({ id }) => `${address(id)}#hardware`).sort());
    const values = (list: typeof measured) => list.map(({ item }) => `${item.vramGb} GB`).sort();
    expect(
      rowsBelow('memory-title')
        .map((row) => row[3])
        .sort(),
    ).toEqual(values(measured));
  });

  it('has every point reachable and named, and a way past each drawing', () => {
    for (const id of ['months', 'lanes', 'sizes', 'memory']) {
      for (const { title } of points(id)) expect(title).not.toBe('');
      const skip = page.find((element) => attributes(element)['href'] === `#${id}-after`);
      expect(skip && hasClass(skip, 'plot-skip')).toBe(true);
      expect(page.some((element) => attributes(element)['id'] === `${id}-after`)).toBe(true);
    }
  });
});

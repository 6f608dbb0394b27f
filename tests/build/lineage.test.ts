import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { t } from '../../src/i18n/index.ts';
import type { Relation } from '../../src/schema/lineage.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import {
  attributes,
  BUILDS,
  DIST,
  elementsBelow,
  elementsOf,
  read,
  readJson,
  textOf,
  type Element,
} from '../support/built.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');
const page = elementsOf(read(DIST, '/lineage/index.html'));
const attribute = (element: Element, name: string) => attributes(element)[name] ?? '';
const hasClass = (element: Element, name: string) => attribute(element, 'class').split(' ').includes(name);
const below = (element: Element, test: (element: Element) => boolean) => elementsBelow(element).filter(test);

/** Upper node as the page names it. */
const upperOf = ({ from, external }: { from: string; external: boolean }) => (external ? `external:${from}` : from);

/** What the published data says: of every entry, its upstreams and in which ways it was made from each. */
const published = new Map(
  projects.map(({ id, lineage }) => {
    const ways = new Map<string, Set<string>>();
    for (const edge of lineage ?? [])
      ways.set(upperOf(edge), (ways.get(upperOf(edge)) ?? new Set()).add(edge.relation));
    return [id, ways];
  }),
);
const byId = new Map(projects.map((project) => [project.id, project]));

/** A drawing as the page has it. */
function drawing(plate: Element) {
  const nodes = below(plate, (e) => hasClass(e, 'node')).map((node) => ({
    id: attribute(node, 'data-id'),
    href: attribute(node, 'href'),
    note: below(node, (e) => e.tagName === 'tspan')
      .map(textOf)
      .join(' '),
    mark: attribute(below(node, (e) => e.tagName === 'path')[0] ?? node, 'class'),
    title: textOf(below(node, (e) => e.tagName === 'title')[0]!),
  }));
  const lines = below(plate, (e) => hasClass(e, 'line')).flatMap((line) => {
    const relation = below(line, (e) => hasClass(e, 'e'))
      .map((e) => /\be-([\w-]+)/.exec(attribute(e, 'class'))![1]!)
      .join();
    const word = textOf(below(line, (e) => e.tagName === 'text')[0]!);
    return attribute(line, 'data-to')
      .split(' ')
      .map((to) => ({ from: attribute(line, 'data-from'), to, relation, word }));
  });
  return { nodes, lines };
}

const families = page
  .filter((e) => e.tagName === 'figure')
  .map((figure) => {
    const [folded, whole] = below(figure, (e) => e.tagName === 'lineage-plate').map(drawing);
    return { root: attribute(figure, 'data-root'), folded: folded!, whole: whole ?? folded! };
  });
const items = page
  .filter((e) => e.tagName === 'li' && attribute(e, 'data-id') !== '')
  .map((item) => {
    const line = below(item, (e) => e.tagName === 'p')[0]!;
    return {
      id: attribute(item, 'data-id'),
      up: attribute(item, 'data-up'),
      text: textOf(line),
      sources: textOf(below(line, (e) => hasClass(e, 'names-up'))[0]!),
    };
  });

describe('the family trees', () => {
  const wholes = families.flatMap(({ whole }) => whole.nodes.map(({ id }) => id));

  it('draw 130 entries and more, each once, each as a link to its page with its year and verdict', () => {
    expect(wholes.length).toBeGreaterThan(130);
    expect(new Set(wholes).size).toBe(wholes.length);
    for (const { folded, whole } of families)
      for (const { id, href, mark, note, title } of [...folded.nodes, ...whole.nodes]) {
        const project = byId.get(id);
        if (!project) {
          expect(id).toMatch(/^external:/);
          continue;
        }
        expect(href).toBe(`/projects/${id}/`);
        expect(mark).toBe(`v-${project.commercialUse.verdict}`);
        expect(note).toContain(project.released?.slice(0, 4) ?? '');
        expect(title).toContain(t.verdict[project.commercialUse.verdict]);
      }
  });

  it('have no line that the data does not have', () => {
    for (const { folded, whole } of families)
      for (const { from, to, relation, word } of [...folded.lines, ...whole.lines]) {
        expect([...(published.get(to)!.get(from) ?? [])], `${from} → ${to}`).toContain(relation);
        expect(word).toContain(t.lineage.relation[relation as Relation]);
      }
  });

  it('draw every upstream or say that there is one more', () => {
    for (const { whole } of families)
      for (const { id, note } of whole.nodes) {
        if (!byId.has(id)) continue;
        const drawn = whole.lines.filter(({ to }) => to === id).length;
        const more = Number(/\+(\d+)/.exec(note)?.[1] ?? 0);
        expect(drawn + more, id).toBe(published.get(id)!.size);
      }
  });

  it('are whole trees: every node but the root hangs on a line from the same tree', () => {
    for (const { root, folded, whole } of families)
      for (const { nodes, lines } of [folded, whole]) {
        const ids = new Set(nodes.map(({ id }) => id));
        expect(lines.map(({ to }) => to).sort()).toEqual([...ids].filter((id) => id !== root).sort());
        for (const { from } of lines) expect(ids).toContain(from);
      }
  });

  it('have everybody who carries on an entry’s weights or has one as a part', () => {
    const weights = ['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'];
    for (const project of projects) {
      if (wholes.includes(project.id)) continue;
      const inside = (project.lineage ?? []).filter(({ external }) => !external);
      expect(
        inside.filter(({ relation }) => weights.includes(relation)),
        project.id,
      ).toEqual([]);
    }
  });

  it('end two levels below the root, and say how many are folded away', () => {
    const depths = ({ lines }: (typeof families)[number]['whole'], root: string) => {
      const up = new Map(lines.map(({ from, to }) => [to, from]));
      const depth = (id: string): number => (id === root ? 0 : 1 + depth(up.get(id)!));
      return depth;
    };
    expect(families.some(({ folded, whole }) => folded !== whole)).toBe(true);
    for (const { root, folded, whole } of families) {
      const depth = depths(whole, root);
      expect(folded.nodes.map(({ id }) => id).sort()).toEqual(
        whole.nodes
          .map(({ id }) => id)
          .filter((id) => depth(id) <= 2)
          .sort(),
      );
      const told = folded.nodes.reduce((sum, { note }) => sum + Number(/还有 (\d+) 个/.exec(note)?.[1] ?? 0), 0);
      expect(told, root).toBe(whole.nodes.length - folded.nodes.length);
    }
  });
});

describe('the list of names', () => {
  it('has every entry once, and everything that the trees have', () => {
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => byId.has(id)).sort()).toEqual([...byId.keys()].sort());
    for (const { whole } of families) for (const { id } of whole.nodes) expect(ids).toContain(id);
  });

  it('names every upstream of every entry and how it was made from it', () => {
    for (const { id, sources, text } of items) {
      const project = byId.get(id);
      if (!project) continue;
      expect(text).toContain(t.verdict[project.commercialUse.verdict]);
      if (project.lineage === null) expect(sources).toBe(t.lineage.list.unknown);
      for (const { from, external, relation } of project.lineage ?? []) {
        expect(sources, id).toContain(external ? from : byId.get(from)!.name);
        expect(
          [t.relation[relation], t.lineage.relation[relation]].some((word) => sources.includes(word)),
          id,
        ).toBe(true);
      }
    }
  });

  it('hands the script every link between what is on the page', () => {
    const here = new Set(items.map(({ id }) => id));
    for (const { id, up } of items) {
      const told = up
        .split(' ')
        .filter(Boolean)
        .map((part) => {
          const [from, relations] = part.replace('~', '').split('=');
          return `${decodeURIComponent(from!)}: ${relations!.split('+').sort().join(' ')}`;
        });
      const expected = [...(published.get(id) ?? [])]
        .filter(([from]) => here.has(from))
        .map(([from, relations]) => `${from}: ${[...relations].sort().join(' ')}`);
      expect(told.sort(), id).toEqual(expected.sort());
    }
  });
});

describe('the branch on an entry’s page', () => {
  it('names and links every upstream and everything made from the entry, and leads to the trees', () => {
    for (const { id, lineage } of projects) {
      const section = elementsOf(read(DIST, `/projects/${id}/index.html`)).find(
        (e) => attribute(e, 'id') === 'lineage',
      );
      const made = projects.filter((other) => other.lineage?.some(({ from, external }) => !external && from === id));
      if ((lineage ?? []).length + made.length === 0) continue;
      const hrefs = below(section!, (e) => e.tagName === 'a').map((e) => attribute(e, 'href'));
      const text = textOf(section!);
      expect(hrefs).toContain(`/lineage/?focus=${id}`);
      for (const other of made) expect(hrefs, id).toContain(`/projects/${other.id}/`);
      for (const { from, external } of lineage ?? []) {
        if (external) expect(text, id).toContain(from);
        else expect(hrefs, id).toContain(`/projects/${from}/`);
      }
    }
  });

  it('climbs up to the root', () => {
    for (const [id, roots] of [
      ['llava', ['vicuna', 'llama']],
      ['anima', ['qlora-guanaco', 'llama']],
      ['qwen3', ['qwen2.5', 'qwen2', 'qwen1.5', 'qwen-7b']],
    ] as const) {
      const section = elementsOf(read(DIST, `/projects/${id}/index.html`)).find(
        (e) => attribute(e, 'id') === 'lineage',
      )!;
      const hrefs = below(section, (e) => e.tagName === 'a').map((e) => attribute(e, 'href'));
      for (const root of roots) expect(hrefs, id).toContain(`/projects/${root}/`);
    }
  });
});

it('weighs at most 60 kB for all trees together, compressed', () => {
  const html = read(DIST, '/lineage/index.html');
  const trees = [...html.matchAll(/<figure.*?<\/figure>/gs)].map((match) => match[0]).join('');
  expect(trees.match(/<svg/g)!.length).toBeGreaterThanOrEqual(families.length);
  expect(brotliCompressSync(trees).length).toBeLessThanOrEqual(60_000);
});

it('is drawn the same in both builds but for the base path', () => {
  const [root, based] = BUILDS.map(
    ({ base, folder }) =>
      readFileSync(join(folder, 'lineage/index.html'), 'utf8')
        .replaceAll(`href="${base}/`, 'href="/')
        .match(/<figure.*<\/figure>/s)![0],
  );
  expect(based).toBe(root);
});

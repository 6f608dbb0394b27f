import { describe, expect, it } from 'vitest';
import type { EntryNames } from '../../src/domain/compare/model.ts';
import { renderSources, renderTable } from '../../src/domain/compare/render.ts';
import { compareTable } from '../../src/domain/compare/table.ts';
import { createPaths } from '../../src/domain/paths.ts';
import { t } from '../../src/i18n/index.ts';
import { compareWords } from '../../src/outputs/compare-words.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import {
  attributes,
  BUILDS,
  DIST,
  elementsIn,
  elementsOf,
  filesBelow,
  read,
  readJson,
  textOf,
} from '../support/built.ts';
import type { Element } from '../support/built.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');
const projectById = new Map(projects.map((project) => [project.id, project]));
const pairs = filesBelow(DIST).flatMap((path) => {
  const match = /^\/compare\/(.+)-vs-(.+)\/index\.html$/.exec(path);
  return match ? [[match[1]!, match[2]!] as const] : [];
});
const pageOf = (a: string, b: string) => read(DIST, `/compare/${a}-vs-${b}/index.html`);
const project = (id: string) => readJson<PublishedProject>(DIST, `/api/v1/projects/${id}.json`);

/** The rows of a page's table by label, of equal ones the first: whether they are marked as alike, and their cells. */
function rowsOf(html: string): Map<string, { isAlike: boolean; cells: Element[] }> {
  const rows = elementsOf(html).filter(({ tagName }) => tagName === 'tr');
  rows.reverse();
  return new Map(
    rows.flatMap((row) => {
      const [head, ...cells] = elementsIn(row).filter(({ tagName }) => tagName === 'th' || tagName === 'td');
      if (!head || attributes(head)['scope'] !== 'row') return [];
      return [[textOf(head), { isAlike: 'data-alike' in attributes(row), cells }] as const];
    }),
  );
}

const { rows: labels, ranks } = t.compare.table;

describe('popular pairs', () => {
  const childrenOf = (id: string) =>
    projects.filter(({ lineage }) => lineage?.some((edge) => !edge.external && edge.from === id)).length;
  const carriesOn = ['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'];
  const basesOf = ({ lineage }: PublishedProject) =>
    lineage?.filter(({ relation }) => carriesOn.includes(relation)).map(({ from }) => from) ?? null;

  it('are a few dozen, each once, an entry in three at most', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(24);
    expect(pairs.length).toBeLessThanOrEqual(36);
    for (const [a, b] of pairs) expect(a < b, `${a} ${b}`).toBe(true);
    for (const id of new Set(pairs.flat()))
      expect(pairs.filter((pair) => pair.includes(id)).length, id).toBeLessThanOrEqual(3);
  });

  it.each(pairs)('%s and %s are alternatives by the rule', (a, b) => {
    const [first, second] = [project(a), project(b)];
    const follow = first.status.by === b || second.status.by === a;
    const [basesA, basesB] = [basesOf(first), basesOf(second)];
    const isSameBase =
      basesA !== null &&
      basesB !== null &&
      (basesA.length + basesB.length === 0 || basesA.some((id) => basesB.includes(id)));
    const isSameKind = first.kind === second.kind && first.categories[0] === second.categories[0];
    expect(follow || (isSameKind && isSameBase)).toBe(true);
    expect([first.status.state, second.status.state]).not.toContain('hoax');
    expect(Math.min(childrenOf(a), childrenOf(b))).toBeGreaterThan(0);
  });

  it.each(BUILDS)('are linked from both entries and from the page of comparisons $name', ({ base, folder }) => {
    const hrefs = (path: string) => elementsOf(read(folder, path)).map((element) => attributes(element)['href']);
    for (const [a, b] of pairs)
      for (const path of [`/projects/${a}/index.html`, `/projects/${b}/index.html`, '/compare/index.html'])
        expect(hrefs(path), path).toContain(`${base}/compare/${a}-vs-${b}/`);
  });
});

describe.each(pairs)('%s and %s', (a, b) => {
  const both = [project(a), project(b)];
  const html = pageOf(a, b);
  const rows = rowsOf(html);
  const cellsOf = (label: string) => rows.get(label)!.cells.map(textOf);

  it('say what /api/v1 says', () => {
    const entries = both.map((one) => ({
      project: one,
      names: readJson<EntryNames>(DIST, `/data/compare/${one.id}.json`),
    }));
    const table = compareTable(entries, compareWords, createPaths('/'));
    expect(html).toContain(renderTable(table, compareWords, { hasTools: false }));
    expect(html).toContain(renderSources(table, compareWords));
  });

  it('have the verdict, the release and every stage in words', () => {
    both.forEach(({ commercialUse, released, training }, i) => {
      expect(cellsOf(labels.verdict)[i]).toContain(t.verdict[commercialUse.verdict]);
      expect(cellsOf(labels.released)[i]).toContain(released ?? t.unknown);
      for (const stage of ['pretraining', 'sft', 'rewardModel', 'rlhf'] as const)
        expect(cellsOf(labels[stage])[i]).toContain(t.stageState[training[stage]]);
      for (const sentence of commercialUse.because) expect(cellsOf(labels.because)[i]).toContain(sentence);
    });
  });

  it('mark the longest context, the least memory and the freest verdict, and nothing else', () => {
    const longest = both.map(({ variants }) =>
      Math.max(...(variants ?? []).map(({ contextLength }) => contextLength ?? 0), 0),
    );
    const least = both.map(({ hardware }) =>
      Math.min(...(hardware ?? []).filter(({ task }) => task === 'inference').map(({ vramGb }) => vramGb)),
    );
    const freedom = both.map(({ commercialUse }) =>
      ['forbidden', 'conditional', 'allowed'].indexOf(commercialUse.verdict),
    );
    const isKnown = {
      verdict: freedom.every((value) => value >= 0),
      contextLength: longest.every((value) => value > 0),
      memory: least.every(Number.isFinite),
    };
    const merit = { verdict: freedom, contextLength: longest, memory: least.map((value) => -value) };
    for (const id of ['verdict', 'contextLength', 'memory'] as const) {
      const [left, right] = merit[id] as [number, number];
      const isMarked = isKnown[id] && left !== right;
      const words = rows.get(labels[id])?.cells.map((cell) =>
        elementsIn(cell)
          .filter((element) => attributes(element)['class']?.startsWith('rank '))
          .map(textOf)
          .join(),
      );
      const { best, worst } = ranks[id];
      expect(words ?? ['', '']).toEqual(isMarked ? (left > right ? [best, worst] : [worst, best]) : ['', '']);
    }
    const marked = [...rows].filter(([, { cells }]) =>
      cells.some((cell) => elementsIn(cell).some((element) => attributes(element)['class']?.startsWith('rank '))),
    );
    for (const [label] of marked) expect([labels.verdict, labels.contextLength, labels.memory]).toContain(label);
  });

  it('mark rows as alike exactly where the published values are', () => {
    const values: [string, (one: PublishedProject) => unknown][] = [
      [labels.kind, ({ kind }) => kind],
      [labels.released, ({ released }) => released],
      [labels.languages, ({ languages }) => [...(languages ?? [])].sort()],
      [labels.organizations, ({ organizations }) => [...organizations].sort()],
      [labels.repo, ({ links }) => links.repo],
      [labels.codeLicense, ({ licenses }) => licenses.code],
      [labels.sft, ({ training }) => training.sft],
    ];
    for (const [label, valueOf] of values) {
      const [left, right] = both.map((one) => JSON.stringify(valueOf(one)));
      expect(rows.get(label)!.isAlike, label).toBe(left === right);
    }
  });

  it('show every source with its address and day, and every known key fact with marks', () => {
    const elements = elementsOf(html);
    for (const { id, evidence } of both)
      evidence.forEach(({ url, accessed }, i) => {
        const item = elements.find((element) => attributes(element)['id'] === `${id}-evidence-${i + 1}`)!;
        expect(elementsIn(item).map((element) => attributes(element)['href'])).toContain(url);
        expect(textOf(item)).toContain(accessed);
      });
    both.forEach(({ id, released, links }, i) => {
      for (const [label, isKnown] of [
        [labels.released, released],
        [labels.repo, links.repo],
        [labels.verdict, true],
      ] as const) {
        const marks = elementsIn(rows.get(label)!.cells[i]!).filter(
          (element) => attributes(element)['class'] === 'mark',
        );
        expect(marks.length > 0, `${id} ${label}`).toBe(Boolean(isKnown));
        for (const mark of marks)
          expect(attributes(mark)['href']).toMatch(new RegExp(`^#${id.replaceAll('.', '\\.')}-evidence-\\d+$`));
      }
    });
  });
});

describe('names for the comparison', () => {
  it('are there for everything that an entry refers to by id', () => {
    for (const { id, organizations, categories, languages, lineage, status, links, licenses, variants } of projects) {
      const names = readJson<EntryNames>(DIST, `/data/compare/${id}.json`);
      expect(Object.keys(names.organizations), id).toEqual(organizations);
      expect(Object.keys(names.categories), id).toEqual(categories);
      expect(Object.keys(names.languages), id).toEqual(languages ?? []);
      const others = [
        ...(lineage ?? []).filter(({ external }) => !external).map(({ from }) => from),
        status.by,
        ...links.repoSharedWith,
      ];
      for (const other of others) if (other !== null) expect(names.projects[other]).toBe(projectById.get(other)!.name);
      const terms = [...Object.values(licenses), ...(variants ?? []).map(({ license }) => license)];
      for (const term of terms)
        if (term !== null && !(term in t.licenseState)) expect(names.licenses[term]?.name, term).toBeTruthy();
    }
  });
});

describe('the tray', () => {
  it('is on every page, with a button on every card and entry', () => {
    for (const path of filesBelow(DIST).filter(
      (file) => file.endsWith('/index.html') && !file.startsWith('/pagefind/'),
    )) {
      const elements = elementsOf(read(DIST, path));
      // The form's preview is a card of what is no entry yet.
      const cards = elements.filter(
        (element) =>
          attributes(element)['class'] === 'card' &&
          elementsIn(element).some((inner) => /^\/projects\/[^/]+\/$/.test(attributes(inner)['href'] ?? '')),
      );
      const buttons = elements.filter((element) => 'data-compare' in attributes(element));
      const isEntry = /^\/projects\/[^/]+\//.test(path);
      expect(
        elements.filter(({ tagName }) => tagName === 'compare-tray'),
        path,
      ).toHaveLength(1);
      expect(buttons, path).toHaveLength(cards.length + Number(isEntry));
    }
  });
});

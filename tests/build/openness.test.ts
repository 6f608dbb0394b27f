import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import type { PublishedProject } from '../../src/schema/published.ts';
import {
  attributes,
  BUILDS,
  DIST,
  elementsIn,
  elementsOf,
  read,
  readJson,
  ROOT,
  textOf,
  type Element,
} from '../support/built.ts';

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json').filter(
  ({ status }) => status.state !== 'hoax',
);
const CELLS = [
  'inferenceCode',
  'trainingCode',
  'weights',
  'pretrainingData',
  'finetuningData',
  'rewardModel',
  'paper',
  'modelCard',
  'commercialUse',
] as const;
const STATES = { o: 'open', p: 'partly', c: 'closed', u: 'unknown', n: 'none' } as const;
const tag = (element: Element, name: string) => elementsIn(element).filter(({ tagName }) => tagName === name);
const clean = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim();

/** What the files of the entries state, straight from their front matter. */
const stated = new Map(
  readdirSync(join(ROOT, 'content/projects')).map((file) => {
    const yaml = /^---\n([\s\S]*?)\n---\n/.exec(read(ROOT, `content/projects/${file}`))![1]!;
    const { openness = {} } = parseYaml(yaml) as { openness?: Record<string, string> };
    return [file.replace(/\.mdx?$/, ''), openness] as const;
  }),
);

describe('the published openness', () => {
  it('is what was stated, wherever something was', () => {
    for (const { id, openness } of projects)
      for (const [part, state] of Object.entries(stated.get(id)!))
        expect(openness![part as keyof typeof openness], `${id} ${part}`).toBe(state);
    expect([...stated.values()].filter((parts) => Object.keys(parts).length > 0).length).toBeGreaterThan(150);
  });

  it('follows from the links and the verdict', () => {
    const VERDICT = { allowed: 'open', conditional: 'partly', forbidden: 'closed', unknown: 'unknown' };
    for (const { id, openness, links, commercialUse } of projects) {
      expect(openness!.paper, id).toBe(links.paper ? 'open' : 'unknown');
      expect(openness!.commercialUse, id).toBe(VERDICT[commercialUse.verdict]);
    }
  });

  it('never calls closed what nobody looked up', () => {
    const because: Record<(typeof CELLS)[number], (project: PublishedProject) => boolean> = {
      inferenceCode: ({ licenses }) => licenses.code === 'not-released',
      trainingCode: ({ licenses }) => licenses.code === 'not-released',
      weights: ({ licenses }) => licenses.weights === 'not-released',
      pretrainingData: ({ licenses }) => licenses.data === 'not-released',
      finetuningData: ({ licenses }) => licenses.data === 'not-released',
      rewardModel: ({ training }) => training.rewardModel === 'described',
      paper: () => false,
      modelCard: () => false,
      commercialUse: ({ commercialUse }) => commercialUse.verdict === 'forbidden',
    };
    for (const project of projects)
      for (const cell of CELLS)
        if (project.openness![cell] === 'closed')
          expect(stated.get(project.id)![cell] === 'closed' || because[cell](project), `${project.id} ${cell}`).toBe(
            true,
          );
  });
});

describe.each(BUILDS)('the openness table $name', ({ base, folder }) => {
  const page = elementsOf(read(folder, '/openness/index.html'));
  const rows = page.filter((element) => element.tagName === 'tr' && attributes(element)['data-n'] !== undefined);
  const cellsOf = (row: Element) => tag(row, 'td').slice(1, -1);
  const stateOf = (cell: Element) => STATES[attributes(cell)['class'] as keyof typeof STATES];

  it('has every entry that exists, every cell as the data has it', () => {
    const shown = rows.map((row) => [
      attributes(row)['id'],
      Object.fromEntries(cellsOf(row).map((cell, i) => [CELLS[i], stateOf(cell)])),
    ]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(projects.map(({ id, openness }) => [id, openness])));
    expect(rows).toHaveLength(projects.length);
  });

  it('counts open and unknown cells apart, and begins with the most open entry', () => {
    const counts = rows.map((row) => {
      const states = cellsOf(row).map(stateOf);
      const numbers = tag(row, 'td').map(clean);
      const count = (state: string) => states.filter((other) => other === state).length;
      expect([numbers.at(0), numbers.at(-1)]).toEqual([String(count('open')), String(count('unknown'))]);
      return count('open');
    });
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('says each state in words, and leads each answer to a place that is there', () => {
    const anchors = new Map<string, Set<string | undefined>>();
    const anchorsOf = (path: string) => {
      if (!anchors.has(path))
        anchors.set(
          path,
          new Set(
            elementsOf(read(folder, `${path.slice(base.length)}index.html`)).map(
              (element) => attributes(element)['id'],
            ),
          ),
        );
      return anchors.get(path)!;
    };
    for (const row of rows)
      for (const cell of cellsOf(row)) {
        expect(clean(cell)).toMatch(/^\p{Script=Han}+\d*$/u);
        const [link] = tag(cell, 'a');
        if (stateOf(cell) === 'unknown') continue;
        if (stateOf(cell) !== 'none') expect(link, `${attributes(row)['id']} ${clean(cell)}`).toBeDefined();
        if (!link) continue;
        const [path, anchor] = attributes(link)['href']!.split('#') as [string, string];
        expect(path).toBe(`${base}/projects/${attributes(row)['id']}/`);
        expect(anchorsOf(path)).toContain(anchor);
        const [source] = tag(link, 'sup');
        if (source) expect(anchor).toBe(`evidence-${clean(source)}`);
      }
  });

  it('states the sum of each column in the picture above', () => {
    const figure = page.find((element) => (attributes(element)['class'] ?? '').includes('openness-columns'))!;
    const sums = tag(figure, 'dd').map((item) => (clean(item).match(/\d+/g) ?? []).map(Number));
    const expected = CELLS.map((cell) =>
      Object.values(STATES)
        .map((state) => projects.filter(({ openness }) => openness![cell] === state).length)
        .filter((count) => count > 0),
    );
    expect(sums).toEqual(expected);
  });

  it('lists who went beyond the first of the three steps', () => {
    const trained = projects.filter(({ kind }) => kind !== 'runtime' && kind !== 'agent');
    const beyond = trained.filter(
      ({ training }) => training.rewardModel === 'released' || training.rlhf === 'released',
    );
    const table = page.find((element) => (attributes(element)['class'] ?? '').includes('openness-steps'))!;
    const listed = tag(table, 'tr')
      .slice(1)
      .map((row) => ({
        name: clean(tag(row, 'th')[0]!),
        states: tag(row, 'td').map((cell) => attributes(cell)['class']!.slice(2)),
      }));
    const expected = beyond.map(({ name, training }) => ({
      name,
      states: [training.sft, training.rewardModel, training.rlhf],
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(listed.sort(byName)).toEqual(expected.sort(byName));
  });

  it('prints the rules of every column', () => {
    const rules = page.find((element) => (attributes(element)['class'] ?? '').includes('openness-rules'))!;
    expect(tag(rules, 'dt')).toHaveLength(CELLS.length);
    for (const list of tag(rules, 'ol')) expect(clean(tag(list, 'li').at(-1)!)).toBe('其余：未知');
  });
});

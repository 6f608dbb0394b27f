import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectRow } from '../../src/domain/hardware/rows.ts';
import type { PublishedProject } from '../../src/schema/published.ts';
import { attributes, BUILDS, DIST, elementsOf, read, readJson, textOf, type Element } from '../support/built.ts';
import { brotli } from '../support/serve.ts';

type Variant = NonNullable<PublishedProject['variants']>[number];
type Architecture = NonNullable<Variant['architecture']>;

const projects = readJson<PublishedProject[]>(DIST, '/api/v1/projects.json');
const data = readJson<ProjectRow[]>(DIST, '/data/hardware.json');
const byId = new Map(projects.map((project) => [project.id, project]));

const GIB = 1024 ** 3;

/** The page's arithmetic once more, from the published fields and written apart from the site's own code. */
function kvElements(a: Architecture, context: number): number | undefined {
  if (a.attentionLayers === 0) return 0;
  const perLayer =
    a.latentKvDim ?? (a.keyValueHeads === null || a.headDim === null ? undefined : 2 * a.keyValueHeads * a.headDim);
  if (perLayer === undefined) return undefined;
  const windowed = a.slidingWindow?.layers ?? 0;
  const seen = Math.min(context, a.slidingWindow?.tokens ?? 0);
  return perLayer * ((a.attentionLayers - windowed) * context + windowed * seen);
}

function inferenceGb(parameters: number, bits: number, elements: number): number {
  return ((parameters * bits) / 8 + elements * 2) * (1.05 / GIB) + 0.5;
}

const WEIGHT_KINDS = ['base-model', 'chat-model', 'multimodal-model'];

describe('the data of the hardware page', () => {
  it('has every entry with weights, every version of it, and no hoax', () => {
    const expected = projects
      .filter(({ kind, variants }) => WEIGHT_KINDS.includes(kind) || variants !== null)
      .filter(({ status }) => status.state !== 'hoax');
    expect(data.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const { id, vs } of data) {
      const { variants, name } = byId.get(id)!;
      expect(vs.map(({ n }) => n)).toEqual(variants?.map((variant) => variant.name) ?? [name]);
    }
  });

  it('says of each version what the published data says', () => {
    for (const { id, u, zh, vs } of data) {
      const { commercialUse, languages, variants } = byId.get(id)!;
      expect(u).toBe(commercialUse.verdict);
      expect(zh === 1).toBe(languages?.includes('zh') ?? false);
      variants?.forEach((variant, i) => {
        expect([vs[i]!.p, vs[i]!.a, vs[i]!.c]).toEqual([
          variant.parameters ?? undefined,
          variant.activeParameters ?? undefined,
          variant.contextLength ?? undefined,
        ]);
      });
    }
  });

  it.each([1, 512, 4096, 131072])('has the cache of each stated architecture at %d tokens', (context) => {
    let compared = 0;
    for (const { id, vs } of data)
      byId.get(id)!.variants?.forEach(({ architecture }, i) => {
        const elements = architecture && kvElements(architecture, context);
        if (elements === undefined || elements === null) return;
        const [perToken, perWindowToken, window] = vs[i]!.s!;
        expect(perToken * context + perWindowToken * Math.min(context, window), `${id} ${vs[i]!.n}`).toBe(elements);
        compared++;
      });
    expect(compared).toBeGreaterThan(200);
  });

  it('has every figure for inference and fine-tuning that a project measured', () => {
    for (const { id, ms } of data) {
      const stated = (byId.get(id)!.hardware ?? []).filter(
        ({ basis, task }) => basis === 'measured' && task !== 'training',
      );
      expect((ms ?? []).map(({ g, q, c, f, m }) => [g, q, c, f, m])).toEqual(
        stated.map(({ vramGb, precision, contextLength, figure, method }) =>
          [vramGb, precision, contextLength, figure, method].map((value) => value ?? undefined),
        ),
      );
    }
  });
});

function rowsOf(html: string, isTable: (attributes: Record<string, string>) => boolean): string[][] {
  const tables = elementsOf(html).filter((element) => element.tagName === 'table' && isTable(attributes(element)));
  expect(tables.length).toBeGreaterThan(0);
  return tables.flatMap((table) => {
    const rows: string[][] = [];
    const visit = (element: Element): void => {
      if (element.tagName === 'tr')
        rows.push(
          element.childNodes
            .filter((node): node is Element => 'tagName' in node)
            .map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
        );
      for (const node of element.childNodes) if ('tagName' in node) visit(node);
    };
    visit(table);
    return rows;
  });
}

describe('without JavaScript', () => {
  const html = read(DIST, '/hardware/index.html');

  it('the table of sizes spans the least and the most of its versions', () => {
    const row = rowsOf(html, (a) => 'data-sizes' in a).find(([size]) => size!.startsWith('50–100B'))!;
    const needs = data.flatMap(({ vs }) =>
      vs
        .filter(({ p, s }) => s && p !== undefined && p >= 50e9 && p < 100e9)
        .map(({ p, c, s }) => {
          const context = Math.min(4096, c ?? Infinity);
          return inferenceGb(p!, 16, s![0] * context + s![1] * Math.min(context, s![2]));
        }),
    );
    expect(row[0]).toContain(`${needs.length} 个版本`);
    expect(row[4]).toBe(`${Math.round(Math.min(...needs))}–${Math.round(Math.max(...needs))}`);
  });

  it('every measured figure of the catalogue stands in the table, with its entry', () => {
    const measured = projects.flatMap(({ hardware }) => (hardware ?? []).filter(({ basis }) => basis === 'measured'));
    const stated = rowsOf(html, (a) => !('data-sizes' in a)).slice(1);
    expect(stated.map((row) => row[2])).toEqual(measured.map(({ vramGb }) => `${vramGb} GB`));
  });
});

describe('the formula page', () => {
  const html = read(DIST, '/hardware/formula/index.html');
  const BITS: Record<string, number> = { FP32: 32, FP16: 16, BF16: 16 };

  it('holds at least ten published figures against the formula, deviation and all', () => {
    const rows = rowsOf(html, (a) => a['data-comparison'] === 'half').slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const [about, published, computed, deviation] of rows) {
      const number = (text: string) => Number(/[−+]?[\d.]+/.exec(text)![0].replace('−', '-'));
      const share = (number(computed!) - number(published!)) / number(published!);
      // The computed amount is rounded on the page.
      expect(Math.abs(number(deviation!) - share * 100), about).toBeLessThan(1);
      expect(Math.abs(share), about).toBeLessThanOrEqual(0.11);
    }
  });

  it('reckons as this test does', () => {
    const rows = rowsOf(html, (a) => a['data-comparison'] === 'half').slice(1);
    let compared = 0;
    for (const { id, name, variants, hardware } of projects)
      for (const figure of hardware ?? []) {
        const variant = variants?.find((one) => one.name === figure.variant);
        const bits = BITS[(figure.precision ?? '').toUpperCase()];
        if (figure.figure !== 'used' || figure.task !== 'inference' || !bits || !variant?.architecture) continue;
        const context = figure.contextLength ?? 2048;
        const elements = kvElements(variant.architecture, context);
        if (elements === undefined || variant.parameters === null || context > 8192) continue;
        if (byId.get(id)!.kind === 'multimodal-model') continue;
        const row = rows.find(
          ([about, published]) =>
            about!.startsWith(name) && about!.includes(variant.name) && published === `${figure.vramGb} GB`,
        );
        const expected = inferenceGb(variant.parameters, bits, elements);
        expect(row, `${name} ${variant.name}`).toBeDefined();
        expect(Number(/[\d.]+/.exec(row![2]!)![0]), row![0]).toBeCloseTo(expected, expected < 99.95 ? 1 : -1);
        compared++;
      }
    expect(compared).toBeGreaterThanOrEqual(10);
  });

  it('has a worked example of each kind', () => {
    const examples = elementsOf(html).filter((element) => 'data-example' in attributes(element));
    expect(examples.length).toBeGreaterThanOrEqual(7);
  });
});

describe.each(BUILDS)('the site $name', ({ base, folder }) => {
  it('leads from every entry with weights to the question about it', () => {
    for (const { id, kind } of projects) {
      const hrefs = elementsOf(read(folder, `/projects/${id}/index.html`)).map((e) => attributes(e)['href']);
      expect(hrefs.includes(`${base}/hardware/?model=${id}`), id).toBe(WEIGHT_KINDS.includes(kind));
    }
  });
});

it('sends at most 15 KB of script to the hardware page', async () => {
  const scripts = elementsOf(read(DIST, '/hardware/index.html'))
    .map((element) => attributes(element))
    .filter(({ src }) => src?.includes('Finder'));
  expect(scripts).toHaveLength(1);
  const code = await readFile(join(DIST, scripts[0]!['src']!));
  expect((await brotli(code)).length).toBeLessThanOrEqual(15_000);
});

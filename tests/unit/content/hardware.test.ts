import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareFigures, TOLERANCES } from '../../../src/domain/hardware/comparison.ts';
import { memoryShape, widthBound } from '../../../src/domain/hardware/shape.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { figureComparison, statedFigures } from '../../../src/outputs/hardware-figures.ts';
import { inferenceExamples, trainingExamples } from '../../../src/outputs/hardware-examples.ts';
import { catalogFrom } from '../../../src/rules/check.ts';

const catalog = catalogFrom(await readContent(fileURLToPath(new URL('../../..', import.meta.url))));

describe('the formula against what projects publish', () => {
  const all = compareFigures(catalog);
  const of = (comparison: string) => all.filter((one) => one.comparison === comparison);
  const name = ({ project, variant, figure }: (typeof all)[number]) =>
    `${project.id} ${variant?.name ?? ''} ${figure.precision ?? ''}`;

  it('compares at least ten figures at half precision, all within a tenth', () => {
    expect(of('half').length).toBeGreaterThanOrEqual(10);
    const off = of('half').filter(({ deviation }) => Math.abs(deviation!) > TOLERANCES.half);
    expect(off.map(name)).toEqual([]);
  });

  it('compares at least ten quantized figures, all within a third but one that is the size of the file', () => {
    expect(of('quantized').length).toBeGreaterThanOrEqual(10);
    const off = of('quantized').filter(({ deviation }) => Math.abs(deviation!) > TOLERANCES.quantized);
    // 6.9 GB for 13B at q4_0 is 4.5 bits a weight and nothing else.
    expect(off.map(name)).toEqual(['ziya-llama-13b Ziya-LLaMA-13B-v1 int4']);
  });

  it('neither always says too much nor always too little', () => {
    const deviations = [...of('half'), ...of('quantized')].map(({ deviation }) => deviation!);
    const mean = deviations.reduce((sum, one) => sum + one, 0) / deviations.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
  });

  it('accounts for every figure: compared, or left out for a reason', () => {
    const stated = catalog.projects.reduce((sum, { hardware }) => sum + (hardware?.length ?? 0), 0);
    expect(all).toHaveLength(stated);
    const { tables, leftOut, total } = figureComparison(catalog);
    const rows = [...tables, ...leftOut].reduce((sum, group) => sum + group.rows.length, 0);
    expect([rows, total]).toEqual([stated, stated]);
  });

  it('marks what is off on the page', () => {
    const marked = figureComparison(catalog).tables.flatMap(({ rows }) => rows.filter(({ isOff }) => isOff));
    expect(marked.map(({ project }) => project.id)).toEqual(['ziya-llama-13b']);
  });
});

describe('the bound of an unknown architecture', () => {
  const known = catalog.projects.flatMap((project) =>
    (project.variants ?? []).flatMap((variant) => {
      const shape = variant.architecture && memoryShape(variant.architecture);
      // The relation is about transformers, and about models more than toys.
      if (!shape || !variant.parameters || variant.parameters < 1e7 || shape.kvPerToken === 0) return [];
      return [{ name: `${project.id} ${variant.name}`, shape, bound: widthBound(variant.parameters, variant.activeParameters) }];
    }),
  );

  it('can be tried on more than a hundred versions', () => expect(known.length).toBeGreaterThan(100));

  it('is kept by every version whose architecture is known', () => {
    const above = known.filter(
      ({ shape, bound }) =>
        shape.kvPerToken + shape.kvPerWindowToken > 2 * bound || (shape.width !== null && shape.width > bound),
    );
    expect(above.map(({ name }) => name)).toEqual([]);
  });
});

describe('architectures', () => {
  const stated = catalog.projects.filter(({ variants }) => variants?.some(({ architecture }) => architecture));

  it('are known of at least forty entries', () => expect(stated.length).toBeGreaterThanOrEqual(40));

  it('stand on a source that supports the versions', () => {
    for (const { id, evidence } of stated)
      expect(evidence.some(({ supports }) => supports.includes('variants')), id).toBe(true);
  });
});

describe('worked examples', () => {
  it('add up to their totals', () => {
    for (const { steps, total } of [...inferenceExamples(catalog), ...trainingExamples(catalog)]) {
      const number = (text: string) => Number(/[\d.,]+/.exec(text)![0].replaceAll(',', ''));
      const counted = steps.filter(({ result }) => / GB$/.test(result));
      const sum = counted.reduce((all, { result }) => all + number(result), 0);
      // Each part is rounded by itself.
      expect(Math.abs(sum - number(total))).toBeLessThanOrEqual(0.05 * (counted.length + 1) + (sum > 100 ? 1 : 0));
    }
  });
});

it('lists every measured figure with what it measures in words', () => {
  for (const row of statedFigures(catalog)) expect(row.vram).toMatch(/^[\d.]+ GB$/);
  expect(statedFigures(catalog).some(({ kind }) => kind === '卡的容量')).toBe(true);
});

import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../../src/domain/compare/fields.ts';
import { compareTable } from '../../../../src/domain/compare/table.ts';
import { FACETS } from '../../../../src/domain/facets/facets.ts';
import { createPaths } from '../../../../src/domain/paths.ts';
import { compareWords } from '../../../../src/outputs/compare-words.ts';
import { FACT_PATHS } from '../../../../src/schema/evidence.ts';
import { compared, FULL } from '../../../support/compared.ts';
import { catalogOf } from '../../../support/make.ts';

const catalog = catalogOf({ full: FULL, bare: { name: 'Bare' } }, { corpus: { usedBy: ['full'] } });

describe('the rows', () => {
  it('answer every facet of the lists', () => {
    const answered = new Set(FIELDS.map(({ facet }) => facet));
    expect(FACETS.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([]);
  });

  it('rest on every fact that evidence can support, but for the name in the heading', () => {
    const entry = compared(catalog, 'full');
    const rested = FIELDS.flatMap(({ facts }) => (typeof facts === 'function' ? facts(entry) : facts));
    const covered = (path: string) => rested.some((fact) => fact === path || fact.startsWith(`${path}.`));
    expect(FACT_PATHS.filter((path) => !covered(path))).toEqual(['name']);
  });

  it('have a label and a group with a title each', () => {
    expect(FIELDS.map(({ id }) => compareWords.rows[id]).filter((label) => !label)).toEqual([]);
    expect(FIELDS.map(({ group }) => compareWords.groups[group]).filter((title) => !title)).toEqual([]);
    expect(new Set(FIELDS.map(({ id }) => id)).size).toBe(FIELDS.length);
  });

  const { project, names } = compared(catalog, 'full');
  /** Every place of the published form that holds a fact, as a path. */
  const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) =>
          leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [path];
  const changed = (path: readonly (string | number)[]) => {
    const copy = structuredClone(project) as unknown as Record<string | number, unknown>;
    const last = path.at(-1)!;
    const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string | number, unknown>, copy);
    const before = holder[last];
    // Values of closed lists are changed within the list, where the published form has more than one.
    const others: Record<string, string> = {
      kind: 'base-model',
      state: 'active',
      verdict: 'disputed',
      relation: 'distillation',
      task: 'training',
      figure: 'card',
      method: 'lora',
      precision: 'int8',
      basis: before === 'measured' ? 'computed' : 'measured',
      pretraining: 'absent',
      sft: 'absent',
      rewardModel: 'released',
      rlhf: 'released',
    };
    if (typeof before === 'number') holder[last] = before * 2;
    else if (typeof before === 'boolean') holder[last] = !before;
    else if (path[0] === 'commercialUse' && last === 'verdict') holder[last] = 'forbidden';
    else if (path[0] === 'modalities') holder[last] = before === 'text' ? 'video' : 'audio';
    else if (path[0] === 'changes' && last === 'kind') holder[last] = 'moved';
    else if (typeof last === 'string' && others[last]) holder[last] = others[last];
    else if (typeof before === 'string' && before.startsWith('https://')) holder[last] = `${before}x`;
    else holder[last] = before === null ? 'x' : `${String(before)}x`;
    return copy as unknown as typeof project;
  };
  const written = (entry: typeof project) =>
    JSON.stringify(compareTable([{ project: entry, names }], compareWords, createPaths('/')));
  /** Not said in the table: the address of the page, whose path the heading has, and two terms of an edge that the reasons tell. */
  const silent = /^(?:url|lineage\.\d+\.(?:license|relicensed))$/;

  it.each(
    leaves(project)
      .map((path) => path.join('.'))
      .filter((path) => !silent.test(path)),
  )('tell %s: another value there is another table', (path) => {
    const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    expect(written(changed(keys))).not.toBe(written(project));
  });
});

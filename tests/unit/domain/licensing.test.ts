import { describe, expect, it } from 'vitest';
import { commercialUse } from '../../../src/domain/licensing/verdict.ts';
import { amongVersions, strictest } from '../../../src/domain/licensing/strictness.ts';
import { VERDICTS, type Verdict } from '../../../src/schema/license.ts';
import { RELATIONS } from '../../../src/schema/lineage.ts';
import { catalogOf } from '../../support/make.ts';

/** The licence of the test catalogue that gives each verdict. */
const LICENSE: Record<Verdict, string> = {
  allowed: 'MIT',
  conditional: 'conditional',
  forbidden: 'forbidden',
  unknown: 'unclear',
};

const licensed = (weights: string, code = 'MIT') => ({ licenses: { code, weights } });

function use(projects: Record<string, Record<string, unknown>>, id: string) {
  const catalog = catalogOf(projects);
  return commercialUse(catalog, catalog.projectById.get(id)!);
}

describe('strictest', () => {
  const order: Verdict[] = ['allowed', 'conditional', 'unknown', 'forbidden'];

  it.each(order.flatMap((a, i) => order.map((b, j) => [a, b, order[Math.max(i, j)]!] as const)))(
    '%s and %s together are %s',
    (a, b, expected) => expect(strictest([a, b])).toBe(expected),
  );

  it('knows nothing from nothing', () => expect(strictest([])).toBe('unknown'));
});

describe('amongVersions', () => {
  it.each([
    [['allowed', 'allowed'], 'allowed'],
    [['allowed', 'forbidden'], 'conditional'],
    [['conditional', 'forbidden'], 'conditional'],
    [['allowed', 'unknown'], 'conditional'],
    [['unknown', 'forbidden'], 'unknown'],
    [['forbidden', 'forbidden'], 'forbidden'],
    [[], 'unknown'],
  ] as [Verdict[], Verdict][])('%j gives %s', (verdicts, expected) => expect(amongVersions(verdicts)).toBe(expected));
});

describe('own licences', () => {
  it.each(VERDICTS.flatMap((code) => VERDICTS.map((weights) => [code, weights] as const)))(
    'code %s with weights %s: the stricter wins',
    (code, weights) => {
      expect(use({ a: licensed(LICENSE[weights], LICENSE[code]) }, 'a').verdict).toBe(strictest([code, weights]));
    },
  );

  it.each(['unknown', 'unlicensed'])('%s weights never become allowed', (state) => {
    expect(use({ a: licensed(state) }, 'a').verdict).toBe('unknown');
  });

  it('judges by code where no weights are released', () => {
    expect(use({ a: licensed('not-released') }, 'a').verdict).toBe('allowed');
  });

  it('judges a framework by its code and only advises about the base', () => {
    const result = use(
      {
        base: licensed('forbidden'),
        a: {
          kind: 'training-framework',
          lineage: [{ from: 'base', relation: 'finetune' }],
          ...licensed('not-released'),
        },
      },
      'a',
    );
    expect(result.verdict).toBe('allowed');
    expect(result.because).toContainEqual({ kind: 'train-yourself', base: 'base', name: 'base', verdict: 'forbidden' });
  });

  it('judges a data project by its data too', () => {
    const project = {
      kind: 'dataset-project',
      licenses: { code: 'MIT', weights: 'not-released', data: 'conditional' },
    };
    expect(use({ a: project }, 'a').verdict).toBe('conditional');
  });
});

describe('lineage', () => {
  const child = (relation: string, own = 'MIT') => ({ lineage: [{ from: 'base', relation }], ...licensed(own) });

  /** Stated here on its own, so that a change of the rules shows in a test. */
  const INHERITING = ['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'];

  it.each(RELATIONS.flatMap((relation) => VERDICTS.map((base) => [relation, base] as const)))(
    '%s of a base that is %s',
    (relation, base) => {
      const { verdict } = use({ base: licensed(LICENSE[base]), a: child(relation) }, 'a');
      expect(verdict).toBe(INHERITING.includes(relation) ? base : 'allowed');
    },
  );

  it('inherits through several generations', () => {
    const { verdict, because } = use(
      {
        root: licensed('forbidden'),
        base: { lineage: [{ from: 'root', relation: 'finetune' }], ...licensed('MIT') },
        a: child('finetune'),
      },
      'a',
    );
    expect(verdict).toBe('forbidden');
    expect(because).toContainEqual({
      kind: 'base',
      base: 'base',
      name: 'base',
      relation: 'finetune',
      verdict: 'forbidden',
    });
  });

  it('does not take over the code licence of a base', () => {
    expect(use({ base: licensed('MIT', 'forbidden'), a: child('finetune') }, 'a').verdict).toBe('allowed');
  });

  it('takes an external base without a licence as unknown, with one as that licence says', () => {
    const external = (license?: string) => ({
      lineage: [{ from: 'external:Elsewhere', relation: 'component', ...(license ? { license } : {}) }],
      ...licensed('MIT'),
    });
    expect(use({ a: external() }, 'a').verdict).toBe('unknown');
    expect(use({ a: external('MIT') }, 'a').verdict).toBe('allowed');
    expect(use({ a: external('forbidden') }, 'a').verdict).toBe('forbidden');
  });

  it('takes a lineage that is not recorded as unknown, and an empty one as none', () => {
    expect(use({ a: { lineage: undefined } }, 'a').verdict).toBe('unknown');
    expect(use({ a: { lineage: [] } }, 'a').verdict).toBe('allowed');
  });

  it('tells of data from another model in one caution that names all sources', () => {
    const edges = ['external:GPT-4', 'external:ChatGPT'].map((from) => ({ from, relation: 'data-from' }));
    const { verdict, because } = use({ a: { lineage: edges } }, 'a');
    expect(verdict).toBe('allowed');
    expect(because).toContainEqual({ kind: 'caution', names: ['GPT-4', 'ChatGPT'], relation: 'data-from' });
  });

  it('ends on a cycle', () => {
    const cycle = {
      a: { lineage: [{ from: 'b', relation: 'finetune' }] },
      b: { lineage: [{ from: 'a', relation: 'finetune' }] },
    };
    expect(use(cycle, 'a').verdict).toBe('unknown');
  });
});

describe('versions', () => {
  const project = {
    variants: [{ name: 'Base' }, { name: 'Chat', license: 'forbidden' }],
    ...licensed('MIT'),
  };

  it('makes differing versions a choice and says which is which', () => {
    const { verdict, because, versions } = use({ a: project }, 'a');
    expect(verdict).toBe('conditional');
    expect(Object.fromEntries(versions)).toEqual({ Base: 'allowed', Chat: 'forbidden' });
    expect(because.filter(({ kind }) => kind === 'versions')).toMatchObject([
      { names: ['Base'], verdict: 'allowed' },
      { names: ['Chat'], verdict: 'forbidden' },
    ]);
  });

  it('applies an edge only to the versions that it names', () => {
    const { versions } = use(
      {
        old: licensed('forbidden'),
        a: {
          variants: [{ name: 'v1' }, { name: 'v2' }],
          lineage: [{ from: 'old', relation: 'finetune', variants: ['v1'] }],
        },
      },
      'a',
    );
    expect(Object.fromEntries(versions)).toEqual({ v1: 'forbidden', v2: 'allowed' });
  });

  it('takes the version of the base that the edge names', () => {
    const edge = { from: 'base', relation: 'finetune' };
    expect(use({ base: project, a: { lineage: [{ ...edge, fromVariant: 'Base' }] } }, 'a').verdict).toBe('allowed');
    expect(use({ base: project, a: { lineage: [{ ...edge, fromVariant: 'Chat' }] } }, 'a').verdict).toBe('forbidden');
    expect(use({ base: project, a: { lineage: [edge] } }, 'a').verdict).toBe('conditional');
  });

  it('lets forbidden code forbid every version', () => {
    const { verdict, versions } = use({ a: { ...project, licenses: { code: 'forbidden', weights: 'MIT' } } }, 'a');
    expect(verdict).toBe('forbidden');
    expect([...versions.values()]).toEqual(['forbidden', 'forbidden']);
  });
});

it('has nothing to allow in a hoax', () => {
  const result = use({ a: { status: { state: 'hoax' } } }, 'a');
  expect(result).toMatchObject({ verdict: 'unknown', because: [{ kind: 'hoax' }] });
});

describe('the argument for versions that end the same', () => {
  const versions = [
    { name: 'small', license: 'forbidden' },
    { name: 'large', license: 'conditional' },
  ];

  it('tells every licence of its own, then the shared base that decides, once', () => {
    const { because } = use(
      {
        base: licensed('forbidden'),
        a: { variants: versions, lineage: [{ from: 'base', relation: 'finetune' }] },
      },
      'a',
    );
    expect(because.map(({ kind }) => kind)).toEqual(['license', 'license', 'license', 'base']);
  });

  it('names the versions where each is decided by a reason of its own', () => {
    const { verdict, because } = use(
      {
        base: licensed('forbidden'),
        a: { variants: versions, lineage: [{ from: 'base', relation: 'finetune', variants: ['large'] }] },
      },
      'a',
    );
    expect(verdict).toBe('forbidden');
    expect(because.filter(({ kind }) => kind === 'versions')).toMatchObject([
      { names: ['small'], because: [{ kind: 'license' }] },
      { names: ['large'], because: [{ kind: 'base' }] },
    ]);
  });
});

describe('data under stricter terms than the project', () => {
  const data = { licenses: { code: 'MIT', weights: 'MIT', data: 'forbidden' } };

  it('does not bind the verdict of a model, and is told', () => {
    const { verdict, because } = use({ a: data }, 'a');
    expect(verdict).toBe('allowed');
    expect(because).toContainEqual({ kind: 'data-aside', name: 'Forbidden', verdict: 'forbidden' });
  });

  it('binds a data project and is not told twice', () => {
    const { verdict, because } = use({ a: { ...data, kind: 'dataset-project' } }, 'a');
    expect(verdict).toBe('forbidden');
    expect(because.filter(({ kind }) => kind === 'data-aside')).toEqual([]);
  });
});

describe('terms that the right holder changed', () => {
  const base = { licenses: { code: 'MIT', weights: 'conditional' } };
  const child = (relation: string, relicensed?: true) => ({
    lineage: [{ from: 'base', relation, note: '同一家', ...(relicensed ? { relicensed } : {}) }],
  });

  it.each(['finetune', 'continued-pretraining', 'vocabulary-extension', 'delta-weights', 'component'])(
    '%s: the old terms stop, and it is said',
    (relation) => {
      const catalog = catalogOf({ base, changed: child(relation, true), plain: child(relation) });
      const changed = commercialUse(catalog, catalog.projectById.get('changed')!);
      expect(changed.verdict).toBe('allowed');
      expect(changed.because).toContainEqual({ kind: 'relicensed', name: 'base', relation });
      expect(commercialUse(catalog, catalog.projectById.get('plain')!).verdict).toBe('conditional');
    },
  );

  it.each(['distillation', 'data-from'])('%s: no caution against oneself', (relation) => {
    const catalog = catalogOf({ base, changed: child(relation, true), plain: child(relation) });
    const kinds = (id: string) => commercialUse(catalog, catalog.projectById.get(id)!).because.map(({ kind }) => kind);
    expect(kinds('plain')).toContain('caution');
    expect(kinds('changed')).not.toContain('caution');
  });

  it('does not soften what the entry says of itself', () => {
    const own = { ...child('finetune', true), licenses: { code: 'MIT', weights: 'forbidden' } };
    const catalog = catalogOf({ base, own });
    expect(commercialUse(catalog, catalog.projectById.get('own')!).verdict).toBe('forbidden');
  });
});

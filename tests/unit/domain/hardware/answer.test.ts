import { describe, expect, it } from 'vitest';
import { answer, largestNeed, versionCount, type Answer } from '../../../../src/domain/hardware/answer.ts';
import { assess, FITS } from '../../../../src/domain/hardware/assess.ts';
import { CARDS } from '../../../../src/domain/hardware/cards.ts';
import { GB } from '../../../../src/domain/hardware/memory.ts';
import type { ProjectRow, VersionRow } from '../../../../src/domain/hardware/rows.ts';
import {
  capacityGb,
  DEFAULT_STATE,
  parseHardwareState,
  serializeHardwareState,
  type HardwareState,
} from '../../../../src/domain/hardware/state.ts';

describe('state in the address', () => {
  it.each([
    '',
    '?card=rtx-4090',
    '?vram=24',
    '?vram=7.5&count=2',
    '?model=qwen2.5&card=h100&count=8&task=full&context=8192',
    '?vram=16&precision=widest&use=conditional&zh=1&sort=released',
  ])('%s comes back as it was', (query) => {
    expect(serializeHardwareState(parseHardwareState(query))).toBe(query);
  });

  it('drops what does not exist', () => {
    expect(
      parseHardwareState('?card=rtx-9999&vram=-4&count=3&task=dance&precision=1&context=5&model=<b>&use=x&zh=2&sort=x'),
    ).toEqual(DEFAULT_STATE);
    expect(parseHardwareState('?vram=1e9').vramGb).toBeNull();
    expect(parseHardwareState('?vram=%20').vramGb).toBeNull();
  });

  it('lets a card have its own memory', () => {
    expect(parseHardwareState('?card=rtx-4090&vram=8')).toMatchObject({ card: 'rtx-4090', vramGb: null });
  });

  it('leaves out what is as it comes', () => {
    expect(
      serializeHardwareState(parseHardwareState('?precision=4&context=4096&count=1&task=inference&sort=size')),
    ).toBe('');
  });
});

describe('memory that there is', () => {
  const capacity = (query: string) => capacityGb(parseHardwareState(query));
  it('adds up equal cards', () => expect(capacity('?card=rtx-4090&count=4')).toBe(96));
  it('is what was typed', () => expect(capacity('?vram=11')).toBe(11));
  it('is two thirds of a Mac’s', () => expect(capacity('?card=mac-96')).toBe(64));
  it('is unknown until a card is chosen', () => expect(capacity('?count=2')).toBeNull());
  it('has no two cards of one id', () => expect(new Set(CARDS.map(({ id }) => id)).size).toBe(CARDS.length));
});

/** 7 billion parameters, LLaMA's shape. */
const seven: VersionRow = { n: '7B', p: 7e9, c: 4096, s: [262144, 0, 0, 131072] };
const project = (facts: Partial<ProjectRow> = {}): ProjectRow => ({
  id: 'a',
  name: 'A',
  u: 'allowed',
  vs: [seven],
  ...facts,
});
const state = (facts: Partial<HardwareState>): HardwareState => ({ ...DEFAULT_STATE, vramGb: 24, ...facts });

describe('one version', () => {
  it('fits with something left, or misses by what is missing', () => {
    const fits = assess(project(), 0, state({}));
    expect(fits.fit).toBe('fits');
    expect(fits.spare).toBeCloseTo(24 - fits.need!.total / GB, 6);
    const misses = assess(project(), 0, state({ vramGb: 4 }));
    expect(misses.fit).toBe('misses');
    expect(misses.spare).toBeCloseTo(4 - misses.need!.total / GB, 6);
  });

  it('needs more at a higher precision, a longer context, for training', () => {
    const total = (facts: Partial<HardwareState>) => assess(project(), 0, state(facts)).need!.total;
    expect(total({ precision: '16' })).toBeGreaterThan(total({ precision: '8' }));
    expect(total({ contextLength: 4096 })).toBeGreaterThan(total({ contextLength: 2048 }));
    expect(total({ task: 'full' })).toBeGreaterThan(total({ task: 'lora' }));
    expect(total({ task: 'lora' })).toBeGreaterThan(total({ task: 'qlora' }));
  });

  it('is not asked for a longer context than it has', () => {
    const long = assess(project(), 0, state({ contextLength: 131072 }));
    expect(long.contextLength).toBe(4096);
    expect(long.need).toEqual(assess(project(), 0, state({ contextLength: 4096 })).need);
  });

  it('is put in at the widest format that fits, and at the narrowest where none does', () => {
    const format = (vramGb: number) => assess(project(), 0, state({ precision: 'widest', vramGb })).format;
    expect(format(24)).toBe('16');
    expect(format(12)).toBe('8');
    expect(format(6)).toBe('3');
    expect(format(2)).toBe('2');
  });

  it('whose parameters nobody knows is unknown, never a miss', () => {
    const nameless = project({ vs: [{ n: 'x' }] });
    expect(assess(nameless, 0, state({ vramGb: 1 }))).toMatchObject({ fit: 'unknown', need: null, spare: null });
  });

  it('is judged by the project’s figure where there is nothing to calculate with', () => {
    const stated = project({ vs: [{ n: 'x' }], ms: [{ g: 10, t: 'i', v: 0, q: 'int4', f: 'used' }] });
    expect(assess(stated, 0, state({ vramGb: 12 }))).toMatchObject({ fit: 'fits', spare: 2 });
    expect(assess(stated, 0, state({ vramGb: 8 }))).toMatchObject({ fit: 'misses', spare: -2 });
    expect(assess(stated, 0, state({ vramGb: 8, precision: '8' })).fit).toBe('unknown');
  });

  it('of unknown architecture is unsure where only the bound does not fit', () => {
    const unshaped = project({ vs: [{ n: 'x', p: 7e9 }] });
    expect(assess(unshaped, 0, state({ vramGb: 24 }))).toMatchObject({ fit: 'fits', isBound: true });
    expect(assess(unshaped, 0, state({ vramGb: 6 }))).toMatchObject({ fit: 'unsure', isBound: true });
    expect(assess(unshaped, 0, state({ vramGb: 4 }))).toMatchObject({ fit: 'misses', isBound: true });
  });

  it('stands open until a card is chosen', () => {
    expect(assess(project(), 0, state({ vramGb: null }))).toMatchObject({ fit: 'open', spare: null });
  });
});

describe('the project’s own figures', () => {
  const two = [seven, { ...seven, n: '7B-chat' }];
  const measured = (ms: ProjectRow['ms'], facts: Partial<HardwareState> = {}, vs: VersionRow[] = [seven]) =>
    assess(project({ vs, ms: ms! }), 0, state(facts)).measured.map(({ g }) => g);

  it('are those of the version, task and precision', () => {
    const ms: ProjectRow['ms'] = [
      { g: 1, t: 'i', v: 0, q: 'int4' },
      { g: 2, t: 'i', v: 1, q: 'int4' },
      { g: 3, t: 'i', v: 0, q: 'bf16' },
      { g: 4, t: 'f', v: 0, m: 'lora' },
      { g: 5, t: 'i', v: 0 },
    ];
    expect(measured(ms, {}, two)).toEqual([1]);
    expect(measured(ms, { precision: '16' }, two)).toEqual([3]);
    expect(measured(ms, { task: 'lora' }, two)).toEqual([4]);
    expect(measured(ms, { task: 'full' }, two)).toEqual([]);
  });

  it('that name no version hold for all where all are of one size', () => {
    const ms: ProjectRow['ms'] = [{ g: 1, t: 'i', q: 'int4' }];
    expect(measured(ms, {}, two)).toEqual([1]);
    expect(measured(ms, {}, [seven, { ...seven, p: 13e9 }])).toEqual([]);
  });

  it('are told where they say otherwise than the formula', () => {
    const contradicted = (g: number, vramGb: number, more: object = {}) =>
      assess(project({ ms: [{ g, t: 'i', v: 0, q: 'int4', f: 'used', ...more }] }), 0, state({ vramGb }))
        .isContradicted;
    expect(contradicted(10, 8)).toBe(true);
    expect(contradicted(7, 8)).toBe(false);
    expect(contradicted(4, 5)).toBe(true);
    // A card's capacity, or a longer context, is no contradiction.
    expect(contradicted(80, 8, { f: 'card' })).toBe(false);
    expect(contradicted(10, 8, { c: 32768 })).toBe(false);
  });
});

describe('the answer', () => {
  const catalogue: ProjectRow[] = [
    project({ id: 'small', name: 'Small', r: '2024-01', vs: [{ ...seven, n: 'S', p: 1e9 }] }),
    project({
      id: 'wide',
      name: 'Wide',
      r: '2023-01',
      u: 'conditional',
      zh: 1,
      vs: [
        { ...seven, n: 'W-13', p: 13e9 },
        { ...seven, n: 'W-70', p: 70e9 },
        { ...seven, n: 'W-65', p: 65e9 },
        { n: 'W-x' },
      ],
    }),
    project({ id: 'twin', name: 'Twin', u: 'forbidden', vs: [seven, { ...seven, n: '7B-chat' }] }),
  ];
  const names = (found: Answer, fit: keyof Answer) =>
    found[fit].map(({ project: { id }, versions }) => [id, ...versions.map((line) => line.names.join('+'))]);

  it('has each version in exactly one group', () => {
    const found = answer(catalogue, state({}));
    expect(FITS.reduce((sum, fit) => sum + versionCount(found[fit]), 0)).toBe(7);
    expect(names(found, 'unknown')).toEqual([['wide', 'W-x']]);
  });

  it('puts the largest that fits first and what misses least first', () => {
    const found = answer(catalogue, state({}));
    expect(names(found, 'fits')).toEqual([
      ['wide', 'W-13'],
      ['twin', '7B+7B-chat'],
      ['small', 'S'],
    ]);
    expect(names(found, 'misses')).toEqual([['wide', 'W-65', 'W-70']]);
  });

  it('knows the most that is needed, for bars without a card', () => {
    const { open } = answer(catalogue, state({ vramGb: null }));
    const seventy = assess(catalogue[1]!, 1, state({ vramGb: null })).need!.total / GB;
    expect(largestNeed(open)).toBe(seventy);
    expect(largestNeed([])).toBe(0);
  });

  it('puts the entry that misses least first, whatever order is asked', () => {
    const far = project({ id: 'far', name: 'Far', vs: [{ ...seven, p: 400e9 }] });
    const near = project({ id: 'near', name: 'Near', vs: [{ ...seven, p: 60e9 }] });
    for (const order of ['size', 'name'] as const)
      expect(answer([far, near], state({ order })).misses.map(({ project: { id } }) => id)).toEqual(['near', 'far']);
  });

  it('orders by release or name where that is asked', () => {
    const ids = (order: HardwareState['order']) =>
      answer(catalogue, state({ order })).fits.map(({ project: { id } }) => id);
    expect(ids('released')).toEqual(['small', 'wide', 'twin']);
    expect(ids('name')).toEqual(['small', 'wide', 'twin']);
  });

  it('narrows by licence, language and model', () => {
    const ids = (facts: Partial<HardwareState>) =>
      answer(catalogue, state({ ...facts, order: 'name' })).fits.map(({ project: { id } }) => id);
    expect(ids({ use: 'allowed' })).toEqual(['small']);
    expect(ids({ use: 'conditional' })).toEqual(['small', 'wide']);
    expect(ids({ chineseOnly: true })).toEqual(['wide']);
    expect(ids({ model: 'twin', use: 'allowed', chineseOnly: true })).toEqual(['twin']);
    expect(ids({ model: 'nobody' })).toEqual([]);
  });
});

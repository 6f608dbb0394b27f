import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generatedDocs } from '../../../src/cli/generated-docs.ts';
import { authoredSchema, isYaml, meaningsOf, type JsonSchema } from '../../../src/outputs/authored-schema.ts';
import { editorSchema, YAML_COLLECTIONS } from '../../../src/outputs/editor-schema.ts';
import { FIELD_EXAMPLES } from '../../../src/outputs/field-examples.ts';
import { fieldReference } from '../../../src/outputs/field-reference.ts';
import { checkSources } from '../../../src/rules/check.ts';
import { parseSource } from '../../../src/rules/source.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../../../src/schema/collections.ts';
import { ROOT } from '../../support/built.ts';
import { datasetFacts, leaderboardFacts, licenseFacts, projectFacts, sourceOf } from '../../support/make.ts';

const reference = fieldReference();
const fieldOf = (collection: CollectionName, path: string) =>
  reference.find(({ name }) => name === collection)!.fields.find((field) => field.path === path)!;

describe.each(reference)('$name', ({ fields }) => {
  it('describes every field, or says what each of its values means', () => {
    const mute = fields.filter(({ description, values }) => description === '' && values.length === 0);
    expect(mute.map(({ path }) => path)).toEqual([]);
    const unexplained = fields.flatMap(({ path, values }) =>
      values.filter(({ meaning }) => meaning === '').map(({ value }) => `${path}: ${value}`),
    );
    expect(unexplained).toEqual([]);
  });

  it('shows how every field that holds a value is written', () => {
    const bare = fields.filter(({ path, example }) => {
      const isGroup = fields.some((other) => other.path.startsWith(`${path}.`) || other.path.startsWith(`${path}[].`));
      return isGroup === (example !== '');
    });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('gives every field an anchor of its own', () => {
    const anchors = fields.map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

it('says what has to be written, on its own or inside of something that may be left out', () => {
  expect(fieldOf('projects', 'name')).toMatchObject({ isRequired: true, need: '必填', type: '一行文字' });
  expect(fieldOf('projects', 'evidence[].url')).toMatchObject({ need: '必填', type: '网址' });
  expect(fieldOf('projects', 'variants[].name').need).toBe('写了 variants 就必填');
  expect(fieldOf('projects', 'released')).toMatchObject({ isRequired: false, need: '可不写', type: '日期或月份' });
  expect(fieldOf('projects', 'licenses.code')).toMatchObject({ need: '不写就是 unknown', type: '许可证 id' });
  expect(fieldOf('projects', 'categories').type).toBe('列表：id，至少一项');
  expect(fieldOf('projects', 'lineage[].relicensed').type).toBe('true');
});

it('tells values apart from what stands before them', () => {
  expect(fieldOf('licenses', 'registration')).toMatchObject({
    description: '商用前要不要登记或申请',
    values: [
      { value: 'yes', meaning: '要' },
      { value: 'no', meaning: '不要' },
      { value: 'unknown', meaning: '没查清' },
    ],
  });
  expect(meaningsOf('只有一句：没有列出值', ['a'])).toMatchObject({ lead: '只有一句：没有列出值' });
  expect(meaningsOf('a 甲（一：二） | b 乙', ['a', 'b']).meaning('a')).toBe('甲（一：二）');
});

it('leads from the facts that evidence supports to their fields', () => {
  const { values } = fieldOf('projects', 'evidence[].supports');
  expect(values.find(({ value }) => value === 'licenses.code')).toEqual({
    value: 'licenses.code',
    meaning: '代码许可证',
    anchor: 'projects.licenses.code',
  });
});

/** What the examples refer to. */
const NEIGHBOURS = [
  sourceOf('projects', 'base-7b', projectFacts({ name: 'Base 7B', variants: [{ name: '7B', parameters: '7B' }] })),
  sourceOf('projects', 'new-chat-2', {
    ...projectFacts({ name: 'New Chat 2' }),
    links: { repo: 'https://github.com/lab/new-chat', repoSharedWith: ['new-chat-7b'] },
  }),
  sourceOf('datasets', 'new-chat-sft-2', datasetFacts({ name: 'New Chat SFT 2' })),
  sourceOf('leaderboards', 'chat-board-2', leaderboardFacts({ name: 'Chat Board 2' })),
  sourceOf('licenses', 'MIT', licenseFacts()),
];
const IDS: Record<CollectionName, string> = {
  projects: 'new-chat-7b',
  categories: 'independent',
  organizations: 'lab',
  licenses: 'lab-community',
  datasets: 'new-chat-sft',
  leaderboards: 'chat-board',
  guides: 'licenses',
};

it('has examples that the checker finds nothing wrong with', () => {
  const sources = COLLECTION_NAMES.map((name) => {
    const text = isYaml(name) ? FIELD_EXAMPLES[name] : `---\n${FIELD_EXAMPLES[name]}---\n`;
    return parseSource(name, `content/${name}/${IDS[name]}${COLLECTIONS[name].extensions[0]}`, text);
  });
  expect(checkSources([...NEIGHBOURS, ...sources], '2026-01-02')).toEqual([]);
});

it('has examples that write every field', () => {
  const keys = (schema: JsonSchema, value: unknown, path: string): string[] =>
    Object.entries((schema.items ?? schema).properties ?? {}).flatMap(([key, inner]) => {
      const values = [value].flat().map((item) => (item as Record<string, unknown> | undefined)?.[key]);
      const present = values.filter((item) => item !== undefined);
      if (present.length === 0) return [`${path}.${key}`];
      return keys(inner, present.flat(), `${path}.${key}`);
    });
  for (const name of COLLECTION_NAMES)
    expect(keys(authoredSchema(name), parse(FIELD_EXAMPLES[name]), name)).toEqual([]);
});

it.each(YAML_COLLECTIONS)('lets editors find nothing wrong with the %s that are there', (name) => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(editorSchema(name));
  const folder = join(ROOT, 'content', name);
  for (const file of readdirSync(folder))
    expect(
      validate(parse(readFileSync(join(folder, file), 'utf8'))),
      `${file}: ${JSON.stringify(validate.errors)}`,
    ).toBe(true);
});

it('gives editors the meaning of each value', () => {
  const { family } = editorSchema('licenses').properties!;
  expect(family!.enum).toHaveLength(family!.enumDescriptions!.length);
  expect(family!.enumDescriptions).toContain('著佐权');
});

it.each([...generatedDocs()])('%s is up to date (npm run docs)', (file, text) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text);
});

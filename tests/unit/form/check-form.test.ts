import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersFromFile } from '../../../src/domain/entry/edit-file.ts';
import { sourcedFacts } from '../../../src/domain/entry/evidence-default.ts';
import { knownFile, type KnownFile } from '../../../src/domain/entry/known.ts';
import type { Catalog } from '../../../src/domain/catalog/model.ts';
import { commercialUse } from '../../../src/domain/licensing/verdict.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { formChecker } from '../../../src/form/check-form.ts';
import { catalogFrom } from '../../../src/rules/check.ts';
import { checkEntry } from '../../../src/rules/check-entry.ts';
import { ROOT } from '../../support/built.ts';
import { projectFacts, sourceOf, vocabulary } from '../../support/make.ts';

const TODAY = '2026-11-24';
const FOLDER = join(ROOT, 'content/projects');

let known: KnownFile;
let catalog: Catalog;
beforeAll(async () => {
  catalog = catalogFrom(await readContent(ROOT));
  // As it travels to the browser.
  known = JSON.parse(JSON.stringify(knownFile(catalog))) as KnownFile;
}, 60_000);

const ANSWERS = {
  id: 'testling',
  name: 'Testling',
  categories: 'independent',
  kind: 'chat-model',
  organizations: 'zhipu-ai',
  summary: '一个只在测试里出现的对话模型，用来检验网页上的表单。',
  'links.repo': 'https://github.com/testling/testling',
  'licenses.code': 'Apache-2.0',
  'licenses.weights': 'Apache-2.0',
  'evidence.0.url': 'https://github.com/testling/testling',
  'evidence.0.accessed': TODAY,
};

const problems = (answers: Record<string, string>) =>
  formChecker(known, TODAY, '没有 id')
    .check({ ...ANSWERS, ...answers })
    .problems.map(({ path, code }) => `${path} ${code}`);

describe('the checker of the form', () => {
  it('comes to the same verdict and finds nothing in entries that are there, from what the page knows alone', () => {
    const files = readdirSync(FOLDER).filter((_, i) => i % 12 === 0);
    for (const name of files) {
      const id = name.replace(/\.md$/, '');
      const text = readFileSync(join(FOLDER, name), 'utf8');
      const outcome = formChecker(known, TODAY, '', text).check({ ...answersFromFile(text)!, id });
      expect(outcome.problems, name).toEqual([]);
      expect(outcome.unchanged, name).toBe(true);
      expect(outcome.verdict, name).toBe(commercialUse(catalog, catalog.projectById.get(id)!).verdict);
    }
  }, 120_000);

  it('lets the terms of a base come down to the new entry', () => {
    const outcome = formChecker(known, TODAY, '').check({
      ...ANSWERS,
      'lineage.0.from': 'llama',
      'lineage.0.relation': 'finetune',
    });
    expect(outcome.verdict).toBe('forbidden');
  });

  it('tells every problem at the answer that it is about', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ id: '' })).toEqual(['id file-name']);
    expect(problems({ id: 'Not An Id' })).toEqual(['id file-name']);
    expect(problems({ name: '' })).toContain('name missing-field');
    expect(problems({ 'links.repo': '' })).toContain('links missing-field');
    expect(problems({ kind: 'chatmodel' })).toEqual(['kind bad-value']);
    expect(problems({ 'licenses.code': 'Apache2' })).toEqual(['licenses.code reference']);
    expect(problems({ organizations: 'zhipu-ai\nnobody' })).toEqual(['organizations reference']);
    expect(problems({ name: 'chatglm6b' })).toEqual(['name duplicate-name']);
    expect(problems({ 'links.repo': 'http://github.com/thudm/ChatGLM-6B.git' })).toContain(
      'links.repo duplicate-repository',
    );
    expect(problems({ released: '2999-01-01' })).toEqual(['released date']);
    expect(problems({ 'body.what': '太短' })).toEqual(['body body-shape']);
  });

  it('finds the item of a group by its place in the form, gaps and empty items counted out', () => {
    const items = {
      'variants.0.name': '',
      'variants.2.name': 'A',
      'variants.5.name': 'B',
      'variants.5.parameters': 'huge',
    };
    expect(problems(items)).toEqual(['variants.5.parameters bad-value']);
    expect(
      problems({ 'newOrganizations.3.id': 'nolab', 'newOrganizations.3.name': 'N', organizations: 'nolab' }),
    ).toEqual(['newOrganizations.3.kind missing-field']);
  });
});

it('lists the facts that need a source as the rule does', () => {
  const facts = projectFacts({
    released: '2024-01',
    links: { repo: 'https://github.com/lab/sample', weights: ['https://lab.example/w'] },
    variants: [{ name: 'A' }],
    lineage: [],
    hardware: [{ task: 'inference', vramGb: 1, basis: 'measured' }],
    training: { pretraining: 'released', sft: 'described', rewardModel: 'absent', rlhf: 'unknown' },
    licenses: { code: 'MIT', weights: 'unlicensed', data: 'not-released' },
    evidence: [{ id: 'a', url: 'https://lab.example/', accessed: '2026-01-02', supports: ['name'] }],
  });
  const asked = checkEntry([sourceOf('projects', 'sample', facts)], vocabulary()).map(({ expected }) => expected);
  expect([...sourcedFacts(facts)].sort()).toEqual([...asked].sort());
});

import { describe, expect, it } from 'vitest';
import { checkSources } from '../../../src/rules/check.ts';
import { RULES } from '../../../src/rules/registry.ts';
import type { Source } from '../../../src/rules/source.ts';
import {
  datasetFacts,
  leaderboardFacts,
  licenseFacts,
  projectFacts,
  sourceOf,
  vocabulary,
} from '../../support/make.ts';

type Facts = Record<string, unknown>;

const project = (id: string, facts: Facts = {}, body = '', extension = '.md'): Source =>
  sourceOf('projects', id, projectFacts({ name: id, links: { repo: `https://github.com/lab/${id}` }, ...facts }), {
    body,
    extension,
  });

const dataset = (id: string, facts: Facts = {}, body = ''): Source =>
  sourceOf('datasets', id, datasetFacts({ name: id, ...facts }), { body });

const leaderboard = (id: string, facts: Facts = {}): Source =>
  sourceOf('leaderboards', id, leaderboardFacts({ name: id, ...facts }));

/** A body of its own words: every sentence carries the seed. */
const ownWords = (seed: string, extra = '') =>
  `\n## 是什么\n\n${Array.from({ length: 30 }, (_, i) => `${seed}第${i}句说${seed}。`).join('')}\n\n${extra}\n`;

const words = () => [
  ...vocabulary(),
  sourceOf('licenses', 'NC', licenseFacts({ name: 'NC', commercialUse: 'forbidden' })),
];
const codes = (...sources: Source[]) => checkSources([...words(), ...sources], '2026-11-24').map(({ code }) => code);
const prose = (text: string) => `\n## 是什么\n\n${text}${'这一段只是为了凑够字数。'.repeat(20)}\n`;

const evidence = (supports: string[]) => [
  { id: 'page', url: 'https://lab.example/page', accessed: '2026-01-02', supports },
];

/** A project that states its openness, with a source for it. */
const openness = (stated: Facts, facts: Facts): Source =>
  project('a', {
    openness: stated,
    evidence: evidence(['links', 'licenses', 'lineage', 'training', 'openness']),
    ...facts,
  });

/** For each code, content that breaks the rule and content that comes close to it and is right. */
const CASES: { code: string; what: string; bad: Source[]; good: Source[] }[] = [
  {
    code: 'reference',
    what: 'a category that does not exist',
    bad: [project('a', { categories: ['independant'] })],
    good: [project('a', { categories: ['independent'] })],
  },
  {
    code: 'reference',
    what: 'an organisation that does not exist',
    bad: [project('a', { organizations: ['lab', 'labs'] })],
    good: [project('a', { organizations: ['lab'] })],
  },
  {
    code: 'reference',
    what: 'a licence that does not exist',
    bad: [project('a', { licenses: { code: 'mit' } })],
    good: [project('a', { licenses: { code: 'MIT', weights: 'not-released' } })],
  },
  {
    code: 'reference',
    what: 'an upstream that does not exist',
    bad: [project('a', { lineage: [{ from: 'gpt-4', relation: 'data-from' }] })],
    good: [project('a', { lineage: [{ from: 'external:gpt-4', relation: 'data-from' }] })],
  },
  {
    code: 'reference',
    what: 'a version of the upstream that it does not have',
    bad: [
      project('a', { variants: [{ name: '7B' }] }),
      project('b', { lineage: [{ from: 'a', relation: 'finetune', fromVariant: '13B' }] }),
    ],
    good: [
      project('a', { variants: [{ name: '7B' }] }),
      project('b', { lineage: [{ from: 'a', relation: 'finetune', fromVariant: '7B' }] }),
    ],
  },
  {
    code: 'reference',
    what: 'a claim without its evidence',
    bad: [project('a', { claims: [{ text: '最快', verdict: 'disputed', evidence: 'blog' }] })],
    good: [project('a', { claims: [{ text: '最快', verdict: 'disputed', evidence: 'readme' }] })],
  },
  {
    code: 'duplicate-id',
    what: 'an .md and an .mdx of one id',
    bad: [project('a'), project('a', { name: 'b', links: { repo: 'https://github.com/lab/b' } }, '', '.mdx')],
    good: [project('a'), project('b', {}, '', '.mdx')],
  },
  {
    code: 'duplicate-repository',
    what: 'the same repository in another spelling',
    bad: [
      project('a', { links: { repo: 'https://github.com/lab/x' } }),
      project('b', { links: { repo: 'https://github.com/Lab/X' } }),
    ],
    good: [
      project('a', { links: { repo: 'https://github.com/lab/x' } }),
      project('b', { links: { repo: 'https://github.com/lab/x2' } }),
    ],
  },
  {
    code: 'duplicate-repository',
    what: 'the address that another entry moved from',
    bad: [
      project('a', { links: { repo: 'https://github.com/new/x', movedFrom: ['https://github.com/Old/X'] } }),
      project('b', { links: { repo: 'https://github.com/old/x' } }),
    ],
    good: [
      project('a', { links: { repo: 'https://github.com/lab/x' } }),
      project('b', { links: { repo: 'https://github.com/lab/x', repoSharedWith: ['a'] } }),
    ],
  },
  {
    code: 'duplicate-name',
    what: 'an alias that is another entry’s name',
    bad: [project('ChatGLM'.toLowerCase()), project('b', { aliases: ['Chat GLM'] })],
    good: [project('chatglm', { aliases: ['Chat-GLM'] }), project('b', { aliases: ['ChatGLM2'] })],
  },
  {
    code: 'lineage-date',
    what: 'a descendant that came out before its base',
    bad: [
      project('a', { released: '2024-03-02' }),
      project('b', { released: '2024-03-01', lineage: [{ from: 'a', relation: 'finetune' }] }),
    ],
    good: [
      project('a', { released: '2024-03-02' }),
      project('b', { released: '2024-03', lineage: [{ from: 'a', relation: 'finetune' }] }),
    ],
  },
  {
    code: 'lineage-date',
    what: 'a later base of all its versions',
    bad: [
      project('a', { released: '2024-03-02' }),
      project('b', {
        released: '2024-01-01',
        variants: [{ name: 'v1' }, { name: 'v2' }],
        lineage: [{ from: 'a', relation: 'finetune' }],
      }),
    ],
    good: [
      project('a', { released: '2024-03-02' }),
      project('b', {
        released: '2024-01-01',
        variants: [{ name: 'v1' }, { name: 'v2' }],
        lineage: [{ from: 'a', relation: 'finetune', variants: ['v2'] }],
      }),
    ],
  },
  {
    code: 'date',
    what: 'a day that has not come',
    bad: [project('a', { released: '2026-11-25' })],
    good: [project('a', { released: '2026-11-24' })],
  },
  {
    code: 'date',
    what: 'a month that has not come',
    bad: [project('a', { released: '2026-12' })],
    good: [project('a', { released: '2026-11' })],
  },
  {
    code: 'date',
    what: 'a slip in the century',
    bad: [dataset('d', { released: '1924-05-01', evidence: evidence(['links', 'license', 'released']) })],
    good: [dataset('d', { released: '2024-05-01', evidence: evidence(['links', 'license', 'released']) })],
  },
  {
    code: 'date',
    what: 'an end before the beginning',
    bad: [project('a', { released: '2024-05-01', status: { state: 'archived', since: '2024-04' } })],
    good: [project('a', { released: '2024-05-01', status: { state: 'archived', since: '2024-05' } })],
  },
  {
    code: 'date',
    what: 'changes out of order',
    bad: [
      project('a', {
        changes: [
          { date: '2024-05-02', kind: 'updated', text: '乙' },
          { date: '2024-05-01', kind: 'added', text: '甲' },
        ],
      }),
    ],
    good: [
      project('a', {
        changes: [
          { date: '2024-05', kind: 'updated', text: '乙' },
          { date: '2024-05-01', kind: 'added', text: '甲' },
        ],
      }),
    ],
  },
  {
    code: 'verdict-words',
    what: 'a summary that promises what the licences forbid',
    bad: [project('a', { summary: '一个只在测试里出现的对话模型，权重可免费商用。', licenses: { weights: 'NC' } })],
    good: [project('a', { summary: '一个只在测试里出现的对话模型，权重可免费下载。', licenses: { weights: 'NC' } })],
  },
  {
    code: 'verdict-words',
    what: 'a summary that forbids what the licences allow',
    bad: [project('a', { summary: '一个只在测试里出现的对话模型，权重仅限研究使用。' })],
    good: [project('a', { summary: '一个只在测试里出现的对话模型，起初仅限研究，后来改成 MIT。' })],
  },
  {
    code: 'lineage-cycle',
    what: 'two entries made from each other',
    bad: [
      project('a', { lineage: [{ from: 'b', relation: 'finetune' }] }),
      project('b', { lineage: [{ from: 'a', relation: 'finetune' }] }),
    ],
    good: [
      project('a', {}),
      project('b', {
        lineage: [
          { from: 'a', relation: 'finetune' },
          { from: 'c', relation: 'data-from' },
        ],
      }),
      project('c', { lineage: [{ from: 'a', relation: 'finetune' }] }),
    ],
  },
  {
    code: 'lineage-cycle',
    what: 'an entry made from itself',
    bad: [project('a', { lineage: [{ from: 'a', relation: 'finetune' }] })],
    good: [project('a', { lineage: [{ from: 'external:a', relation: 'finetune' }] })],
  },
  {
    code: 'evidence',
    what: 'a stage that no source supports',
    bad: [
      project('a', {
        training: { sft: 'released' },
        evidence: [
          { id: 'x', url: 'https://example.org/', accessed: '2026-01-02', supports: ['links', 'licenses', 'lineage'] },
        ],
      }),
    ],
    good: [
      project('a', {
        training: { sft: 'released' },
        evidence: [
          { id: 'x', url: 'https://example.org/', accessed: '2026-01-02', supports: ['links', 'licenses', 'lineage'] },
          { id: 'y', url: 'https://example.org/', accessed: '2026-01-02', supports: ['training.sft'] },
        ],
      }),
    ],
  },
  {
    code: 'repository-url',
    what: 'a repository address with .git',
    bad: [project('a', { links: { repo: 'https://github.com/lab/a.git' } })],
    good: [project('a', { links: { repo: 'https://codeberg.org/lab/a.git' } })],
  },
  {
    code: 'repository-url',
    what: 'an address inside a repository',
    bad: [project('a', { links: { repo: 'https://github.com/lab/a/tree/main/sub' } })],
    good: [project('a', { links: { repo: 'https://github.com/lab/a.b-c_d' } })],
  },
  ...[
    ['raw HTML', '一个 <b>粗体', '一个 `<b>` 标签'],
    ['a script', '<script>alert(1)</script>', '`<script>alert(1)</script>`'],
    ['an event handler', '<img src=x onerror=alert(1)>', '事件处理器 onerror'],
    ['a javascript: link', '[点](javascript:alert(1))', '[点](https://example.org/javascript:x)'],
    ['a disguised javascript: link', '[点](java&#x0A;script:alert(1))', '[点](/javascript/)'],
    ['a javascript: link by reference', '[点][x]\n\n[x]: JavaScript:alert(1)', '[点][x]\n\n[x]: https://example.org/'],
    ['a data: link', '[点](data:text/html,x)', '[data](https://example.org/data)'],
    ['a bare javascript: link', '<javascript:alert(1)>', '<https://example.org/>'],
    ['a remote image', '![图](https://example.org/a.png)', '![图](/images/a.png)'],
    ['an image of unnamed protocol', '![图](//example.org/a.png)', '![图](./a.png)'],
  ].map(([what, bad, good]) => ({
    code: 'body-safety',
    what: what!,
    bad: [project('a', {}, prose(`${bad}\n\n`))],
    good: [project('a', {}, prose(`${good}\n\n`))],
  })),
  ...[
    ['import in .mdx', "import x from 'node:fs'", '导入 import 这个词可以写'],
    ['export in .mdx', 'export const a = 1', '导出 export 这个词可以写'],
    ['an expression in .mdx', '答案是 {1 + 1}', '答案是 `{1 + 1}`'],
    ['a component that is not listed', '<Chart />', '`<Chart />`'],
    ['an element with a handler', '<a onClick="x">点</a>', '[点](https://example.org/)'],
    ['.mdx that does not parse', '<div>没有关上', '小于号写成 `<`'],
  ].map(([what, bad, good]) => ({
    code: 'body-safety',
    what: what!,
    bad: [project('a', {}, prose(`${bad}\n\n`), '.mdx')],
    good: [project('a', {}, prose(`${good}\n\n`), '.mdx')],
  })),
  {
    code: 'body-shape',
    what: 'a heading that is not agreed',
    bad: [project('a', {}, prose('').replace('是什么', '简介'))],
    good: [project('a', {}, prose(''))],
  },
  {
    code: 'body-shape',
    what: 'headings out of order',
    bad: [project('a', {}, `${prose('').replace('是什么', '怎么开始')}\n## 是什么\n`)],
    good: [project('a', {}, `${prose('')}\n## 怎么开始\n`)],
  },
  {
    code: 'body-shape',
    what: 'a body that is too short',
    bad: [project('a', {}, '\n## 是什么\n\n一句话。\n')],
    good: [project('a', {}, '\n')],
  },
  {
    code: 'body-shape',
    what: 'a heading in a dataset',
    bad: [dataset('d', {}, prose(''))],
    good: [dataset('d', {}, `\n${'这一段只是为了凑够字数。'.repeat(10)}\n`)],
  },
  {
    code: 'reference',
    what: 'a project that is said to use a dataset and does not exist',
    bad: [project('a'), dataset('d', { usedBy: ['b'] })],
    good: [project('a'), dataset('d', { usedBy: ['a'] })],
  },
  {
    code: 'reference',
    what: 'a generator that is neither an entry nor external',
    bad: [dataset('d', { generatedBy: ['gpt-4'] })],
    good: [dataset('d', { generatedBy: ['external:GPT-4'] })],
  },
  {
    code: 'reference',
    what: "a leaderboard's licence that does not exist",
    bad: [leaderboard('l', { licenses: { code: 'MITT' } })],
    good: [leaderboard('l', { licenses: { code: 'MIT' } })],
  },
  {
    code: 'evidence',
    what: 'an openness that no source supports',
    bad: [
      project('a', {
        openness: { trainingCode: 'open' },
        evidence: evidence(['links', 'licenses', 'lineage', 'openness.inferenceCode']),
      }),
    ],
    good: [
      project('a', {
        openness: { trainingCode: 'open', modelCard: 'unknown' },
        evidence: evidence(['links', 'licenses', 'lineage', 'openness.trainingCode']),
      }),
    ],
  },
  {
    code: 'openness',
    what: 'training code where no code is published',
    bad: [openness({ trainingCode: 'partly' }, { licenses: { code: 'not-released' } })],
    good: [openness({ trainingCode: 'closed' }, { licenses: { code: 'not-released' } })],
  },
  {
    code: 'openness',
    what: 'tuning data where no data is published',
    bad: [openness({ finetuningData: 'open' }, { licenses: { data: 'not-released' } })],
    good: [openness({ finetuningData: 'open' }, { licenses: { data: 'unlicensed' } })],
  },
  {
    code: 'openness',
    what: 'weights that are closed and can be downloaded',
    bad: [
      openness(
        { weights: 'closed' },
        { links: { repo: 'https://github.com/lab/a', weights: ['https://lab.example'] } },
      ),
    ],
    good: [
      openness(
        { weights: 'partly' },
        { links: { repo: 'https://github.com/lab/a', weights: ['https://lab.example'] } },
      ),
    ],
  },
  {
    code: 'openness',
    what: 'a reward model of which nothing was published',
    bad: [openness({ rewardModel: 'open' }, { training: { rewardModel: 'described' } })],
    good: [openness({ rewardModel: 'open' }, { training: { rewardModel: 'released' } })],
  },
  {
    code: 'openness',
    what: 'a published reward model that is called closed',
    bad: [openness({ rewardModel: 'closed' }, { training: { rewardModel: 'released' } })],
    good: [openness({ rewardModel: 'closed' }, { training: { rewardModel: 'described' } })],
  },
  {
    code: 'evidence',
    what: "a dataset's size without a source",
    bad: [dataset('d', { size: [{ count: 52_000, unit: 'samples' }], evidence: evidence(['links', 'license']) })],
    good: [dataset('d', { evidence: evidence(['links', 'license']) })],
  },
  {
    code: 'evidence',
    what: "a leaderboard's judge without a source",
    bad: [leaderboard('l', { judge: 'GPT-4', evidence: evidence(['links', 'measures', 'method', 'licenses']) })],
    good: [leaderboard('l', { evidence: evidence(['links', 'measures', 'method', 'licenses']) })],
  },
  {
    code: 'duplicate-name',
    what: 'two datasets of one name',
    bad: [dataset('a', { name: 'Corpus' }), dataset('b', { aliases: ['cor-pus'] })],
    good: [dataset('a', { name: 'Corpus' }), project('b', { name: 'Corpus' })],
  },
  {
    code: 'shared-run',
    what: 'twenty characters that two bodies share',
    bad: [
      project('a', {}, ownWords('甲', '这是一个用了别人写好的句子的段落，一字不差。')),
      project('b', {}, ownWords('乙', '前面不同，这是一个用了别人写好的句子的段落，一字不差。')),
    ],
    good: [
      project('a', {}, ownWords('甲', '这是一个用了别人写好的句子的段落，一字不差。')),
      project('b', {}, ownWords('乙', '这是一个用了别人写好的句子的，段落一字不差。')),
    ],
  },
  {
    code: 'shared-run',
    what: 'a sentence that breaks its lines elsewhere',
    bad: [
      project('a', {}, ownWords('甲', '这是一个用了别人写好的句子的段落，一字不差。')),
      project('b', {}, ownWords('乙', '这是一个用了别人写好\n的句子的段落，一字不差。')),
    ],
    // A long Latin name is no sentence.
    good: [
      project('a', {}, ownWords('甲', 'Llama 2 Community License Agreement')),
      project('b', {}, ownWords('乙', 'Llama 2 Community License Agreement')),
    ],
  },
];

describe('a sound catalogue', () => {
  it('has no findings', () => expect(checkSources([...vocabulary(), project('a'), project('b')])).toEqual([]));
});

describe.each(CASES)('$code: $what', ({ code, bad, good }) => {
  it('is found', () => expect(codes(...bad)).toEqual([code]));
  it('is not found in the near miss', () => expect(codes(...good)).toEqual([]));
});

/** Codes about how a file is written, which facts alone cannot show: see fix.test.ts and the lessons. */
const WRITTEN = ['key-order', 'quotes'];

it('has a case for every rule', () => {
  expect(new Set(CASES.map(({ code }) => code))).toEqual(
    new Set(RULES.map(({ code }) => code).filter((code) => !WRITTEN.includes(code))),
  );
});

it('finds everything at once, in the order of files and lines', () => {
  const findings = checkSources([
    ...vocabulary(),
    project('b', { categories: ['nowhere'], licenses: { code: 'nothing' } }),
    project('a', { organizations: ['nobody'] }),
    sourceOf('licenses', 'broken', licenseFacts({ commercialUse: 'maybe' })),
  ]);
  expect(findings.map(({ file, message }) => [file, message])).toEqual([
    ['content/licenses/broken.yml', "commercialUse: 不能是 'maybe'。"],
    ['content/projects/a.md', "organizations[0]: 没有名为 'nobody' 的机构。"],
    ['content/projects/b.md', "categories[0]: 没有名为 'nowhere' 的分类。"],
    ['content/projects/b.md', "licenses.code: 没有名为 'nothing' 的许可证。"],
  ]);
});

it('says the cycle and where it closes', () => {
  const [finding] = checkSources([
    ...vocabulary(),
    project('a', { lineage: [{ from: 'b', relation: 'finetune' }] }),
    project('b', { lineage: [{ from: 'c', relation: 'finetune' }] }),
    project('c', { lineage: [{ from: 'a', relation: 'finetune' }] }),
  ]);
  expect(finding).toMatchObject({ file: 'content/projects/c.md', message: '谱系绕成了圈：a → b → c → a。' });
});

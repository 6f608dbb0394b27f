import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { inert } from '../../../src/outputs/inert.ts';
import { COMMENT_MARK, pullRequestComment, type RunFacts } from '../../../src/outputs/pull-request-comment.ts';
import { SUMMARY_LIMITS, summarySchema, type Summary } from '../../../src/schema/pull-request.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const run: RunFacts = {
  repository: 'owner/catalogue',
  runId: 7,
  headSha: SHA,
  previewId: 9,
  errorPage: (code) => (code === 'bad-value' ? 'https://site.example/contribute/errors/bad-value/' : undefined),
};
const nothing: Summary = {
  version: 1,
  counts: { files: 4, errors: 0, warnings: 0, fixable: 0, entries: 0, verdicts: 0 },
  findings: [],
  entries: [],
  verdicts: [],
};
const finding: Summary['findings'][number] = {
  code: 'bad-value',
  severity: 'error',
  file: 'content/projects/new-chat.md',
  line: 7,
  column: 3,
  message: 'released: 日期写成 2023-03-14。',
  hint: '写成 2024-05-01',
};
const entry: Summary['entries'][number] = {
  file: 'content/projects/new-chat.md',
  id: 'new-chat',
  collection: 'projects',
  change: 'changed',
  facts: {
    name: 'New Chat',
    sources: 3,
    verdict: 'allowed',
    verdictBefore: 'conditional',
    missing: ['released', 'lineage', 'hardware', 'status', 'links.paper'],
  },
};

function nodesOf(markdown: string): Nodes[] {
  const nodes: Nodes[] = [];
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
    nodes.push(node);
  });
  return nodes;
}

describe('a comment', () => {
  it('says that nothing is wrong, and how to see the site', () => {
    const text = pullRequestComment(run, nothing);
    expect(text.startsWith(COMMENT_MARK)).toBe(true);
    expect(text).toContain('### 内容检查：查过 4 个文件，没有问题');
    expect(text).toContain('没有改动 content/ 里的条目');
    expect(text).toContain('[下载预览](https://github.com/owner/catalogue/actions/runs/7/artifacts/9)');
    expect(text).toContain('0123456');
  });

  it('leads from a finding to its line and to the page of its code', () => {
    const counts = { ...nothing.counts, errors: 1, warnings: 2, fixable: 2 };
    const text = pullRequestComment(run, { ...nothing, counts, findings: [finding] });
    expect(text).toContain('### 内容检查：1 处要改，2 处最好改');
    expect(text).toContain(
      `[第 7 行](https://github.com/owner/catalogue/blob/${SHA}/content/projects/new-chat.md?plain=1#L7)`,
    );
    expect(text).toContain('[`bad-value`](https://site.example/contribute/errors/bad-value/)');
    expect(text).toContain('→ `写成 2024-05-01`');
    expect(text).toContain('还有 2 处，[看运行日志](https://github.com/owner/catalogue/actions/runs/7)');
    expect(text).toContain('其中 2 处能自动改：`npm run check -- --fix`');
  });

  it('puts the facts of an entry in one row: verdict and its change, sources counted, what is missing', () => {
    const counts = { ...nothing.counts, entries: 1 };
    const text = pullRequestComment(run, { ...nothing, counts, entries: [entry] });
    expect(text).toContain(
      `| [\`new-chat\`](https://github.com/owner/catalogue/blob/${SHA}/content/projects/new-chat.md) | 项目 | 修改 | 有条件 → 可商用 | 3 条 | \`released\` \`lineage\` \`hardware\` \`status\`等 5 项 |`,
    );
    expect(text).toContain('`http://localhost:8000/projects/new-chat/`');
  });

  it('does not link to what was removed, and says so where a file cannot be read', () => {
    const removed = { ...entry, change: 'removed' as const, facts: null };
    const broken = { ...entry, change: 'added' as const, facts: null };
    const counts = { ...nothing.counts, entries: 2 };
    const text = pullRequestComment(run, { ...nothing, counts, entries: [removed, broken] });
    expect(text).toContain('| `new-chat` | 项目 | 删除 | 条目一般不删，改 status 就好 | – | – |');
    expect(text).toContain('| 新增 | 读不出来，见上面的问题 |');
    expect(text).not.toContain('localhost:8000/projects/');
  });

  it('names projects whose verdict changes although nobody touched them', () => {
    const counts = { ...nothing.counts, entries: 1, verdicts: 2 };
    const verdicts = [{ id: 'vicuna', before: 'conditional' as const, after: 'forbidden' as const }];
    const text = pullRequestComment(run, { ...nothing, counts, entries: [entry], verdicts });
    expect(text).toContain('- `vicuna`：有条件 → 不可商用');
    expect(text).toContain('还有 1 个没有列出');
  });

  it('says so where there is no summary or no preview', () => {
    const text = pullRequestComment({ ...run, previewId: null }, null);
    expect(text).toContain('检查没有留下能读的结果');
    expect(text).toContain('这次没有生成预览');
    expect(text).not.toContain('artifacts');
  });
});

const HOSTILE = [
  '@everyone 请看',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '[点这里](https://evil.example) ![图](https://evil.example/a.png)',
  'https://evil.example www.evil.example a@evil.example',
  '`code` `` two `` ```` four',
  '``',
  '`',
  ' `@org/team` ',
  '\\`@everyone\\`',
  'a\n\n# 标题\n\n- @everyone',
  'a\r\n| b | c |\r\n|---|---|',
  '| @everyone | https://evil.example |',
  '<!-- ',
  '--> <b>',
  '</details></summary>',
  '\u202e\u200b@everyone\u0000\u0007',
  '\ud800 \udfff',
  '#1 owner/catalogue#1 GH-1 0123456789abcdef0123456789abcdef01234567',
  '$`x`$ $$y$$',
  ':tada: &lt;b&gt; &#64;everyone',
  'javascript:alert(1)',
  '](https://evil.example)@everyone.md',
  '长'.repeat(SUMMARY_LIMITS.text),
  '`'.repeat(SUMMARY_LIMITS.text),
];

/** Everything that Markdown could act on: links, images, HTML, and text that GitHub makes into mentions or references. */
function actingParts(markdown: string): string[] {
  const allowed = [
    'https://github.com/owner/catalogue/',
    'https://site.example/contribute/errors/',
    // What the parser makes of a link's own text stays in its code span.
  ];
  return nodesOf(markdown).flatMap((node): string[] => {
    if (node.type === 'html') return node.value === COMMENT_MARK ? [] : [node.value];
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') return [node.type];
    if (node.type === 'link') return allowed.some((start) => node.url.startsWith(start)) ? [] : [node.url];
    if (node.type === 'text') return /@|evil|everyone|:\/\/|www\.|#\d|:tada:|\$/.test(node.value) ? [node.value] : [];
    return [];
  });
}

describe.each(HOSTILE)('the hostile text %j', (text) => {
  const hostile: Summary = {
    version: 1,
    counts: { files: 1, errors: 1, warnings: 1, fixable: 0, entries: 2, verdicts: 1 },
    findings: [
      { ...finding, file: text, message: text, hint: text },
      { ...finding, severity: 'warning', file: `content/projects/${text}`.slice(0, SUMMARY_LIMITS.text) },
    ],
    entries: [
      { ...entry, file: text, id: text, facts: { ...entry.facts!, name: text } },
      { ...entry, file: text, id: text, change: 'removed', facts: null },
    ],
    verdicts: [{ id: text, before: 'allowed', after: 'forbidden' }],
  };

  it('does nothing in the comment', () => {
    expect(summarySchema.safeParse(hostile).success).toBe(true);
    const markdown = pullRequestComment(run, hostile);
    expect(actingParts(markdown)).toEqual([]);
  });

  it('leaves the comment its shape: three headings, one table of three rows', () => {
    const nodes = nodesOf(pullRequestComment(run, hostile));
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(4);
    const rows = nodes.filter((node) => node.type === 'tableRow');
    expect(rows.map((row) => row.children.length)).toEqual([6, 6, 6]);
  });

  it('is one code span, or nothing', () => {
    const shown = inert(text, 200);
    const nodes = nodesOf(`- ${shown} 。`).filter(
      ({ type }) => !['root', 'list', 'listItem', 'paragraph'].includes(type),
    );
    expect(nodes.map(({ type }) => type)).toEqual(shown === '' ? ['text'] : ['inlineCode', 'text']);
    expect(shown).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e]/);
  });
});

it.each([
  ['汉', 1_999_980],
  // A code span of backticks is three times as long as what it shows.
  ['`', 1_999_992],
])('keeps below what GitHub takes, however much there is of %s', (character, left) => {
  const long = character.repeat(SUMMARY_LIMITS.text);
  const many = <Item>(item: Item, n: number) => Array.from({ length: n }, () => item);
  const facts = { ...entry.facts!, name: long, missing: many('a'.repeat(60), 30) };
  const huge: Summary = {
    version: 1,
    counts: { files: 1e6, errors: 1e6, warnings: 1e6, fixable: 1e6, entries: 1e6, verdicts: 1e6 },
    findings: many({ ...finding, file: long, message: long, hint: long }, SUMMARY_LIMITS.findings),
    entries: many({ ...entry, file: 'a'.repeat(300), id: long, facts }, SUMMARY_LIMITS.entries),
    verdicts: many({ id: long, before: 'allowed', after: 'forbidden' }, SUMMARY_LIMITS.verdicts),
  };
  expect(summarySchema.safeParse(huge).success).toBe(true);
  const text = pullRequestComment(run, huge);
  expect(text.length).toBeLessThan(60_000);
  expect(text).toContain(`还有 ${left} 处`);
});

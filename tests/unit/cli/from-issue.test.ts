import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entryFile } from '../../../src/domain/entry/entry-file.ts';
import { openContent } from '../../../src/cli/entry/content.ts';
import { eventSchema, fromIssue } from '../../../src/cli/entry/from-issue.ts';
import { issueComment, issueSummary } from '../../../src/cli/entry/issue-result.ts';
import { PROJECT_QUESTIONS } from '../../../src/domain/entry/fields.ts';
import { issueSections } from '../../../src/domain/entry/issue.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { ISSUE_LABELS, issueFields, issueForms } from '../../../src/outputs/issue-forms.ts';
import { catalogFrom } from '../../../src/rules/check.ts';
import { github } from '../../../src/site.config.ts';
import { ROOT } from '../../support/built.ts';
import { contentRoot, type ContentRoot } from '../../support/content-root.ts';

const CATEGORIES = [{ id: 'independent', name: '自主模型' }];

/** Writes an issue as GitHub does of a form: every field in order, those left empty said so. */
function issueBody(kind: 'new' | 'correction', answers: Record<string, string>): string {
  return issueFields(kind, CATEGORIES)
    .map(({ path, label }) => `### ${label}\n\n${answers[path] ?? '_No response_'}`)
    .join('\n\n');
}

const SAID = {
  name: 'Sample',
  kind: 'chat-model 对话模型',
  categories: 'independent 自主模型',
  organizations: '实验室',
  summary: '一个只在测试里出现的对话模型，用来检验写文件的代码。',
  'links.repo': 'https://github.com/lab/sample',
  'licenses.code': 'mit',
  variants: '- Sample-7B; parameters=7B\n- Sample-13B; parameters=13B; contextLength=4096',
  lineage: 'none',
  evidence: 'https://github.com/lab/sample',
};

let content: ContentRoot;
beforeEach(() => {
  content = contentRoot();
});
afterEach(() => content.remove());

interface Summary {
  ok: boolean;
  refused?: string;
  files: string[];
  branch: string;
  title: string;
  removed: number;
  findings: { code: string; message: string }[];
}

function run(body: string, labels: readonly string[] = [ISSUE_LABELS.new]) {
  const event = join(content.root, 'event.json');
  const comment = join(content.root, 'comment.md');
  const issue = {
    number: 7,
    title: '新条目：',
    body,
    created_at: '2026-11-24T01:02:03Z',
    labels: labels.map((name) => ({ name })),
  };
  writeFileSync(event, JSON.stringify({ action: 'labeled', issue }));
  const args = [join(ROOT, 'src/cli/from-issue.ts'), '--event', event, '--root', content.root, '--comment', comment];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { status, summary: JSON.parse(stdout) as Summary, comment: readFileSync(comment, 'utf8') };
}

/** Runs the same without a process of its own. */
async function make(body: string, labels: readonly string[] = [ISSUE_LABELS.new]) {
  const issue = eventSchema.shape.issue.parse({
    number: 7,
    body,
    created_at: '2026-11-24T01:02:03Z',
    labels: labels.map((name) => ({ name })),
  });
  const result = await fromIssue(issue, await openContent(content.root, '2026-11-24'), content.root);
  return { summary: issueSummary(result) as unknown as Summary, comment: issueComment(result) };
}

const text = (path: string) => readFileSync(join(content.root, path), 'utf8');
const projects = () => readdirSync(join(content.root, 'content/projects'));

describe('an issue "new project"', () => {
  it('becomes the same bytes as the same answers given any other way', () => {
    const { status, summary } = run(issueBody('new', SAID));
    expect([status, summary.findings]).toEqual([0, []]);
    expect(summary).toMatchObject({
      ok: true,
      files: ['content/projects/sample.md'],
      branch: 'issue-7-sample',
      title: '收录 Sample',
    });
    const expected = entryFile({
      id: 'sample',
      name: 'Sample',
      categories: 'independent',
      kind: 'chat-model',
      organizations: 'lab',
      summary: SAID.summary,
      'links.repo': SAID['links.repo'],
      'licenses.code': 'MIT',
      'variants.0.name': 'Sample-7B',
      'variants.0.parameters': '7B',
      'variants.1.name': 'Sample-13B',
      'variants.1.parameters': '13B',
      'variants.1.contextLength': '4096',
      lineage: 'none',
      'evidence.0.url': 'https://github.com/lab/sample',
      'evidence.0.accessed': '2026-11-24',
      'changes.0.date': '2026-11-24',
      'changes.0.kind': 'added',
      'changes.0.text': '收进目录',
    });
    expect(text('content/projects/sample.md')).toBe(expected.text);
  }, 60_000);

  it('makes the organisation and licence that it describes', async () => {
    const { summary } = await make(
      issueBody('new', {
        ...SAID,
        organizations: 'nolab',
        'licenses.code': 'nolab-license',
        newOrganizations: 'nolab; name=No Lab; kind=lab; homepage=https://nolab.example/',
        newLicenses: 'nolab-license; name=No Lab License; text=https://nolab.example/license',
      }),
    );
    expect(summary.findings).toEqual([]);
    expect(summary.files).toEqual([
      'content/projects/sample.md',
      'content/organizations/nolab.yml',
      'content/licenses/nolab-license.yml',
    ]);
  });

  it('says what to write where something is wrong, and writes nothing', async () => {
    const { summary, comment } = await make(issueBody('new', { ...SAID, summary: '太短', 'licenses.code': 'MTI' }));
    expect(summary.findings.map(({ code }) => code)).toEqual(['bad-value']);
    expect(comment).toContain('一句话简介至少 20 字');
    expect(comment).toContain('name: Sample');
    expect(projects()).toEqual(['old.md']);
  });

  it('takes a body in one box, headings in it included', async () => {
    const body = `## 是什么\n\n${'字'.repeat(120)}。\n\n## 局限与争议\n\n${'字'.repeat(100)}。`;
    const { summary } = await make(issueBody('new', { ...SAID, body: `\`\`\`markdown\n${body}\n\`\`\`` }));
    expect(summary.findings).toEqual([]);
    expect(text('content/projects/sample.md')).toContain(`---\n\n${body}\n`);
  });

  it('does not overwrite', async () => {
    const before = text('content/projects/old.md');
    const { summary, comment } = await make(issueBody('new', { ...SAID, id: 'old' }));
    expect(summary.ok).toBe(false);
    expect(comment).toContain('content/projects/old.md 已经有了');
    expect(text('content/projects/old.md')).toBe(before);
  });

  it.each([
    '../../../etc/passwd',
    '../organizations/lab',
    '/etc/passwd',
    'a/b',
    'A',
    '.github/workflows/x',
    'x.md\u0000',
    '..',
    'a'.repeat(300),
  ])('writes nowhere for the id %s', async (id) => {
    const { summary, comment } = await make(issueBody('new', { ...SAID, id }));
    expect(summary.ok).toBe(false);
    expect(summary.refused).toContain('不合规矩');
    expect(comment).not.toContain('\u0000');
    expect(projects()).toEqual(['old.md']);
  });

  it('keeps YAML in values where it is: text', async () => {
    const name = "Sample', evil: true, x: '";
    const hostile = {
      ...SAID,
      name,
      id: 'sample',
      aliases: '甲\n---\nstatus: { state: hoax }\n!!js/function "x"\n*a &b',
      'links.homepage': 'javascript:alert(1)',
    };
    const { summary, comment } = await make(issueBody('new', hostile));
    // The address is refused; nothing else of it is read as anything but text.
    expect(summary.findings.map(({ message }) => message.split(':')[0])).toEqual(['links.homepage']);
    const file = comment.slice(comment.indexOf('---\n'));
    const facts = parse(file.slice(4, file.indexOf('\n---\n', 4))) as Record<string, unknown>;
    expect(facts).toMatchObject({
      name,
      aliases: ['甲', '---', 'status: { state: hoax }', '!!js/function "x"', '*a &b'],
    });
    expect(facts).not.toHaveProperty('status');
    expect(facts).not.toHaveProperty('evil');
  });

  it('refuses HTML and scripts in the body, as the checker does', async () => {
    const body = `## 是什么\n\n${'字'.repeat(220)}<script>alert(1)</script> <!-- open`;
    const { summary } = await make(issueBody('new', { ...SAID, body }));
    expect(summary.findings.map(({ code }) => code)).toContain('body-safety');
    expect(projects()).toEqual(['old.md']);
  });

  it('drops closed comments and hidden characters, and refuses what turns text around', async () => {
    const { summary, comment } = await make(
      issueBody('new', { ...SAID, name: 'Sam\u200bp\ufeffle <!-- write here -->' }),
    );
    expect(summary).toMatchObject({ ok: true, removed: 2, files: ['content/projects/sample.md'] });
    expect(comment).toContain('2 个看不见的字符');
    const turned = await make(issueBody('new', { ...SAID, id: 'other', name: 'abc\u202edef' }));
    expect(turned.summary.refused).toContain('改变文字方向');
  });

  it('refuses what is too long', async () => {
    expect((await make(issueBody('new', { ...SAID, body: '字'.repeat(70_000) }))).summary.refused).toContain('太长');
    expect((await make(issueBody('new', { ...SAID, body: '字'.repeat(25_000) }))).summary.refused).toContain('20000');
    expect((await make(issueBody('new', { ...SAID, name: 'n'.repeat(2_000) }))).summary.refused).toContain('1000');
    expect((await make('')).summary.ok).toBe(false);
  });

  it('cannot leave the code blocks of the answer, nor mention anybody', async () => {
    const name = '````\n@everyone [x](https://evil.example) <img src=x>';
    const { comment } = await make(issueBody('new', { ...SAID, id: 'sample', name, summary: '```\n@everyone' }));
    const outside = comment.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/@everyone|evil\.example|<img/);
  });

  it('does nothing for other labels', async () => {
    expect((await make(issueBody('new', SAID), ['bug'])).summary.refused).toContain(ISSUE_LABELS.new);
    expect((await make(issueBody('new', SAID), [ISSUE_LABELS.new, ISSUE_LABELS.correction])).summary.ok).toBe(false);
  });
});

describe('an issue "correction"', () => {
  const correction = {
    id: 'old',
    field: 'released 发布日期',
    value: '2025-05-06',
    evidence: 'https://github.com/lab/old/releases',
    note: '发布页写明了日子',
  };

  it('changes one field, with its source and a line in the changes, and nothing else', async () => {
    const before = text('content/projects/old.md');
    const { summary } = await make(issueBody('correction', correction), [ISSUE_LABELS.correction]);
    expect(summary).toMatchObject({ ok: true, title: '更正 Old One：发布日期', branch: 'issue-7-old' });
    const after = text('content/projects/old.md');
    const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(added).toContain('released: 2025-05-06');
    expect(added).toContain('  - { date: 2026-11-24, kind: corrected, text: 发布页写明了日子 }');
    expect(added).toContain('    url: https://github.com/lab/old/releases');
    expect(parse(after.split('\n---\n')[0]!)).toMatchObject({ name: 'Old One', aliases: ['老一号'] });
  });

  it('refuses entries that are not there, paths, unknown fields, wrong values and no change', async () => {
    const refused = async (answers: Record<string, string>) => {
      const { summary } = await make(issueBody('correction', { ...correction, ...answers }), [ISSUE_LABELS.correction]);
      return summary.refused ?? summary.findings.map(({ message }) => message).join();
    };
    const before = text('content/projects/old.md');
    expect(await refused({ id: 'nothing' })).toContain('没有条目');
    expect(await refused({ id: '../../README' })).toContain('不合规矩');
    expect(await refused({ field: '__proto__ x' })).toContain('__proto__');
    expect(await refused({ field: 'evidence 证据' })).toContain('evidence');
    expect(await refused({ value: 'yesterday' })).toContain('2023-03-14');
    expect(await refused({ field: 'name 名字', value: 'Old One' })).toContain('没有要改的');
    expect(text('content/projects/old.md')).toBe(before);
  });
});

describe('the parts of an issue', () => {
  const labels = ['甲', '乙', '丙'];

  it('begin at the form’s own labels, in order and outside fences', async () => {
    const body = '### 甲\n\n一\n\n### 别的\n```\n### 乙\n```\n### 乙\n\n二\n### 甲\n尾\n\n### 丙\n\n_No response_';
    expect([...issueSections(body, labels)]).toEqual([
      ['甲', '一\n\n### 别的\n```\n### 乙\n```'],
      ['乙', '二\n### 甲\n尾'],
    ]);
    expect([...issueSections('### 甲\r\n\r\n一\r\n', labels)]).toEqual([['甲', '一']]);
    expect([...issueSections('~~~\n### 甲\n~~~~ x\n### 乙\n', labels)]).toEqual([]);
  });

  it('are read in no time, whatever they hold', async () => {
    const body = `### 甲\n\n${'<!--'.repeat(10_000)}${'`'.repeat(10_000)}`;
    expect(issueSections(body, labels).get('甲')!.length).toBe(50_000);
  });
});

describe('the issue forms', () => {
  it('are what the schema, the categories and the words make of them (npm run issue-forms)', async () => {
    const { categories } = catalogFrom(await readContent(ROOT));
    for (const [name, expected] of Object.entries(issueForms(categories, github.source('CONTRIBUTING.md'))))
      expect(readFileSync(join(ROOT, '.github/ISSUE_TEMPLATE', name), 'utf8'), name).toBe(expected);
  });

  it('ask for everything that the schema requires, under labels of their own', async () => {
    for (const kind of ['new', 'correction', 'deadLink'] as const) {
      const labels = issueFields(kind, CATEGORIES).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
    const asked = issueFields('new', CATEGORIES).map(({ path }) => path.split('.')[0]);
    for (const { key, required } of PROJECT_QUESTIONS) if (required) expect(asked).toContain(key);
    expect(existsSync(join(ROOT, '.github/ISSUE_TEMPLATE/config.yml'))).toBe(true);
  });
});

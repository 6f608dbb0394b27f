import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entryFile } from '../../../src/domain/entry/entry-file.ts';
import { runNew } from '../../../src/cli/entry/run-new.ts';
import { isAllowedPath } from '../../../src/cli/entry/write-files.ts';
import { contentRoot, type ContentRoot } from '../../support/content-root.ts';

/** What the local stand-in for GitHub answers, by path. */
const ANSWERS: Record<string, { status: number; body: string }> = {
  '/repos/lab/sample': {
    status: 200,
    body: JSON.stringify({
      full_name: 'lab/Sample',
      description: 'A sample',
      homepage: 'https://sample.example/',
      created_at: '2026-01-02T03:04:05Z',
      archived: true,
      license: { spdx_id: 'Apache-2.0' },
      owner: { login: 'Lab', type: 'Organization' },
    }),
  },
  '/repos/someone/moved': {
    status: 200,
    body: JSON.stringify({
      full_name: 'newcomer/moved',
      homepage: 'javascript:alert(1)',
      license: { spdx_id: 'NOASSERTION' },
      owner: { login: 'Newcomer', type: 'User' },
    }),
  },
  '/repos/lab/limited': { status: 403, body: '{}' },
  '/repos/lab/garbled': { status: 200, body: '<html>' },
  '/repos/lab/odd': { status: 200, body: '{"full_name":"../../etc"}' },
};

let github: Server;
let api: string;
beforeAll(async () => {
  github = createServer((request, response) => {
    const { status, body } = ANSWERS[request.url ?? ''] ?? { status: 404, body: '{}' };
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
});
afterAll(() => github.close());

let content: ContentRoot;
beforeEach(() => {
  content = contentRoot();
});
afterEach(() => content.remove());

interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  let stdout = '';
  let stderr = '';
  const code = await runNew(args, {
    env: { GITHUB_API_URL: api, ...env },
    today: '2026-11-24',
    isTerminal: false,
    root: content.root,
    print: (text) => (stdout += `${text}\n`),
    say: (text) => (stderr += `${text}\n`),
  });
  return { code, stdout, stderr };
}

const BASE = [
  '--yes',
  '--name=Sample',
  '--category=自主模型',
  '--kind=chat-model',
  '--summary=一个只在测试里出现的对话模型，用来检验写文件的代码。',
];
const projects = () => readdirSync(join(content.root, 'content/projects')).sort();
const text = (path: string) => readFileSync(join(content.root, path), 'utf8');
const factsOf = (path: string) => parse(text(path).split('\n---\n')[0]!) as Record<string, unknown>;

describe('npm run new', () => {
  it('writes a file that passes from flags and GitHub, every fact of GitHub’s with its source and day', async () => {
    const { code, stderr } = await run([...BASE, '--repo=https://github.com/lab/sample']);
    expect(stderr).toContain('没有问题');
    expect(stderr).toContain('npm run check content/projects/sample.md');
    expect(code).toBe(0);
    const facts = factsOf('content/projects/sample.md');
    expect(facts).toMatchObject({
      organizations: ['lab'],
      categories: ['independent'],
      released: '2026-01-02',
      links: { repo: 'https://github.com/lab/Sample', homepage: 'https://sample.example/' },
      licenses: { code: 'Apache-2.0' },
      status: { state: 'archived' },
    });
    expect(facts['evidence']).toEqual([
      {
        id: 'github-api',
        url: 'https://api.github.com/repos/lab/Sample',
        title: expect.stringContaining('lab/Sample') as string,
        accessed: '2026-11-24',
        supports: ['links.repo', 'links.homepage', 'released', 'licenses.code', 'status', 'organizations'],
      },
    ]);
  });

  it('does not overrule what a person says, nor claims a source for it', async () => {
    await run([...BASE, '--repo=https://github.com/lab/sample', '--license-code=MIT', '--released=2025-12']);
    const facts = factsOf('content/projects/sample.md');
    expect(facts).toMatchObject({ released: '2025-12', licenses: { code: 'MIT' } });
    expect((facts['evidence'] as { supports: string[] }[])[0]!.supports).not.toContain('licenses.code');
  });

  it('makes an organisation for an unknown owner and keeps the old address of a moved repository', async () => {
    const { code } = await run([...BASE, '--repo=https://github.com/someone/moved']);
    expect(code).toBe(0);
    expect(factsOf('content/projects/sample.md')['links']).toEqual({
      repo: 'https://github.com/newcomer/moved',
      movedFrom: ['https://github.com/someone/moved'],
    });
    expect(parse(text('content/organizations/newcomer.yml'))).toMatchObject({ name: 'Newcomer', kind: 'individual' });
  });

  it.each([
    ['lab/nothing', '没有这个仓库'],
    ['lab/limited', '请求次数用完'],
    ['lab/garbled', '看不懂'],
    ['lab/odd', '看不懂'],
  ])('goes on where GitHub says nothing useful about %s', async (repository, why) => {
    const url = `https://github.com/${repository}`;
    const { code, stderr } = await run([
      ...BASE,
      `--repo=${url}`,
      '--organization=lab',
      '--license-code=MIT',
      `--evidence=${url}`,
    ]);
    expect(stderr).toContain(why);
    expect(code).toBe(0);
  });

  it('goes on offline', async () => {
    const args = [...BASE, '--repo=https://github.com/lab/sample', '--organization=lab', '--license-code=MIT'];
    const { code, stderr } = await run([...args, '--evidence=https://github.com/lab/sample'], {
      GITHUB_API_URL: 'http://127.0.0.1:9',
    });
    expect(stderr).toContain('连不上');
    expect(code).toBe(0);
  });

  it('prints and writes nothing with --dry-run', async () => {
    const { code, stdout } = await run([...BASE, '--dry-run', '--repo=https://github.com/lab/sample']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^---\nname: Sample\n/);
    expect(projects()).toEqual(['old.md']);
  });

  it('gives the same bytes as the core for the same answers', async () => {
    const args = ['--id=sample', '--repo=https://github.com/lab/sample', '--organization=lab', '--license-code=MIT'];
    const items = [
      '--evidence=https://github.com/lab/sample; accessed=2026-01-02',
      '--change=收; date=2026-01-02; kind=added',
    ];
    const { stdout } = await run([...BASE, '--dry-run', '--offline', ...args, ...items]);
    const expected = entryFile({
      id: 'sample',
      name: 'Sample',
      categories: 'independent',
      kind: 'chat-model',
      organizations: 'lab',
      summary: '一个只在测试里出现的对话模型，用来检验写文件的代码。',
      'links.repo': 'https://github.com/lab/sample',
      'licenses.code': 'MIT',
      'evidence.0.url': 'https://github.com/lab/sample',
      'evidence.0.accessed': '2026-01-02',
      'changes.0.date': '2026-01-02',
      'changes.0.kind': 'added',
      'changes.0.text': '收',
    });
    expect(stdout).toBe(`${expected.text}\n`);
  });

  it('never overwrites, and names what is the same already', async () => {
    const before = text('content/projects/old.md');
    const { code, stderr } = await run([
      ...BASE,
      '--id=old',
      '--name=老一号',
      '--offline',
      '--repo=https://github.com/lab/old',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('同一个仓库');
    expect(stderr).toContain('content/projects/old.md 已经有了');
    expect(text('content/projects/old.md')).toBe(before);
    expect(projects()).toEqual(['old.md']);
  });

  it('says what is wrong, with the nearest word, and which file an unknown name needs', async () => {
    const { code, stderr } = await run([
      ...BASE,
      '--offline',
      '--kind=chat-modle',
      '--organization=nolab',
      '--license-code=Apache2',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('你是不是想写 chat-model？');
    expect(stderr).toContain('content/organizations/nolab.yml');
    const refused = await run(['--kindd=agent']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('你是不是想写 --kind？')]);
  });

  it('makes the organisation and licence that it is told about, and both pass', async () => {
    const { code, stderr } = await run([
      ...BASE,
      '--offline',
      '--repo=https://github.com/nolab/x',
      '--organization=nolab',
      '--license-code=nolab-license',
      '--evidence=https://github.com/nolab/x',
      '--new-organization=nolab; name=No Lab; kind=lab; homepage=https://nolab.example/',
      '--new-license=nolab-license; name=No Lab License; text=https://nolab.example/license; summary=还没有人读过它。; accessed=2026-01-02',
    ]);
    expect(stderr).toContain('没有问题');
    expect(code).toBe(0);
    expect(parse(text('content/licenses/nolab-license.yml'))).toMatchObject({
      family: 'custom',
      commercialUse: 'unknown',
    });
  });

  it('has no id for a name without letters, and asks for one', async () => {
    const { code, stderr } = await run([...BASE, '--name=文心', '--offline']);
    expect(code).toBe(1);
    expect(stderr).toContain('--id');
    expect(projects()).toEqual(['old.md']);
  });

  it('says in a sentence that it may not write', async () => {
    writeFileSync(join(content.root, 'content/organizations/newcomer.yml'), 'name: N\nkind: lab\n');
    const { code, stderr } = await run([...BASE, '--repo=https://github.com/someone/moved']);
    expect(code).toBe(1);
    expect(stderr).toContain('content/organizations/newcomer.yml 已经有了');
  });

  it('lists every flag with what the schema says about it', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const flag of [
      '--repo',
      '--license-weights',
      '--training-reward-model',
      '--variant',
      '--evidence',
      '--dry-run',
    ])
      expect(stdout).toContain(`${flag}\n`);
    expect(existsSync(join(content.root, 'content/projects/.md'))).toBe(false);
  });
});

it('writes to three folders and nowhere else', () => {
  expect(
    ['content/projects/a-1.2.md', 'content/licenses/Apache-2.0.yml', 'content/organizations/x.yml'].filter(
      isAllowedPath,
    ),
  ).toHaveLength(3);
  const hostile = [
    'content/projects/../../etc/passwd',
    'content/projects/.md',
    'content/projects/a/b.md',
    'content/projects/a\\b.md',
    'content/projects/A.md',
    'content/projects/a..b.md',
    'content/projects/a.mdx',
    'content/projects/a.md\n',
    '/content/projects/a.md',
    './content/projects/a.md',
    'content/guides/a.mdx',
    '.github/workflows/a.yml',
    `content/projects/${'a'.repeat(200)}.md`,
  ];
  expect(hostile.filter(isAllowedPath)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { editFrontMatter, type Edit } from '../../../src/rules/front-matter-edit.ts';
import { parseSource } from '../../../src/rules/source.ts';

const FILE = `---
# 这行注释要留着
name:   "Sample"   # 引号和空格也是
links:
  repo: https://github.com/lab/sample   # 地址
  weights: [https://huggingface.co/lab/sample]
status: { state: active, reason: 还在更新 }
changes:
  - { date: 2023-03-14, kind: added, text: 收进目录 } # 一条
  # 末尾的注释
evidence:
  - id: readme
    url: https://github.com/lab/sample
    supports: [links]

  - id: other
    url: https://lab.example/
    supports:
      - name
---

正文里的 repo: https://github.com/lab/sample 不动。
`;

const read = (text: string) => parseSource('projects', 'content/projects/sample.md', text);

function edited(text: string, ...edits: Edit[]): string {
  const result = editFrontMatter(read(text), edits);
  if ('refused' in result) throw new Error(result.refused);
  return result.text;
}

/** The lines that differ, as a reviewer sees them. */
function diff(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe('editFrontMatter', () => {
  it('sets a value and leaves its comment and blanks', () => {
    const after = edited(FILE, { op: 'set', path: ['links', 'repo'], value: 'https://github.com/new/sample' });
    expect(diff(FILE, after)).toEqual([
      '-   repo: https://github.com/lab/sample   # 地址',
      '+   repo: https://github.com/new/sample   # 地址',
    ]);
  });

  it('puts a key that is not there behind the one before it', () => {
    const edit: Edit = {
      op: 'add',
      path: ['links', 'movedFrom'],
      value: 'https://github.com/old/sample',
      after: ['repo'],
    };
    const after = edited(FILE, edit);
    expect(after).toContain('# 地址\n  movedFrom: [https://github.com/old/sample]\n  weights:');
    expect(diff(FILE, after)).toHaveLength(1);
  });

  it('replaces a whole value', () => {
    const value = { state: 'archived', since: '2024-05-06', reason: '只读: 归档' };
    expect(diff(FILE, edited(FILE, { op: 'set', path: ['status'], value }))).toEqual([
      '- status: { state: active, reason: 还在更新 }',
      "+ status: { state: archived, since: 2024-05-06, reason: '只读: 归档' }",
    ]);
  });

  it('replaces a value that stands on lines of its own', () => {
    const block = FILE.replace(
      'status: { state: active, reason: 还在更新 }',
      'status:\n  state: active\n  reason: 还在更新',
    );
    const after = edited(block, { op: 'set', path: ['status'], value: { state: 'archived' } });
    expect(after).toBe(FILE.replace('{ state: active, reason: 还在更新 }', '{ state: archived }'));
  });

  it('adds to a list in the style of its last item: block, flow, of flow items', () => {
    const value = { id: 'github', url: 'https://github.com/new/sample', supports: ['links.repo'] };
    const block = edited(FILE, { op: 'add', path: ['evidence'], value });
    expect(block).toContain(
      '      - name\n  - id: github\n    url: https://github.com/new/sample\n    supports: [links.repo]\n---',
    );
    const change = { date: '2024-05-06', kind: 'status', text: '归档' };
    expect(edited(FILE, { op: 'add', path: ['changes'], value: change })).toContain(
      '# 一条\n  - { date: 2024-05-06, kind: status, text: 归档 }\n  # 末尾的注释\n',
    );
    expect(edited(FILE, { op: 'add', path: ['links', 'weights'], value: 'https://lab.example/w' })).toContain(
      '[https://huggingface.co/lab/sample, https://lab.example/w]',
    );
  });

  it('works inside a map on one line', () => {
    const oneLine = FILE.replace(
      /links:\n.*\n.*\n/,
      'links: { repo: https://github.com/lab/sample, paper: https://a.example/ }\n',
    );
    const after = edited(
      oneLine,
      { op: 'set', path: ['links', 'repo'], value: 'https://github.com/new/sample' },
      { op: 'add', path: ['links', 'movedFrom'], value: 'https://github.com/lab/sample', after: ['repo'] },
    );
    expect(after).toContain(
      'links: { repo: https://github.com/new/sample, movedFrom: [https://github.com/lab/sample], paper: https://a.example/ }\n',
    );
  });

  it.each([
    ['CRLF', FILE.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${FILE}`],
    ['no body', FILE.slice(0, FILE.indexOf('\n正文')).trimEnd()],
  ])('keeps %s', (_, text) => {
    const edits: Edit[] = [
      { op: 'set', path: ['status'], value: { state: 'archived' } },
      { op: 'add', path: ['evidence'], value: { id: 'github', supports: ['status'] } },
      { op: 'add', path: ['aliases'], value: '别名', after: ['name'] },
    ];
    const after = edited(text, ...edits);
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r\n'));
    const facts = parseDocument(after.replace(/^\uFEFF/, '').split(/^---\r?$/m)[1]!).toJS() as Record<string, unknown>;
    expect(facts).toMatchObject({
      aliases: ['别名'],
      status: { state: 'archived' },
      evidence: [{}, {}, { id: 'github' }],
    });
    expect(after.startsWith(text.slice(0, text.indexOf('links:') - 20))).toBe(true);
  });

  it('refuses rather than lose a comment or invent a place', () => {
    const commented = FILE.replace(
      'status: { state: active, reason: 还在更新 }',
      'status:\n  state: active # 为什么\n  reason: 还在更新',
    );
    const set = (path: Edit['path']): Edit => ({ op: 'set', path, value: { state: 'archived' } });
    expect(editFrontMatter(read(commented), [set(['status'])])).toEqual({ refused: '这里有注释' });
    expect(editFrontMatter(read(FILE), [set(['nowhere', 'status'])])).toEqual({ refused: '没有 nowhere' });
    expect(editFrontMatter(read('没有事实'), [set(['status'])])).toEqual({ refused: '事实读不出来' });
  });
});

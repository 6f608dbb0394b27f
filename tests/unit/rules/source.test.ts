import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/rules/source.ts';

const GOOD = `---
name: Sample
categories: [independent]
kind: chat-model
organizations: [lab]
summary: 一个只在测试里出现的对话模型，用来检验目录的规则。
links:
  repo: https://github.com/lab/sample
licenses: { code: MIT }
evidence:
  - { id: readme, url: https://github.com/lab/sample, accessed: 2026-01-02, supports: [links] }
---

正文
`;

const parse = (text: string, file = 'content/projects/sample.md') => parseSource('projects', file, text);
const findings = (text: string, file?: string) =>
  parse(text, file).findings.map(({ code, line, column, message, hint }) => ({
    code,
    at: `${line}:${column}`,
    message,
    hint,
  }));

describe('parseSource', () => {
  it('reads facts and body', () => {
    const source = parse(GOOD);
    expect(source.findings).toEqual([]);
    expect(source.data).toMatchObject({ name: 'Sample', aliases: [], evidence: [{ accessed: '2026-01-02' }] });
    expect(source.body.trim()).toBe('正文');
    expect(source.bodyOffset).toBe(12);
  });

  it.each([
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${GOOD}`],
    ['no line end at the end', GOOD.replace(/\n\n正文\n$/, '')],
  ])('reads a file with %s', (_, text) => expect(findings(text)).toEqual([]));

  it('says where a misspelt key stands and what was meant', () => {
    expect(findings(GOOD.replace('kind:', 'knd:'))).toEqual([
      {
        code: 'missing-field',
        at: '2:1',
        message: 'kind: 缺少必填字段。',
        hint: expect.stringContaining('chat-model'),
      },
      { code: 'unknown-field', at: '4:1', message: "knd: 没有名为 'knd' 的字段。", hint: '你是不是想写 kind？' },
    ]);
  });

  it('says where a wrong value stands', () => {
    expect(findings(GOOD.replace('2026-01-02', '2026-02-30'))).toMatchObject([
      {
        code: 'bad-value',
        at: '11:55',
        message: expect.stringContaining('evidence[0].accessed: 这一天在日历上不存在'),
      },
    ]);
    expect(findings(GOOD.replace('chat-model', 'chat-modle'))).toMatchObject([
      { at: '4:1', message: "kind: 不能是 'chat-modle'。", hint: '你是不是想写 chat-model？' },
    ]);
  });

  it('refuses other schemes than http(s)', () => {
    expect(findings(GOOD.replace('repo: https://github.com/lab/sample', "repo: 'javascript:alert(1)'"))).toMatchObject([
      { at: '8:3', message: expect.stringContaining('links.repo') },
    ]);
  });

  it('wants a repository or weights', () => {
    expect(findings(GOOD.replace('repo: https://github.com/lab/sample', 'movedFrom: []'))).toMatchObject([
      { at: '7:1', message: expect.stringContaining('至少写 links.repo') },
    ]);
  });

  it.each([
    ['duplicate keys', GOOD.replace('kind:', 'name: Again\nkind:'), '同一个字段写了两次', '4:1'],
    ['tabs', GOOD.replace('  repo:', '\trepo:'), 'Tab', '8:1'],
    ['an anchor and alias', GOOD.replace('name: Sample', 'name: &a Sample\nzhName: *a'), '别名', '2:10'],
  ])('refuses %s', (_, text, words, at) => {
    expect(findings(text)[0]).toMatchObject({ code: 'yaml-syntax', at, message: expect.stringContaining(words) });
  });

  it.each([
    ['a bidirectional override', GOOD.replace('正文', '正\u202e文'), 'U+202E', '14:2'],
    ['a zero-width space in a name', GOOD.replace('Sample', 'Sam\u200bple'), 'U+200B', '2:10'],
    ['a NUL', GOOD.replace('Sample', 'Sam\u0000ple'), 'U+0000', '2:10'],
    ['bytes that are no UTF-8', GOOD.replace('正文', '\ufffd'), 'UTF-8', '14:1'],
  ])('refuses %s and says where it is', (_, text, words, at) => {
    expect(findings(text)).toMatchObject([{ code: 'hidden-character', at, message: expect.stringContaining(words) }]);
  });

  it('refuses YAML tags', () => {
    expect(findings(GOOD.replace('name: Sample', 'name: !!js/function x'))).toMatchObject([
      { code: 'yaml-syntax', at: '2:7', message: expect.stringContaining('标签') },
    ]);
  });

  it.each(['', '没有事实，只有正文。', '---\nname: 没有关上\n'])('refuses a file without front matter: %j', (text) => {
    expect(findings(text)).toMatchObject([{ code: 'front-matter', at: '1:1' }]);
  });

  it.each([
    'content/projects/Sample.md',
    'content/projects/样本.md',
    'content/projects/a_b.md',
    'content/projects/a.txt',
  ])('refuses the file name %s', (file) =>
    expect(findings(GOOD, file)).toMatchObject([{ code: 'file-name', at: '1:1' }]),
  );

  it('keeps an empty front matter from passing', () => {
    expect(findings('---\n---\n').every(({ code }) => code === 'missing-field')).toBe(true);
    expect(findings('---\n---\n')).not.toEqual([]);
  });
});

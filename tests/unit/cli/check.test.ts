import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/built.ts';
import { projectFacts, sourceOf, vocabulary } from '../../support/make.ts';

let root: string;

function write(file: string, content: string | Uint8Array): void {
  const path = join(root, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
}

const GOOD = sourceOf('projects', 'good', projectFacts()).text;
/** A good entry of another name and repository. */
const named = (id: string) => GOOD.replace('name: Sample', `name: ${id}`).replaceAll('lab/sample', `lab/${id}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-'));
  for (const { file, text } of vocabulary()) write(file, text);
});
afterEach(() => rmSync(root, { recursive: true }));

function check(...args: string[]) {
  const env = { ...process.env, GITHUB_ACTIONS: '', NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795478400' };
  const command = [join(ROOT, 'src/cli/check.ts'), '--root', root, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env, timeout: 60_000 });
  return { status, stdout, stderr };
}

interface Row {
  code: string;
  file: string;
  line: number;
  column: number;
  hint: string;
}
const rows = (stdout: string) => (JSON.parse(stdout) as { findings: Row[] }).findings;

describe('good content', () => {
  it('passes, with a byte-order mark and CRLF too', () => {
    write('content/projects/a.md', `\uFEFF${named('a')}`);
    write('content/projects/b.md', named('b').replaceAll('\n', '\r\n'));
    const { status, stdout, stderr } = check();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('没有问题');
  });

  it('is told what would make it better, file by file', () => {
    write('content/projects/a.md', named('a'));
    expect(check('content/projects/a.md').stdout).toMatch(/content\/projects\/a\.md：还可以补.*released/);
  });

  it('may be written in a way that is only advised against', () => {
    write('content/projects/a.md', named('a').replace('name: a', 'name: "a"'));
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toContain('提醒：');
  });
});

/** Spoiled files: name, content, code of a finding that has to be there. */
const SPOILED: [name: string, content: string | Uint8Array, code: string][] = [
  ['empty.md', '', 'front-matter'],
  ['blank.md', '\n\n\n', 'front-matter'],
  ['no-facts.md', '只有正文。', 'front-matter'],
  ['open.md', '---\nname: x\n', 'front-matter'],
  ['scalar.md', '---\n只是一句话\n---\n', 'wrong-type'],
  ['list.md', '---\n- a\n- b\n---\n', 'wrong-type'],
  ['null.md', '---\nnull\n---\n', 'missing-field'],
  ['broken.md', '---\nname: [a, b\n---\n', 'yaml-syntax'],
  ['colon.md', named('colon').replace('summary: ', 'summary: 说明: '), 'yaml-syntax'],
  ['full-width-colon.md', named('full').replace('kind: ', 'kind：'), 'yaml-syntax'],
  ['twice.md', named('twice').replace('kind:', 'kind: chat-model\nkind:'), 'yaml-syntax'],
  ['tabs.md', named('tabs').replace('  repo:', '\trepo:'), 'yaml-syntax'],
  ['tag.md', named('tag').replace('name: tag', 'name: !!js/function tag'), 'yaml-syntax'],
  [
    'bomb.md',
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n---\n`,
    'yaml-syntax',
  ],
  ['merge.md', named('merge').replace('kind:', '<<: *x\nkind:'), 'yaml-syntax'],
  ['brackets.md', `---\nname: ${'['.repeat(20_000)}\n---\n`, 'yaml-syntax'],
  ['braces.md', `---\nname: ${'{a: '.repeat(5_000)}\n---\n`, 'yaml-syntax'],
  ['dashes.md', `---\nname:\n  ${'- '.repeat(5_000)}x\n---\n`, 'yaml-syntax'],
  ['questions.md', `---\n${'? '.repeat(5_000)}x\n---\n`, 'yaml-syntax'],
  [
    'staircase.md',
    `---\n${Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n---\n`,
    'unknown-field',
  ],
  ['long-line.md', named('long').replace('summary: ', `summary: ${'长'.repeat(1_000_000)}`), 'file-size'],
  ['quite-long.md', named('quite').replace('summary: ', `summary: ${'长'.repeat(150_000)}`), 'bad-value'],
  ['zero-width.md', named('zero').replace('name: ', 'name: \u200b'), 'hidden-character'],
  ['bidi.md', `${named('bidi')}\n\u202e正文`, 'hidden-character'],
  ['nul.md', named('nul').replace('name: ', 'name: \u0000'), 'hidden-character'],
  ['latin1.md', Buffer.concat([Buffer.from(named('latin')), Buffer.from([0xe9, 0xff, 0xfe])]), 'hidden-character'],
  ['utf16.md', Buffer.from(`\uFEFF${named('utf16')}`, 'utf16le'), 'hidden-character'],
  ['prototype.md', named('proto').replace('kind:', '__proto__: { a: 1 }\nkind:'), 'unknown-field'],
  ['constructor.md', named('ctor').replace('kind:', 'constructor: x\nkind:'), 'unknown-field'],
  ['number-key.md', named('num').replace('kind:', '1: x\nkind:'), 'unknown-field'],
  ['object-key.md', named('obj').replace('kind:', '? { a: 1 }\n: x\nkind:'), 'unknown-field'],
  ['nothing.md', named('nothing').replace('name: nothing', 'name:'), 'missing-field'],
  ['yes.md', named('yes').replace('name: yes', 'name: true'), 'wrong-type'],
  ['script.md', `${named('script')}\n<script>alert(1)</script>`, 'body-safety'],
  ['scheme.md', `${named('scheme')}\n[看](java&#10;script:alert(1))`, 'body-safety'],
  ['code.mdx', `${named('code')}\n{process.exit()}`, 'body-safety'],
  ['import.mdx', `${named('import')}\nimport x from 'node:fs'`, 'body-safety'],
  ['unclosed.mdx', `${named('unclosed')}\n<Figure`, 'body-safety'],
  ['Upper.md', named('upper'), 'file-name'],
  ['under_score.md', named('under'), 'file-name'],
  ['with space.md', named('space'), 'file-name'],
  ['中文.md', named('zh'), 'file-name'],
  ['notes.txt', '随便记一点', 'file-name'],
  ['no-extension', named('none'), 'file-name'],
  ['future.md', named('future').replace('summary:', 'released: 2099-01-01\nsummary:'), 'date'],
  ['day.md', named('day').replace('summary:', 'released: 2023-02-30\nsummary:'), 'bad-value'],
  ['userinfo.md', named('user').replace('repo: https://', 'repo: https://user:pass@'), 'bad-value'],
  ['local.md', named('local').replace('repo: https://github.com/lab/local', 'repo: file:///etc/passwd'), 'bad-value'],
];

describe('spoiled content', () => {
  it('is refused file by file, with place, code and hint, and without a stack trace', () => {
    for (const [name, content] of SPOILED) write(`content/projects/${name}`, content);
    const { status, stdout, stderr } = check('--format', 'json');
    expect(status).toBe(1);
    expect(stderr).toBe('');
    const found = rows(stdout);
    const codesOf = (name: string) =>
      found.filter(({ file }) => file === `content/projects/${name}`).map(({ code }) => code);
    for (const [name, , code] of SPOILED) expect(codesOf(name), name).toContain(code);
    for (const { line, column, hint } of found) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(hint).not.toBe('');
    }
    const human = check().stdout;
    expect(human).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(human.length).toBeLessThan(200_000);
  });

  it('survives what is no file', () => {
    mkdirSync(join(root, 'content/projects/folder'), { recursive: true });
    symlinkSync('/nowhere', join(root, 'content/projects/dangling.md'));
    symlinkSync('loop.md', join(root, 'content/projects/loop.md'));
    spawnSync('mkfifo', [join(root, 'content/projects/pipe.md')]);
    write('content/project/lost.md', GOOD);
    const found = rows(check('--format', 'json').stdout).map(({ code, file }) => `${code} ${file}`);
    expect(found).toEqual([
      'file-place content/project',
      ...['dangling.md', 'folder', 'loop.md', 'pipe.md'].map((name) => `file-name content/projects/${name}`),
    ]);
  });

  it('is mended in place where asked, only in the files named', () => {
    for (const id of ['a', 'b'])
      write(`content/projects/${id}.md`, named(id).replace('summary:', 'released: 2024/5/1\nsummary:'));
    const { stdout } = check('--fix', 'content/projects/a.md');
    expect(stdout).toContain('自动改好 1 处，改了 1 个文件。');
    expect(readFileSync(join(root, 'content/projects/a.md'), 'utf8')).toContain('released: 2024-05-01\n');
    expect(readFileSync(join(root, 'content/projects/b.md'), 'utf8')).toContain('released: 2024/5/1\n');
  });
});

it('says what to write for arguments that it does not know, without a stack trace', () => {
  for (const args of [['--formt', 'x'], ['--format', 'xml'], ['content/projects/none.md']]) {
    const { status, stderr } = check(...args);
    expect(status).toBe(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).toMatch(/用法|没有这个文件/);
  }
});

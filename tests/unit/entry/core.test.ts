import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { joinList, reordersText, splitList, visible, type Answers } from '../../../src/domain/entry/answers.ts';
import { bodyAnswers, bodyOf, BODY_PATHS } from '../../../src/domain/entry/body.ts';
import { answersFromFile, editedFile } from '../../../src/domain/entry/edit-file.ts';
import { entryFile } from '../../../src/domain/entry/entry-file.ts';
import { answersOf, factsOf } from '../../../src/domain/entry/facts.ts';
import { FIELD_REFERENCES, PROJECT_FIELDS, PROJECT_QUESTIONS } from '../../../src/domain/entry/fields.ts';
import { idOf } from '../../../src/domain/entry/id-of.ts';
import { suggestIds } from '../../../src/domain/entry/ids.ts';
import { groupAnswers } from '../../../src/domain/entry/item-line.ts';
import { choiceWords, fieldLabel } from '../../../src/outputs/entry-words.ts';
import { checkEntry } from '../../../src/rules/check-entry.ts';
import { parseSource } from '../../../src/rules/source.ts';
import { hiddenCharacters } from '../../../src/rules/text.ts';
import { projectSchema } from '../../../src/schema/project.ts';
import { ROOT } from '../../support/built.ts';
import { sourceOf, projectFacts, vocabulary } from '../../support/make.ts';

const FOLDER = join(ROOT, 'content/projects');
const FILES = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** Answers of somebody who knows a little. */
const THIN: Answers = {
  id: 'sample',
  name: 'Sample',
  categories: 'independent',
  kind: 'chat-model',
  organizations: 'lab',
  summary: '一个只在测试里出现的对话模型，用来检验写文件的代码。',
  'links.repo': 'https://github.com/lab/sample',
  'licenses.code': 'MIT',
  'evidence.0.url': 'https://github.com/lab/sample/blob/main/README.md',
  'evidence.0.accessed': '2026-11-24',
};

const checked = (answers: Answers) => {
  const { path, text } = entryFile(answers);
  return checkEntry([parseSource('projects', path, text)], vocabulary());
};

describe('the file of a new entry', () => {
  it('passes the checker, says what was said, and guides to what is unknown', () => {
    expect(checked(THIN)).toEqual([]);
    expect(entryFile(THIN)).toMatchInlineSnapshot(`
      {
        "path": "content/projects/sample.md",
        "text": "---
      name: Sample
      # 井号开头的行是提示：查到了就去掉第一个井号改成真的，查不到留着或删掉都行，页面会写“未知”
      # aliases: [简称, 旧名] # 别人可能输入的每个名字：简称、旧名、昵称、误写
      categories: [independent]
      kind: chat-model
      organizations: [lab]
      # released: 2023-03-14 # 首次公开的日期
      summary: 一个只在测试里出现的对话模型，用来检验写文件的代码。
      links:
        repo: https://github.com/lab/sample
      # variants: [{ name: NAME-7B, parameters: 7B, contextLength: 4096 }] # 尺寸与版本
      # lineage: [{ from: llama-2, relation: finetune }] # 从哪里来；空列表表示没有上游，不写表示未知
      # languages: [zh, en] # 支持的语言，写 ISO 639 代码
      # modalities: { input: [text], output: [text] } # 模态
      # training: { pretraining: absent, sft: released, rewardModel: absent, rlhf: absent } # 项目自己在每一步放出了什么；模型训练时用过但没有放出的写 described
      licenses: { code: MIT }
      # hardware: [{ task: inference, precision: int4, vramGb: 6, basis: measured }] # 显存需求
      # status: { state: active } # 现状
      evidence:
        - id: readme
          url: https://github.com/lab/sample/blob/main/README.md
          accessed: 2026-11-24
          supports: [links.repo, licenses.code]
      # 正文写在下面的 --- 之后，200–600 字，用自己的话。小标题依次是：## 是什么、## 技术路线、## 开放了什么、## 怎么开始、## 局限与争议
      ---
      ",
      }
    `);
  });

  it('has guiding comments that are true: without their first sign they are facts that the schema accepts', () => {
    const lines = entryFile({ ...THIN, 'licenses.code': '' })
      .text.split('\n')
      .filter((line) => /^# [a-z]+: /.test(line));
    expect(lines.length).toBeGreaterThan(7);
    for (const line of lines) {
      const facts = parse(line.slice(2)) as Record<string, unknown>;
      const [key] = Object.keys(facts);
      const schema = projectSchema.shape[key as keyof typeof projectSchema.shape];
      expect(schema.safeParse(facts[key!]).error?.issues, line).toBeUndefined();
    }
  });

  it('asks a tool for nothing that it cannot have', () => {
    const { text } = entryFile({ ...THIN, kind: 'runtime' });
    expect(text).not.toMatch(/^# (?:variants|training|languages|hardware):/m);
    expect(text).toMatch(/^# lineage:/m);
  });

  it('tells no upstream from an unknown one', () => {
    expect(entryFile({ ...THIN, lineage: 'none' }).text).toMatch(/^lineage: \[\]$/m);
    expect(entryFile(THIN).text).toMatch(/^# lineage:/m);
    expect(entryFile({ ...THIN, lineage: 'none', 'lineage.0.from': 'x' }).text).toContain('- { from: x }');
  });

  it('lets a source that says nothing else stand for what no other source names', () => {
    const facts = factsOf({
      ...THIN,
      released: '2026-01',
      'evidence.1.url': 'https://github.com/lab/sample/blob/main/LICENSE',
      'evidence.1.accessed': '2026-11-24',
      'evidence.1.supports': 'licenses',
    });
    expect(facts['evidence']).toEqual([
      expect.objectContaining({ id: 'readme', supports: ['links.repo', 'released'] }),
      expect.objectContaining({ id: 'license', supports: ['licenses'] }),
    ]);
  });

  it('reads back exactly, whatever was typed', () => {
    const nasty = [
      'a: b',
      "it's # not a comment",
      '- item',
      '[x], {y}: z',
      '!!js/function x',
      '*alias',
      '&anchor',
      '---',
      '...',
      'yes',
      'null',
      '~',
      '1e3',
      '0x1F',
      '2023-03-14',
      '"quoted"',
      "'single'",
      '% directive',
      '@at `tick`',
      'back\\slash \\n',
      '| literal',
      '> folded',
      '\u00a0nbsp',
      '中文：冒号，逗号、顿号',
      '👩‍💻 emoji'.replace('\u200d', ''),
      '<!-- html --> <script>alert(1)</script>',
      'x'.repeat(3000),
      ': ',
      '#',
    ];
    for (const text of nasty) {
      const facts = factsOf({
        ...THIN,
        name: text,
        aliases: `${text}\n甲`,
        'variants.0.name': text,
        'claims.0.text': text,
        'links.weights': `${text.replace(/\s+/g, '')}\nhttps://a.example/x`,
      });
      const { text: file } = entryFile({
        ...THIN,
        name: text,
        aliases: `${text}\n甲`,
        'variants.0.name': text,
        'claims.0.text': text,
        'links.weights': `${text.replace(/\s+/g, '')}\nhttps://a.example/x`,
      });
      const head = file.slice(4, file.indexOf('\n---\n', 4));
      expect(parse(head), text).toEqual(facts);
    }
  });

  it('cannot be talked into keys, other files or hidden characters', () => {
    const { text } = entryFile({ ...THIN, name: 'X\nkind: agent\n---\nevil: true', summary: 'a\u202eb\u200bc\u0000' });
    expect(text).toMatch(/^name: '?X kind: agent --- evil: true'?$/m);
    expect(text).toMatch(/^summary: abc$/m);
    expect(text.match(/^---$/gm)).toHaveLength(2);
  });
});

describe('the entries that are there', () => {
  it('become answers and the same facts again', () => {
    for (const { name, text } of FILES) {
      const head = text.slice(4, text.indexOf('\n---\n', 4));
      const facts = parse(head) as Record<string, unknown>;
      expect(factsOf(answersOf(facts)), name).toEqual(facts);
    }
  }, 60_000);

  it('stay as they are, byte for byte, where nothing is corrected', () => {
    for (const { name, text } of FILES) expect(editedFile(text, answersFromFile(text)!) === text, name).toBe(true);
  }, 60_000);

  it('keep the order of ticked boxes, which says nothing', () => {
    const { text } = FILES.find(({ name }) => name === 'chatglm-6b.md')!;
    const answers = answersFromFile(text)!;
    const reversed = Object.entries(answers).map(([path, value]) =>
      /supports$|^modalities/.test(path) ? [path, value.split('\n').reverse().join('\n')] : [path, value],
    );
    expect(editedFile(text, Object.fromEntries(reversed) as Answers)).toBe(text);
    const orders = { ...answers, aliases: answers['aliases']!.split('\n').reverse().join('\n') };
    expect(editedFile(text, orders)).not.toBe(text);
  });

  it('change only where they are corrected', () => {
    const { text } = FILES.find(({ name }) => name === 'chatglm-6b.md')!;
    const answers = answersFromFile(text)!;
    const corrected = editedFile(text, {
      ...answers,
      zhName: '智谱模型',
      'links.demo': 'https://chatglm.cn/',
      'links.homepage': '',
      'body.limits': `${answers['body.limits']}另外。`,
    })!;
    const before = text.split('\n');
    const after = corrected.split('\n');
    expect(before.filter((line) => !after.includes(line))).toEqual([
      '  homepage: https://chatglm.cn/blog',
      before.findLast((line) => line !== ''),
    ]);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'zhName: 智谱模型',
      '  demo: https://chatglm.cn/',
      `${before.findLast((line) => line !== '')}另外。`,
    ]);
    expect(after.indexOf('zhName: 智谱模型')).toBe(2);
  });

  it('keep comments and other people’s layout beside a correction, also with Windows line ends', () => {
    const text = '---\nname: "A"  # a remark\n\n# kept\nsummary: 旧\nkind: agent\n---\n\n## 是什么\n\n旧。\n';
    const answers = answersFromFile(text.replaceAll('\n', '\r\n'))!;
    expect(editedFile(text, { ...answers, summary: '新' })).toBe(text.replace('旧\n', '新\n'));
    expect(editedFile(text, { ...answers, summary: '' })).toBe(text.replace('summary: 旧\n', ''));
    expect(editedFile(text, { ...answers, kind: 'runtime', zhName: '甲' })).toBe(
      text.replace('# a remark\n', '# a remark\nzhName: 甲\n').replace('kind: agent', 'kind: runtime'),
    );
    expect(answersFromFile('no front matter')).toBeNull();
    expect(answersFromFile('---\na: [\n---\n')).toBeNull();
    expect(answersFromFile('---\na: &x 1\nb: *x\n---\n')).toBeNull();
  });
});

describe('the body', () => {
  it('has the headings that the checker agrees to, in order', () => {
    const answers = Object.fromEntries(BODY_PATHS.map((path) => [path, '字'.repeat(50)]));
    expect(checked({ ...THIN, ...answers })).toEqual([]);
    expect(bodyAnswers(bodyOf(answers))).toEqual(answers);
  });

  it('keeps a heading inside code where it is', () => {
    const text = '一。\n\n```\n## 技术路线\n```';
    expect(bodyAnswers(bodyOf({ 'body.what': text }))).toEqual({ 'body.what': text });
  });
});

describe('the questions', () => {
  it('follow the schema: every key once, in its order', () => {
    expect(PROJECT_QUESTIONS.map(({ key }) => key)).toEqual(Object.keys(projectSchema.shape));
    expect(PROJECT_FIELDS.find(({ path }) => path === 'variants.contextLength')).toMatchObject({ kind: 'number' });
    expect(PROJECT_FIELDS.find(({ path }) => path === 'lineage.relicensed')).toMatchObject({ kind: 'flag' });
    expect(PROJECT_QUESTIONS.filter((q) => q.type === 'group' && q.mayBeNone).map(({ key }) => key)).toEqual([
      'lineage',
    ]);
  });

  it('reach into objects within a group, to any depth', () => {
    const paths = PROJECT_FIELDS.map(({ path }) => path);
    expect(paths).toContain('variants.architecture.slidingWindow.tokens');
    const facts = {
      variants: [{ name: 'A', architecture: { layers: 32, slidingWindow: { tokens: 4096, layers: 16 } } }],
    };
    expect(factsOf(answersOf(facts))).toMatchObject(facts);
    expect(groupAnswers('variants', 'A; architecture.layers=32')).toEqual({
      'variants.0.name': 'A',
      'variants.0.architecture.layers': '32',
    });
  });

  it('have a name and words for every choice', () => {
    for (const field of PROJECT_FIELDS) {
      expect(fieldLabel(field.path), field.path).not.toBe(field.path);
      const bare = choiceWords(field).filter(({ value, word }) => value === word);
      expect(bare, field.path).toEqual([]);
    }
  });

  it('know which fields name something that has to exist, as the checker does', () => {
    for (const path of Object.keys(FIELD_REFERENCES)) {
      const [group, key] = path.split('.') as [string, string?];
      const value = path === 'lineage.variants' ? ['Nothing'] : 'nothing-such';
      const item = {
        variants: { name: 'A' },
        lineage: { from: 'external:X', relation: 'finetune' },
        hardware: { task: 'inference', vramGb: 1, basis: 'measured' },
        claims: { text: '说', verdict: 'disputed' },
      }[group];
      const facts = projectFacts({ status: { state: 'superseded' } });
      const base = (facts[group] ?? {}) as object;
      const inner = item ? [{ ...item, [key ?? '']: value }] : { ...base, [key ?? '']: value };
      const wrong = key === undefined ? [value] : path === 'links.repoSharedWith' ? { ...base, [key]: [value] } : inner;
      const source = sourceOf('projects', 'sample', { ...facts, [group]: wrong });
      const codes = checkEntry([source], vocabulary()).map(({ code }) => code);
      expect(codes, path).toContain('reference');
    }
  });
});

describe('texts', () => {
  it('are split as people write lists, and joined so that they split again', () => {
    expect(splitList('甲、乙，丙, d e', true)).toEqual(['甲', '乙', '丙', 'd e']);
    expect(splitList('a, b\nc', true)).toEqual(['a, b', 'c']);
    expect(splitList('zh en、ja', false)).toEqual(['zh', 'en', 'ja']);
    for (const items of [['a'], ['a, b'], ['a, b', 'c'], ['甲、乙']])
      expect(splitList(joinList(items), true)).toEqual(items);
  });

  it('lose every character that the checker calls hidden', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      if (hiddenCharacters(text).length > 0) expect(visible(text), code.toString(16)).toBe('ab');
    }
    expect(reordersText('a\u202eb')).toBe(true);
    expect(reordersText('a\u200bb')).toBe(false);
  });

  it('make ids', () => {
    expect(['Llama 3.1', 'ChatGLM-6B', 'llama.cpp', 'Émile', '文心', 'Qwen2.5-VL'].map(idOf)).toEqual([
      'llama-3.1',
      'chatglm-6b',
      'llama-cpp',
      'emile',
      '',
      'qwen2.5-vl',
    ]);
    expect(suggestIds('MOSS', 'https://github.com/OpenLMLab/MOSS-2', new Set(['moss']))).toEqual([
      'moss-2',
      'openlmlab-moss',
      'openlmlab-moss-2',
    ]);
  });

  it('give the items of a group, one a line', () => {
    expect(groupAnswers('variants', 'A-7B; parameters=7B\nname=B；contextLength=2048')).toEqual({
      'variants.0.name': 'A-7B',
      'variants.0.parameters': '7B',
      'variants.1.name': 'B',
      'variants.1.contextLength': '2048',
    });
    expect(() => groupAnswers('variants', 'A; colour=red')).toThrow('colour=red');
    expect(groupAnswers('evidence', 'https://a.example/?q=1')).toEqual({ 'evidence.0.url': 'https://a.example/?q=1' });
  });
});

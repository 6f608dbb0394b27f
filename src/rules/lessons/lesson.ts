import { checkSources } from '../check.ts';
import type { Finding } from '../finding.ts';
import { keysAt } from '../schema-walk.ts';
import { misplacedSource, parseSource, type Source } from '../source.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../../schema/collections.ts';

/** What a code of the checker means, taught by an example that fails and one that does not. */
export interface Lesson {
  code: string;
  /** What is asked for, in one sentence. */
  title: string;
  /** Why it is asked for. */
  why: string;
  /**
   * What the examples are: top-level fields put into a sample entry, its body, a whole file, or a file's path with
   * the sample entry in it.
   */
  part: 'fields' | 'body' | 'file' | 'path';
  wrong: string;
  right: string;
}

/** The day on which the examples are checked. */
const TODAY = '2026-11-24';

/** Where the sample entry of the examples stands, unless its path is the example. */
const SAMPLE_PATH = 'content/projects/new-chat-7b.md';

const SAMPLE_FIELDS = `name: New Chat 7B
categories: [independent]
kind: chat-model
organizations: [lab]
released: 2024-05-01
summary: 例子里的对话模型，真的条目写它是什么、有多大、有什么不同。
links:
  repo: https://github.com/lab/new-chat
licenses: { code: MIT, weights: MIT, data: unknown }
evidence:
  - id: readme
    url: https://github.com/lab/new-chat/blob/main/README.md
    accessed: 2026-11-20
    supports: [links, variants, lineage, released, hardware, licenses]
`;

const PROSE =
  '这里用自己的话说清楚：它由谁做、从哪里来、开放了哪些东西、怎么开始用、有什么限制。句子短，数字带单位，不确定的不写。'.repeat(
    4,
  );

/** A body that passes, for examples that change a part of one. */
export const SAMPLE_BODY = `\n## 是什么\n\n${PROSE}\n`;

/** The body of the neighbour, for an example that copies it. */
export const NEIGHBOUR_BODY = `\n## 是什么\n\n${'隔壁条目的正文，讲的是另一个项目的来历、尺寸和用法，这几句是它自己的话，别人不要照抄过去。'.repeat(6)}\n`;

/** What the sample entry refers to, and its neighbours. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  'content/categories/independent.md': `---\nname: 自主模型\norder: 1\nsummary: 自己设计、自己预训练的模型。\n---\n`,
  'content/organizations/lab.yml': `name: Lab\nzhName: 实验室\nkind: lab\n`,
  'content/licenses/MIT.yml': licenseText('MIT License', 'permissive', 'allowed'),
  'content/licenses/CC-BY-NC-4.0.yml': licenseText('CC BY-NC 4.0', 'creative-commons', 'forbidden'),
  'content/projects/base-7b.md': `---\n${SAMPLE_FIELDS.replace('New Chat 7B', 'Base 7B')
    .replaceAll('lab/new-chat', 'lab/base')
    .replace('2024-05-01', '2024-02-01')
    .replace(
      'licenses:',
      'variants:\n  - { name: 7B, parameters: 7B }\nlineage: []\nlicenses:',
    )}---\n${NEIGHBOUR_BODY}`,
};

function licenseText(name: string, family: string, commercialUse: string): string {
  const address = 'https://example.org/license';
  return `name: ${name}\nfamily: ${family}\ncommercialUse: ${commercialUse}\nsummary: 例子里的许可证。\ntext: ${address}\nsources:\n  - { url: ${address}, accessed: 2026-11-20 }\n`;
}

/** Splits YAML into its top-level fields: name → text, line end included. */
function topFields(yaml: string): Map<string, string> {
  const blocks = yaml.split(/^(?=[^\s#-])/m).filter((block) => block.trim() !== '');
  return new Map(blocks.map((block) => [block.slice(0, block.indexOf(':')).trim(), block]));
}

function withFields(changes: string): string {
  const fields = topFields(SAMPLE_FIELDS);
  const order = keysAt(COLLECTIONS.projects.schema, []);
  const changed = topFields(changes.endsWith('\n') ? changes : `${changes}\n`);
  // An example about the order of fields keeps its own.
  const names = [...changed.keys()];
  const isOrdered = names.every((name, i) => i === 0 || order.indexOf(name) > order.indexOf(names[i - 1]!));
  if (!isOrdered) {
    for (const name of names) fields.delete(name);
    const text = names.map((name) => changed.get(name)!).join('');
    const all = [...fields.entries()];
    const at = all.findIndex(([name]) => order.indexOf(name) > Math.max(...names.map((n) => order.indexOf(n))));
    return [...all.slice(0, at).map(([, block]) => block), text, ...all.slice(at).map(([, block]) => block)].join('');
  }
  for (const [name, block] of changed) fields.set(name, block);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...fields.entries()]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([, block]) => block)
    .join('');
}

/** The file that an example stands for. */
function fileOf({ part }: Lesson, example: string): { path: string; text: string } {
  if (part === 'path') return { path: example, text: `---\n${SAMPLE_FIELDS}---\n` };
  if (part === 'file') return { path: SAMPLE_PATH, text: example };
  if (part === 'body') return { path: SAMPLE_PATH, text: `---\n${SAMPLE_FIELDS}---\n\n${example}\n` };
  return { path: SAMPLE_PATH, text: `---\n${withFields(example)}---\n` };
}

function sourceAt(path: string, text: string): Source {
  const folder = path.split('/')[1] as CollectionName;
  return COLLECTION_NAMES.includes(folder) ? parseSource(folder, path, text) : misplacedSource(`content/${folder}`);
}

/** Runs the checker over an example, in its small catalogue. What it finds is what the page shows. */
export function findingsOf(lesson: Lesson, side: 'wrong' | 'right'): Finding[] {
  const { path, text } = fileOf(lesson, lesson[side]);
  const neighbours = Object.entries(NEIGHBOURS).map(([file, content]) => sourceAt(file, content));
  return checkSources([...neighbours, sourceAt(path, text)], TODAY);
}

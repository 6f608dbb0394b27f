import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project root of its own below the system's temporary folder. */
export interface FixtureRoot {
  path: string;
  write: (file: string, text: string) => void;
  remove: () => void;
}

const VOCABULARY = {
  'content/categories/independent.md': '---\nname: 自主模型\norder: 1\nsummary: 自己预训练的模型。\n---\n',
  'content/organizations/lab.yml': 'name: Lab\nkind: lab\n',
  'content/licenses/MIT.yml':
    'name: MIT License\nspdx: MIT\nfamily: permissive\ncommercialUse: allowed\nsummary: 随便用，保留版权声明。\ntext: https://opensource.org/license/mit\nsources:\n  - { url: https://opensource.org/license/mit, accessed: 2026-01-02 }\n',
};

/** Writes a root with the given files and what entries refer to: category `independent`, organisation `lab`, licence `MIT`. */
export function fixtureRoot(files: Record<string, string> = {}): FixtureRoot {
  const path = mkdtempSync(join(tmpdir(), 'catalogue-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  for (const [file, text] of Object.entries({ ...VOCABULARY, ...files })) write(file, text);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The text of a small valid entry. `facts` are further lines of front matter. */
export function entryText(id: string, links: string, facts = '', body = ''): string {
  return `---
name: ${id}
categories: [independent]
kind: chat-model
organizations: [lab]
summary: 一个只在测试里出现的对话模型，用来检验目录的规则。
links: ${links}
licenses: { code: MIT }
${facts}evidence:
  - { id: readme, url: https://github.com/lab/${id}, accessed: 2026-01-02, supports: [links, licenses] }
---
${body}`;
}

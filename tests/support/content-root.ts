import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { licenseFacts, projectFacts } from './make.ts';

/** A project root of its own in the temporary folder, with the files that the samples refer to and one project. */
export interface ContentRoot {
  root: string;
  put: (path: string, text: string) => void;
  remove: () => void;
}

/** Makes a root with category `independent`, organisation `lab`, licences `MIT` and `Apache-2.0`, and the project `old`. */
export function contentRoot(): ContentRoot {
  const root = mkdtempSync(join(tmpdir(), 'entry-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const page = (facts: object) => `---\n${stringify(facts)}---\n`;
  put('content/categories/independent.md', page({ name: '自主模型', order: 1, summary: '自己预训练的模型。' }));
  put(
    'content/organizations/lab.yml',
    stringify({ name: 'Lab', zhName: '实验室', kind: 'lab', github: 'https://github.com/lab' }),
  );
  put('content/licenses/MIT.yml', stringify(licenseFacts()));
  put('content/licenses/Apache-2.0.yml', stringify(licenseFacts({ name: 'Apache License 2.0' })));
  const old = projectFacts({ name: 'Old One', aliases: ['老一号'], links: { repo: 'https://github.com/lab/old' } });
  put('content/projects/old.md', page(old));
  return { root, put, remove: () => rmSync(root, { recursive: true }) };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../files/read-content.ts';
import { issueForms } from '../outputs/issue-forms.ts';
import { catalogFrom } from '../rules/check.ts';
import { github } from '../site.config.ts';

/** Writes the issue forms anew after a change of schema, categories or words; a test says when that is due. */
const folder = join(process.cwd(), '.github/ISSUE_TEMPLATE');
const { categories } = catalogFrom(await readContent(process.cwd()));
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(issueForms(categories, github.source('CONTRIBUTING.md'))))
  await writeFile(join(folder, name), text);

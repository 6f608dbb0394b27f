import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../files/write-file.ts';
import { generatedDocs } from './generated-docs.ts';

/** Writes everything that is generated from the schemas: `npm run docs`. */
for (const [file, text] of generatedDocs()) {
  const path = join(process.cwd(), file);
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, text);
  console.log(`写好了 ${file}`);
}

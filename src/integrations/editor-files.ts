import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { CONTENT_FOLDER, listContentFiles } from '../files/read-content.ts';
import { writeWhole } from '../files/write-file.ts';
import { COLLECTION_NAMES, type CollectionName } from '../schema/collections.ts';

/** Astro's list of content files, from the project root: the Astro extension completes the front matter of those in it. */
const MANIFEST = '.astro/collections/collections.json';

/** The part of the list that is used: address of a file, lower case → its collection. */
interface Manifest {
  entries?: Record<string, string>;
}

/** How the language server asks for a file: its address, decoded, in lower case. */
export function manifestKey(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

/**
 * Adds files to Astro's list. Astro lists only files that passed the schema when it last started: a new one, whose
 * author needs the help most, is not among them, nor is any below a folder with a blank in its name.
 * Does nothing where Astro made no list.
 */
export async function addToManifest(
  root: string,
  files: readonly { collection: CollectionName; file: string }[],
): Promise<void> {
  const path = join(root, MANIFEST);
  if (!existsSync(path)) return;
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const missing = files
    .map(({ collection, file }) => [manifestKey(join(root, file)), collection] as const)
    .filter(([key]) => manifest.entries?.[key] === undefined);
  if (missing.length === 0) return;
  const entries = { ...manifest.entries, ...Object.fromEntries(missing) };
  await writeWhole(path, `${JSON.stringify({ ...manifest, entries }, null, 2)}\n`);
}

/** The collection that a file belongs to by its place; undefined outside of `content/`. */
function collectionOf(root: string, path: string): CollectionName | undefined {
  const [folder, name, file] = relative(root, path).replaceAll('\\', '/').split('/');
  return folder === CONTENT_FOLDER && file ? COLLECTION_NAMES.find((collection) => collection === name) : undefined;
}

/** While the development server runs, lets editors complete every file of the content, a new one as soon as it is there. */
export function editorFiles(): AstroIntegration {
  let root = '';
  return {
    name: 'editor-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, logger }) => {
        const say = (error: unknown) => logger.warn(String(error));
        // One after the other: each reads what the last one wrote.
        let last: Promise<void> = (async () => {
          const lists = await Promise.all(
            COLLECTION_NAMES.map(async (collection) =>
              (await listContentFiles(root, collection)).map((file) => ({ collection, file })),
            ),
          );
          await addToManifest(root, lists.flat());
        })().catch(say);
        server.watcher.on('add', (path) => {
          const collection = collectionOf(root, path);
          if (!collection) return;
          last = last.then(() => addToManifest(root, [{ collection, file: relative(root, path) }])).catch(say);
        });
      },
    },
  };
}

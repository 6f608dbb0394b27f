import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Source } from '../rules/source.ts';
import { COLLECTIONS, type CollectionName } from '../schema/collections.ts';
import { CONTENT_FOLDER, listContentFiles, readSource } from './read-content.ts';

/** Puts one file into the store: facts, and the body rendered (`.md`) or left to the page's module (`.mdx`). Unreadable files are left out; the checker says why. */
async function store(context: LoaderContext, source: Source): Promise<void> {
  const { id, file, body, extension } = source;
  if (source.data === null) {
    context.store.delete(id);
    return;
  }
  const digest = context.generateDigest({ file, body, facts: JSON.stringify(source.data) });
  const data = source.data as Record<string, unknown>;
  const isMdx = extension === '.mdx';
  const rendered = isMdx || body === '' ? undefined : await context.renderMarkdown(body);
  context.store.set({
    id,
    data,
    body,
    filePath: file,
    digest,
    ...(rendered ? { rendered } : {}),
    ...(isMdx ? { deferredRender: true } : {}),
  });
}

/** Astro's loader for one folder of `content/`: the same reader and schema as the checker, so the two never differ. */
export function contentLoader(collection: CollectionName): Loader {
  return {
    name: `content-${collection}`,
    schema: COLLECTIONS[collection].schema,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const reload = async (file: string) => store(context, await readSource(root, collection, file));
      context.store.clear();
      for (const file of await listContentFiles(root, collection)) await reload(file);

      const prefix = `${CONTENT_FOLDER}/${collection}/`;
      const inFolder = (path: string) => {
        const file = relative(root, path).replaceAll('\\', '/');
        return file.startsWith(prefix) ? file : undefined;
      };
      const onChange = (path: string) => {
        const file = inFolder(path);
        if (file) void reload(file).catch((error: unknown) => context.logger.error(`${file}: ${String(error)}`));
      };
      context.watcher?.add(`${root}/${prefix}`);
      context.watcher?.on('change', onChange);
      context.watcher?.on('add', onChange);
      context.watcher?.on('unlink', (path) => {
        const name = inFolder(path)?.slice(prefix.length);
        if (name) context.store.delete(name.replace(/\.[^.]+$/, ''));
      });
    },
  };
}

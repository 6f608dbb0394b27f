import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PagefindIndex } from 'pagefind';
import { readContent } from '../files/read-content.ts';
import { searchRecords, type SearchRecord } from '../outputs/search-records.ts';
import { catalogFrom } from '../rules/check.ts';
import { createPaths } from '../domain/paths.ts';
import { paths } from '../site.config.ts';
import { contentType } from './content-type.ts';

/** Addresses without the base path: Pagefind keeps them so, and its client puts the base path in front. */
const rootPaths = createPaths('/');

/** Pagefind's stemmer and segmenter are chosen by this; all pages are Chinese. */
const LANGUAGE = 'zh';

async function createIndex(): Promise<PagefindIndex> {
  const pagefind = await import('pagefind');
  const { index, errors } = await pagefind.createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`搜索索引建不起来：${errors.join('；')}`);
  return index;
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`搜索索引建不起来：${errors.join('；')}`);
}

/** The files of an index made from records, by their path below the index's folder. */
async function indexRecords(records: readonly SearchRecord[]): Promise<Map<string, Uint8Array>> {
  const index = await createIndex();
  for (const record of records) failOn((await index.addCustomRecord({ ...record, language: LANGUAGE })).errors);
  const { files, errors } = await index.getFiles();
  failOn(errors);
  return new Map(files.map(({ path, content }) => [path, content]));
}

/**
 * Builds the search index: over the built pages after a build, and from the content itself at the start of
 * the development server, so that search works there too.
 */
export function searchIndex(): AstroIntegration {
  let root = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, logger }) => {
        const files = (async () => {
          const sources = await readContent(root);
          const bodies = new Map(sources.map((source) => [source.file, source.body]));
          const catalog = catalogFrom(sources);
          return indexRecords(searchRecords(catalog, rootPaths, (file) => bodies.get(file) ?? ''));
        })();
        files.catch((error: unknown) => logger.error(String(error)));
        // The server takes the base path off before it asks; a request that came in another way still has it.
        const folders = [paths.pagefind(), rootPaths.pagefind()];
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '').split('?')[0] ?? '';
          const folder = folders.find((start) => path.startsWith(start));
          if (folder === undefined) return next();
          files.then((index) => {
            const content = index.get(decodeURIComponent(path.slice(folder.length)));
            if (!content) return next();
            response.setHeader('Content-Type', contentType(path));
            response.end(content);
          }, next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const index = await createIndex();
        const { page_count: pages, errors } = await index.addDirectory({ path: fileURLToPath(dir) });
        failOn(errors);
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        failOn(written.errors);
        const { close } = await import('pagefind');
        await close();
        logger.info(`${pages} pages indexed`);
      },
    },
  };
}

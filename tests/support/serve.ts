import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(?:text|image\/svg|application\/(?:json|xml))/;

/** Brotli at the level that hosts use for files compressed ahead of time. */
export function brotli(data: Buffer): Promise<Buffer> {
  return compress(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/** Files compressed so far, by content: a host compresses once, not at every request. */
const compressed = new Map<string, Promise<Buffer>>();

function compressOnce(file: string, body: Buffer): Promise<Buffer> {
  const key = `${file} ${createHash('sha1').update(body).digest('hex')}`;
  const known = compressed.get(key);
  if (known) return known;
  const made = brotli(body);
  compressed.set(key, made);
  return made;
}

async function fileFor(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, normalize(path));
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile()) return file;
  const index = join(file, 'index.html');
  return info?.isDirectory() && (await stat(index).catch(() => undefined)) ? index : undefined;
}

/** A built site, served on a free local port. */
export interface Site {
  /** Address of the site's root, base path included, ending in a slash. */
  url: string;
  close: () => Promise<void>;
}

/** Serves a built folder the way a static host does: index files, the site's own 404 page, brotli, caching of hashed files. */
export async function serve(folder: string, base = '/', port = 0): Promise<Site> {
  const root = base.replace(/\/+$/, '');
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      const inside = path === root || path.startsWith(`${root}/`);
      const found = inside ? await fileFor(folder, path.slice(root.length) || '/') : undefined;
      const file = found ?? join(folder, '404.html');
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const body = await readFile(file);
      response.statusCode = found ? 200 : 404;
      response.setHeader('Content-Type', type);
      response.setHeader(
        'Cache-Control',
        path.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      if (COMPRESSIBLE.test(type) && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
        response.setHeader('Content-Encoding', 'br');
        response.end(await compressOnce(file, body));
      } else response.end(body);
    })().catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: used } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${used}${root}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

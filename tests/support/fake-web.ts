import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a page behaves, for HEAD and GET alike unless `head` says otherwise. */
export interface FakePage {
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds before it answers. */
  delay?: number;
  hangUp?: boolean;
  head?: FakePage;
  /** Given once each before the page behaves as above. */
  first?: FakePage[];
}

export interface FakeHost {
  /** `http://127.0.0.1:<port>`; every fake host has a port, and so a lane, of its own. */
  url: string;
  /** Requests so far, `HEAD /path`. */
  log: string[];
  /** The most requests that were ever under way at once. */
  mostAtOnce: () => number;
  close: () => Promise<void>;
}

/** Serves pages by path on a free local port; other paths answer 404. */
export async function fakeHost(pages: Record<string, FakePage>): Promise<FakeHost> {
  const log: string[] = [];
  let now = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    log.push(`${request.method} ${path}`);
    most = Math.max(most, ++now);
    response.on('close', () => now--);
    const page = pages[path] ?? { status: 404 };
    const behaviour = page.first?.shift() ?? (request.method === 'HEAD' ? (page.head ?? page) : page);
    if (behaviour.hangUp) return void request.socket.destroy();
    setTimeout(() => {
      response.writeHead(behaviour.status ?? 200, behaviour.headers);
      response.end(request.method === 'HEAD' ? undefined : 'text');
    }, behaviour.delay ?? 0).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A repository as the fake knows it. */
export interface FakeRepository {
  id: number;
  fullName: string;
  /** Names that it had before; they answer 301. */
  formerNames?: string[];
  stars?: number;
  pushed?: string | null;
  archived?: boolean;
  archivedAt?: string;
  license?: string | null;
}

/** An answer that is given instead of the true one: once, or always. */
interface Trouble {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds before it answers. */
  delay?: number;
  /** Closes the connection without a word. */
  hangUp?: boolean;
  always?: boolean;
}

export interface FakeGitHub {
  url: string;
  repositories: FakeRepository[];
  /** Answers to give first, by path, in order. */
  trouble: Record<string, Trouble[]>;
  /** Requests that may still be made in this hour; not counted where null. */
  remaining: number | null;
  /** Paths asked for so far, with what they were answered. */
  log: { path: string; status: number; etag: string | undefined; token: string | undefined }[];
  close: () => Promise<void>;
}

function describe({
  id,
  fullName,
  stars = 1,
  pushed = '2024-01-02',
  archived = false,
  license = 'MIT',
}: FakeRepository) {
  return JSON.stringify({
    id,
    full_name: fullName,
    stargazers_count: stars,
    pushed_at: pushed === null ? null : `${pushed}T03:04:05Z`,
    archived,
    license: license === null ? null : { key: license.toLowerCase(), spdx_id: license },
    private: false,
  });
}

/** Serves the part of GitHub's API that the project uses, on a free local port, and every way in which it can go wrong. */
export async function fakeGitHub(repositories: FakeRepository[] = []): Promise<FakeGitHub> {
  const fake: FakeGitHub = {
    url: '',
    repositories,
    trouble: {},
    remaining: null,
    log: [],
    close: async () => undefined,
  };

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = request.url ?? '/';
    const send = (status: number, text: string, headers: Record<string, string> = {}) => {
      fake.log.push({
        path,
        status,
        etag: request.headers['if-none-match'],
        token: request.headers.authorization,
      });
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(text);
    };
    const fault = fake.trouble[path]?.[0];
    if (fault) {
      if (!fault.always) fake.trouble[path]!.shift();
      if (fault.hangUp) {
        fake.log.push({ path, status: 0, etag: undefined, token: undefined });
        request.socket.destroy();
      } else
        setTimeout(
          () => send(fault.status ?? 200, fault.body ?? '{"message":"trouble"}', fault.headers),
          fault.delay ?? 0,
        ).unref();
      return;
    }
    if (fake.remaining === 0) {
      const reset = String(Math.floor(Date.now() / 1000) + 1800);
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      return send(403, '{"message":"API rate limit exceeded for 127.0.0.1."}', headers);
    }
    if (fake.remaining !== null) fake.remaining--;

    if (path === '/graphql') {
      const { owner, name } = (JSON.parse(body) as { variables: Record<string, string> }).variables;
      const found = fake.repositories.find(({ fullName }) => fullName === `${owner}/${name}`);
      const repository = found ? { archivedAt: found.archivedAt ?? null } : null;
      if (!request.headers.authorization) return send(401, '{"message":"Requires authentication"}');
      return send(200, JSON.stringify({ data: { repository } }));
    }
    const name = /^\/repos\/([^/]+\/[^/]+)$/.exec(path)?.[1]?.toLowerCase();
    const id = Number(/^\/repositories\/(\d+)$/.exec(path)?.[1]);
    const found = fake.repositories.find((one) => one.id === id || one.fullName.toLowerCase() === name);
    if (!found) {
      const moved = fake.repositories.find(({ formerNames = [] }) =>
        formerNames.some((old) => old.toLowerCase() === name),
      );
      if (!moved) return send(404, '{"message":"Not Found"}');
      return send(301, '{"message":"Moved Permanently"}', { location: `${fake.url}/repositories/${moved.id}` });
    }
    const text = describe(found);
    const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return send(304, '', { etag });
    send(200, text, { etag });
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.close = () =>
    new Promise((resolve, reject) => {
      server.closeAllConnections();
      server.close((error) => (error ? reject(error) : resolve()));
    });
  return fake;
}

import type { RepositoryRecord } from '../../src/schema/github-snapshot.ts';

/** A record of the snapshot; everything in it can be overridden. */
export function record(overrides: Partial<RepositoryRecord> = {}): RepositoryRecord {
  return {
    repo: 'https://github.com/lab/sample',
    id: 1,
    fullName: 'lab/sample',
    stars: 12_345,
    pushed: '2024-06-27',
    archived: false,
    license: 'MIT',
    checked: '2026-11-24',
    etag: 'W/"1"',
    ...overrides,
  };
}

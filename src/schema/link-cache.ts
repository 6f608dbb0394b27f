import { z } from 'zod';

/** What came of asking an address, and when. */
const linkResultSchema = z.strictObject({
  outcome: z.enum(['alive', 'dead', 'undecided']),
  /** `ok`, `http-404`, `timeout`, …: see domain/upkeep/link-reply.ts. */
  reason: z.string().regex(/^[a-z0-9-]+$/),
  /** Where redirects ended, null where there were none. */
  finalUrl: z.string().nullable(),
  checked: z.iso.datetime(),
});

export type LinkResult = z.output<typeof linkResultSchema>;

/** The cache of the link checker, by address. It may be lost at any time. */
export const linkCacheSchema = z.strictObject({ version: z.literal(1), links: z.record(z.string(), linkResultSchema) });

export type LinkCache = z.output<typeof linkCacheSchema>;

import { z } from 'zod';
import { COLLECTION_NAMES } from './collections.ts';
import { VERDICTS } from './license.ts';

/**
 * Bounds of a summary. It is made by code of the pull request and read by a workflow that may write, so it is
 * never taken at its word: a larger one is refused whole. `bytes` is its file's size, the rest are counts of items
 * and of UTF-16 units.
 */
export const SUMMARY_LIMITS = {
  bytes: 262_144,
  findings: 50,
  entries: 50,
  verdicts: 50,
  missing: 30,
  text: 300,
} as const;

const count = z.int().min(0).max(1_000_000);
const place = z.int().min(1).max(10_000_000);
const text = z.string().max(SUMMARY_LIMITS.text);
const verdict = z.enum(VERDICTS);

const findingSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*$/)
    .max(40),
  severity: z.enum(['error', 'warning']),
  file: text,
  line: place,
  column: place,
  message: text,
  hint: text,
});

/** What an entry says at a glance, where it could be read. */
const factsSchema = z.strictObject({
  name: text,
  /** Sources that it names: evidence items, or the sources of a licence, organisation or guide; null where it has none to name. */
  sources: count.nullable(),
  /** May it be used commercially: of projects what follows from the whole catalogue, of licences their own answer. */
  verdict: verdict.nullable(),
  /** The same before the change; null where there was none. */
  verdictBefore: verdict.nullable(),
  /** Facts that it could say and does not. */
  missing: z
    .array(
      z
        .string()
        .regex(/^[A-Za-z]+(?:\.[A-Za-z]+)*$/)
        .max(60),
    )
    .max(SUMMARY_LIMITS.missing),
});

const entrySchema = z.strictObject({
  file: text,
  id: text,
  collection: z.enum(COLLECTION_NAMES),
  change: z.enum(['added', 'changed', 'removed']),
  /** Null where it is gone or could not be read. */
  facts: factsSchema.nullable(),
});

/** What a pull request does to the content. Lists are cut to {@link SUMMARY_LIMITS}; `counts` are of all. */
export const summarySchema = z.strictObject({
  version: z.literal(1),
  counts: z.strictObject({
    files: count,
    errors: count,
    warnings: count,
    fixable: count,
    entries: count,
    verdicts: count,
  }),
  findings: z.array(findingSchema).max(SUMMARY_LIMITS.findings),
  entries: z.array(entrySchema).max(SUMMARY_LIMITS.entries),
  /** Projects that were not touched and whose answer changed all the same, by a licence or an upstream. */
  verdicts: z.array(z.strictObject({ id: text, before: verdict, after: verdict })).max(SUMMARY_LIMITS.verdicts),
});

export type Summary = z.output<typeof summarySchema>;
export type SummaryFinding = Summary['findings'][number];
export type SummaryEntry = Summary['entries'][number];

/** Where a workflow's run came from, as GitHub's `workflow_run` event says. */
export const workflowRunEventSchema = z.object({
  repository: z.object({ full_name: z.string(), default_branch: z.string() }),
  workflow_run: z.object({
    id: z.int().positive(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_repository: z.object({ full_name: z.string() }).nullable(),
  }),
});

export type WorkflowRunEvent = z.output<typeof workflowRunEventSchema>;

/** The part of GitHub's list of pull requests that tells which one a run was for. */
export const pullRequestsSchema = z.array(
  z.object({
    number: z.int().positive(),
    state: z.string(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ ref: z.string(), repo: z.object({ full_name: z.string() }) }),
  }),
);

export type PullRequests = z.output<typeof pullRequestsSchema>;

/** The part of GitHub's list of a run's artifacts that leads to one. */
export const artifactsSchema = z.object({
  artifacts: z.array(z.object({ id: z.int().positive(), name: z.string(), expired: z.boolean() })),
});

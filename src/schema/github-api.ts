import { z } from 'zod';

/**
 * The part of GitHub's answer about a repository that is used. Not strict: GitHub adds fields as it likes.
 * https://docs.github.com/en/rest/repos/repos#get-a-repository
 */
export const gitHubRepositorySchema = z.object({
  id: z.int().positive(),
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  stargazers_count: z.int().nonnegative(),
  pushed_at: z.iso.datetime().nullable(),
  archived: z.boolean(),
  license: z
    .object({
      spdx_id: z
        .string()
        .regex(/^[\w.+-]+$/)
        .nullable(),
    })
    .nullable(),
});

/** GraphQL alone tells when a repository was archived. https://docs.github.com/en/graphql/reference/objects#repository */
export const archivedAtSchema = z.object({
  repository: z.object({ archivedAt: z.iso.datetime().nullable() }).nullable(),
});

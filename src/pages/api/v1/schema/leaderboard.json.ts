import { jsonSchema } from '../../../../outputs/json-schema.ts';
import { publishedLeaderboardSchema } from '../../../../schema/published-resources.ts';
import { absolute, paths } from '../../../../site.config.ts';

/** The JSON Schema of a published leaderboard. */
export function GET(): Response {
  return Response.json(jsonSchema(publishedLeaderboardSchema, absolute(paths.api.leaderboardSchema())));
}

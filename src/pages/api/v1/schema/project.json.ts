import { jsonSchema } from '../../../../outputs/json-schema.ts';
import { publishedProjectSchema } from '../../../../schema/published.ts';
import { absolute, paths } from '../../../../site.config.ts';

/** The JSON Schema of a published project. */
export function GET(): Response {
  return Response.json(jsonSchema(publishedProjectSchema, absolute(paths.api.projectSchema())));
}

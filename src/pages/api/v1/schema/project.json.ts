import { projectJsonSchema } from '../../../../outputs/json-schema.ts';
import { absolute, paths } from '../../../../site.config.ts';

/** The JSON Schema of a published project. */
export function GET(): Response {
  return Response.json(projectJsonSchema(absolute(paths.api.projectSchema())));
}

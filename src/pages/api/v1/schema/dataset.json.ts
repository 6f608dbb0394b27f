import { jsonSchema } from '../../../../outputs/json-schema.ts';
import { publishedDatasetSchema } from '../../../../schema/published-resources.ts';
import { absolute, paths } from '../../../../site.config.ts';

/** The JSON Schema of a published dataset. */
export function GET(): Response {
  return Response.json(jsonSchema(publishedDatasetSchema, absolute(paths.api.datasetSchema())));
}

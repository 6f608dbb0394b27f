import { z } from 'zod';
import { licenseIdSchema } from './ids.ts';

/** Answers that are not a licence. `unknown`: not found out. `unlicensed`: published, no terms stated. `not-released`: not published at all. */
export const LICENSE_STATES = ['unknown', 'unlicensed', 'not-released'] as const;

export type LicenseState = (typeof LICENSE_STATES)[number];

const layerSchema = licenseIdSchema.default('unknown');

/** The layers a licence can differ in. The base model's terms are not written here: they follow from the lineage. */
export const projectLicensesSchema = z
  .strictObject({
    code: layerSchema.describe(
      '代码的许可证 id；unknown 没查到 | unlicensed 公开了但没写许可证 | not-released 没有公开',
    ),
    weights: layerSchema.describe('权重的许可证 id，取值同上；权重随底座条款的，写底座的许可证 id'),
    data: layerSchema.describe('训练数据的许可证 id，取值同上'),
  })
  .describe('分层的许可证：代码、权重、数据');

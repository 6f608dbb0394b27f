import { bodySafetyRule } from './body-safety.ts';
import { bodyShapeRule } from './body-shape.ts';
import { duplicateIdRule, duplicateNameRule, duplicateRepositoryRule } from './duplicate.ts';
import { evidenceRule } from './evidence.ts';
import { lineageCycleRule } from './lineage-cycle.ts';
import { referenceRule } from './reference.ts';
import { repositoryUrlRule } from './repository-url.ts';
import type { Rule } from './rule.ts';
import { sharedRunRule } from './shared-run.ts';

/** Every rule that looks beyond one file's schema. */
export const RULES: readonly Rule[] = [
  referenceRule,
  duplicateIdRule,
  duplicateRepositoryRule,
  duplicateNameRule,
  lineageCycleRule,
  evidenceRule,
  repositoryUrlRule,
  bodySafetyRule,
  bodyShapeRule,
  sharedRunRule,
];

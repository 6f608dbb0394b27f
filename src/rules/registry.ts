import { bodySafetyRule } from './body-safety.ts';
import { bodyShapeRule } from './body-shape.ts';
import { dateRule } from './dates.ts';
import { duplicateIdRule, duplicateNameRule, duplicateRepositoryRule } from './duplicate.ts';
import { evidenceRule } from './evidence.ts';
import { lineageCycleRule } from './lineage-cycle.ts';
import { lineageDateRule } from './lineage-date.ts';
import { opennessRule } from './openness.ts';
import { referenceRule } from './reference.ts';
import { repositoryUrlRule } from './repository-url.ts';
import type { Rule } from './rule.ts';
import { sharedRunRule } from './shared-run.ts';
import { verdictWordsRule } from './verdict-words.ts';
import { keyOrderRule, quotesRule } from './writing.ts';

/** Every rule that looks beyond one file's schema. */
export const RULES: readonly Rule[] = [
  referenceRule,
  duplicateIdRule,
  duplicateRepositoryRule,
  duplicateNameRule,
  lineageCycleRule,
  lineageDateRule,
  evidenceRule,
  dateRule,
  verdictWordsRule,
  opennessRule,
  repositoryUrlRule,
  bodySafetyRule,
  bodyShapeRule,
  sharedRunRule,
  keyOrderRule,
  quotesRule,
];

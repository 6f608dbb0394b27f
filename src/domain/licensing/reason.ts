import type { Verdict } from '../../schema/license.ts';
import type { LicenseState } from '../../schema/licensing.ts';
import type { Relation } from '../../schema/lineage.ts';

/** The layers that a verdict looks at; data counts where the data is the product. */
export type Layer = 'code' | 'weights' | 'data';

/** One step of a verdict's argument, as data; the dictionary makes the sentence. */
export type Reason =
  /** A layer's own licence and what it says. */
  | { kind: 'license'; layer: Layer; license: string; name: string; verdict: Verdict; conditions: string[] }
  /** A layer without a licence: not published (verdict null: nothing to judge), no terms stated, or not found out. */
  | { kind: 'state'; layer: Layer; state: LicenseState; verdict: Verdict | null }
  /** The weights of an upstream entry pass their terms on. */
  | { kind: 'base'; base: string; name: string; relation: Relation; verdict: Verdict }
  /** The same for an upstream outside the catalogue; `license` null where its terms are not known. */
  | { kind: 'external-base'; name: string; relation: Relation; license: string | null; verdict: Verdict }
  /** Does not bind the verdict: the right holder of the upstream published this under terms of its own. */
  | { kind: 'relicensed'; name: string; relation: Relation }
  /** Nothing is recorded of where the weights come from. */
  | { kind: 'lineage-unknown'; verdict: Verdict }
  /** Versions whose terms differ: which ones, and what decides for them. */
  | { kind: 'versions'; names: string[]; verdict: Verdict; because: Reason[] }
  /** Does not bind the verdict: the training data is under terms of its own, for whoever wants the data itself. */
  | { kind: 'data-aside'; name: string; verdict: Verdict }
  /** Does not bind the verdict: distillation, or data from somebody else's model. */
  | { kind: 'caution'; names: string[]; relation: Relation }
  /** Does not bind the verdict: no weights are published, but whoever trains with this code needs a base. */
  | { kind: 'train-yourself'; base: string; name: string; verdict: Verdict }
  /** There is no such thing. */
  | { kind: 'hoax' };

/** Reasons that tell something without binding the verdict. */
const INFORMS: ReadonlySet<Reason['kind']> = new Set(['relicensed', 'caution', 'train-yourself', 'data-aside', 'hoax']);

/** What a reason contributes to the verdict; null where it only informs. */
export function weightOf(reason: Reason): Verdict | null {
  return INFORMS.has(reason.kind) ? null : (reason as Extract<Reason, { verdict: Verdict | null }>).verdict;
}

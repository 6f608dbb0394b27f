import type { Authored, CollectionName } from '../schema/collections.ts';
import type { Finding } from './finding.ts';
import type { FactLocation, Source } from './source.ts';

/** A source whose facts passed the schema. */
export type Valid<Data> = Source & { data: Data };

/** What a rule looks at: every file, and those whose facts passed the schema, by folder and in file order. */
export type RuleContext = {
  sources: readonly Source[];
} & { [Name in CollectionName]: readonly Valid<Authored<Name>>[] };

/** One integrity rule over the whole content. */
export interface Rule {
  /** Code of every finding that it makes. */
  code: string;
  /** What it asks for, in one Chinese sentence. */
  title: string;
  check: (context: RuleContext) => Finding[];
}

/** Makes a finding at a fact of a source. */
export function findingAt(source: Source, code: string, path: FactLocation, message: string, hint?: string): Finding {
  return {
    code,
    severity: 'error',
    file: source.file,
    ...source.locate(path),
    message,
    ...(hint ? { hint } : {}),
  };
}

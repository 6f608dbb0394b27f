import type { Authored, CollectionName } from '../schema/collections.ts';
import type { Catalog } from '../domain/catalog/model.ts';
import type { Finding } from './finding.ts';
import type { FactLocation, Source } from './source.ts';

/** A source whose facts passed the schema. */
export type Valid<Data> = Source & { data: Data };

/** What a rule looks at: every file, and those whose facts passed the schema, by folder and in file order. */
export type RuleContext = {
  sources: readonly Source[];
  /** The day of the check, `YYYY-MM-DD`; undefined where nobody said, and then nothing is too late. */
  today: string | undefined;
  /** The catalogue of the files that passed the schema, worked out when first asked for. */
  catalog: () => Catalog;
} & { [Name in CollectionName]: readonly Valid<Authored<Name>>[] };

/** One integrity rule over the whole content. */
export interface Rule {
  /** Code of every finding that it makes. */
  code: string;
  /** What it asks for, in one Chinese sentence. */
  title: string;
  check: (context: RuleContext) => Finding[];
}

/** What a finding can say besides its sentence. */
export type Details = Pick<Finding, 'actual' | 'expected' | 'fix'> & { severity?: Finding['severity'] };

/** Makes a finding at a fact of a source. */
export function findingAt(
  source: Source,
  code: string,
  path: FactLocation,
  message: string,
  hint: string,
  details: Details = {},
): Finding {
  return { code, severity: 'error', file: source.file, ...source.locate(path), message, hint, ...details };
}

/** Replaces the value at a path; undefined where it has no place in the file. */
export function replaceValue(source: Source, path: FactLocation, text: string): Finding['fix'] {
  const span = source.spanOf(path)?.value;
  return span && [{ ...span, text }];
}

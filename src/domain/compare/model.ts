import type { FactPath } from '../../schema/evidence.ts';
import type { PublishedProject } from '../../schema/published.ts';
import type { CellId } from '../openness/cells.ts';

/** What an entry's published form names by id only, in words: its own file, so that no reader fetches all names. */
export interface EntryNames {
  categories: Record<string, string>;
  organizations: Record<string, string>;
  /** By language code. */
  languages: Record<string, string>;
  licenses: Record<string, { name: string; verdict: PublishedProject['commercialUse']['verdict'] }>;
  /** Other entries: upstream ones, the successor, those in the same repository. */
  projects: Record<string, string>;
  /** Datasets of the catalogue that it is known to be trained on, in the catalogue's order. */
  datasets: { id: string; name: string }[];
  /** The fact that each cell of the openness table rests on; none where the kind of entry decides, or nothing does. */
  opennessFacts: Partial<Record<CellId, FactPath>>;
}

/** An entry to be compared: its published form, and the names that go with it. */
export interface ComparedEntry {
  project: PublishedProject;
  names: EntryNames;
}

/** A line of a cell. */
export interface CompareItem {
  text: string;
  /** Says more about the text, in brackets. */
  note?: string | undefined;
  href?: string | undefined;
  /** True where the link leaves the site. */
  external?: boolean;
  lang?: 'en' | undefined;
  /** Classes that draw a shape before the text, which says the same: `verdict-word verdict-allowed`. */
  shape?: string;
  /** Numbers of the sources of this line alone, where lines differ in them. */
  sources?: number[];
}

/** What an entry says of a fact: lines; none where unknown; or that there is none, or that it does not apply. */
export type CompareValue = readonly CompareItem[] | 'none' | 'inapplicable';

/** Parts of the table, in their order. */
export type GroupId = 'gist' | 'license' | 'training' | 'openness' | 'origin' | 'size' | 'links' | 'record';

/** Facts that are compared. */
export type FieldId =
  | ('summary' | 'verdict' | 'parameters' | 'contextLength' | 'memory')
  | ('languages' | 'modalities' | 'released' | 'status')
  | ('because' | 'codeLicense' | 'weightsLicense' | 'dataLicense')
  | ('pretraining' | 'sft' | 'rewardModel' | 'rlhf' | 'datasets')
  | `open:${CellId}`
  | ('lineage' | 'organizations' | 'kind' | 'categories' | 'aliases')
  | ('variants' | 'hardware')
  | ('repo' | 'weights' | 'paper' | 'data' | 'demo' | 'homepage' | 'movedFrom' | 'repoSharedWith' | 'repository')
  | ('claims' | 'changes');

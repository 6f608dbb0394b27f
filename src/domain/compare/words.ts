import type { PublishedProject } from '../../schema/published.ts';
import type { CellId, CellState } from '../openness/cells.ts';
import type { FieldId, GroupId } from './model.ts';
import type { RankedId } from './rank.ts';

type Published<Key extends keyof PublishedProject> = NonNullable<PublishedProject[Key]>;
type Hardware = Published<'hardware'>[number];

/**
 * The words that a comparison is written in. They reach the browser as JSON in the page, so sentences are templates
 * with `{name}` places, and punctuation that depends on the language is a word too.
 */
export interface CompareWords {
  /** Nobody has found out. */
  unknown: string;
  /** Looked up, and there is none. */
  none: string;
  /** The question makes no sense for this kind of entry. */
  inapplicable: string;
  /** Between the members of a list. */
  comma: string;
  /** Between the parts of a note. */
  pause: string;
  /** `{text}`, `{note}` */
  withNote: string;
  groups: Record<GroupId, string>;
  rows: Record<FieldId, string>;
  ranks: Record<RankedId, { best: string; worst: string }>;
  kind: Record<PublishedProject['kind'], string>;
  verdict: Record<PublishedProject['commercialUse']['verdict'], string>;
  status: Record<PublishedProject['status']['state'], string>;
  stageState: Record<PublishedProject['training']['sft'], string>;
  licenseState: Record<string, string>;
  relation: Record<Published<'lineage'>[number]['relation'], string>;
  task: Record<Hardware['task'], string>;
  precision: Record<NonNullable<Hardware['precision']>, string>;
  basis: Record<Hardware['basis'], string>;
  figure: Record<NonNullable<Hardware['figure']>, string>;
  method: Record<NonNullable<Hardware['method']>, string>;
  openness: Record<CellId, Record<CellState, string>>;
  modality: Record<Published<'modalities'>['input'][number], string>;
  claimVerdict: Record<PublishedProject['claims'][number]['verdict'], string>;
  changeKind: Record<PublishedProject['changes'][number]['kind'], string>;
  /** `{chinese}`, `{short}` */
  parameters: string;
  /** `{count}`, in the short form */
  activeParameters: string;
  /** `{count}` */
  tokens: string;
  /** `{count}` */
  batchSize: string;
  /** `{count}` */
  layers: string;
  /** `{heads}`, `{keyValue}` */
  heads: string;
  /** `{count}` */
  hiddenSize: string;
  /** `{count}` */
  stars: string;
  /** `{date}` */
  pushed: string;
  archived: string;
  /** `{name}` */
  detectedLicense: string;
  /** `{id}` */
  repositoryId: string;
  /** `{input}`, `{output}` */
  modalities: string;
  /** `{date}` */
  since: string;
  /** `{name}` */
  successor: string;
  mirror: string;
  noAncestors: string;
  /** `{name}` */
  fromVersion: string;
  /** `{names}` */
  onlyVersions: string;
  /** `{who}` */
  claimBy: string;
  /** `{how}` */
  claimMethod: string;
  /** `{date}` */
  accessed: string;
  /** `{number}`, `{title}` */
  source: string;
  /** What the first column is called. */
  fact: string;
  /** `{names}` */
  caption: string;
  /** `{name}` */
  moveLeft: string;
  moveRight: string;
  remove: string;
  /** Headings of the exported columns: the group; `{name}`. */
  group: string;
  sourcesOf: string;
}

import type { AuthoredCategory } from '../../schema/category.ts';
import type { AuthoredDataset } from '../../schema/dataset.ts';
import type { AuthoredGuide } from '../../schema/guide.ts';
import type { AuthoredLeaderboard } from '../../schema/leaderboard.ts';
import type { AuthoredLicense } from '../../schema/license.ts';
import type { AuthoredOrganization } from '../../schema/organization.ts';
import type { OpennessState, StatedPart } from '../../schema/openness.ts';
import type { AuthoredProject, ProjectKind } from '../../schema/project.ts';
import type { StageState, TrainingStage } from '../../schema/training.ts';
import type { Relation } from '../../schema/lineage.ts';

/** A validated file of `content/`: its id, its path from the project root, its facts. */
export interface Entry<Data> {
  id: string;
  file: string;
  data: Data;
}

/** The shape of a transformer; null is unknown. */
export interface Architecture {
  layers: number;
  /** Layers with a key-value cache; 0 where the model has no attention. */
  attentionLayers: number;
  hiddenSize: number | null;
  attentionHeads: number | null;
  keyValueHeads: number | null;
  headDim: number | null;
  /** Elements stored per attention layer and token where keys and values are compressed into one latent (MLA). */
  latentKvDim: number | null;
  /** Layers that store only the last so many tokens. */
  slidingWindow: { tokens: number; layers: number } | null;
}

/** One released size; counts are integers, contexts are tokens, null is unknown. */
export interface Variant {
  name: string;
  parameters: number | null;
  activeParameters: number | null;
  contextLength: number | null;
  architecture: Architecture | null;
  license: string | null;
}

/** A typed edge up the family tree. `external` is true where `from` is a name, not an id. */
export interface LineageEdge {
  from: string;
  relation: Relation;
  external: boolean;
  /** Names of this entry's variants that it holds for; null for all. */
  variants: string[] | null;
  /** Which variant of the upstream entry; null where not said. */
  fromVariant: string | null;
  /** Weights licence of an upstream outside the catalogue, where known. */
  license: string | null;
  /** True where the upstream's own right holder published this under new terms, so that the old ones stop here. */
  relicensed: boolean;
  note: string | null;
}

export interface ProjectLinks {
  repo: string | null;
  movedFrom: string[];
  repoSharedWith: string[];
  weights: string[];
  paper: string | null;
  demo: string | null;
  homepage: string | null;
  data: string | null;
}

export interface ProjectStatus {
  state: NonNullable<AuthoredProject['status']>['state'] | 'unknown';
  since: string | null;
  by: string | null;
  reason: string | null;
  mirror: string | null;
}

/** A project as the site and the data files use it: every field present, `null` or `"unknown"` where not known. */
export interface Project {
  id: string;
  file: string;
  name: string;
  zhName: string | null;
  aliases: string[];
  categories: string[];
  kind: ProjectKind;
  organizations: string[];
  released: string | null;
  summary: string;
  links: ProjectLinks;
  variants: Variant[] | null;
  lineage: LineageEdge[] | null;
  languages: string[] | null;
  modalities: AuthoredProject['modalities'] | null;
  training: Record<TrainingStage, StageState>;
  licenses: AuthoredProject['licenses'];
  /** What was looked up and stated; what follows from other facts is worked out in domain/openness. */
  openness: Record<StatedPart, OpennessState>;
  hardware: NonNullable<AuthoredProject['hardware']> | null;
  status: ProjectStatus;
  claims: AuthoredProject['claims'];
  changes: AuthoredProject['changes'];
  evidence: AuthoredProject['evidence'];
}

export type Category = AuthoredCategory & { id: string; file: string };
export type Organization = AuthoredOrganization & { id: string; file: string };
export type License = AuthoredLicense & { id: string; file: string };
export type Dataset = AuthoredDataset & { id: string; file: string };
export type Leaderboard = AuthoredLeaderboard & { id: string; file: string };
export type Guide = AuthoredGuide & { id: string; file: string };

/** What `content/` says, validated. Lists are sorted by a stated key; maps find by id. */
export interface Catalog {
  /** By name, in the order of {@link compareNames}. */
  projects: Project[];
  /** By `order`, then id. */
  categories: Category[];
  /** By name. */
  organizations: Organization[];
  /** By id. */
  licenses: License[];
  /** By name. */
  datasets: Dataset[];
  /** By name. */
  leaderboards: Leaderboard[];
  /** By `order`, then id. */
  guides: Guide[];
  projectById: ReadonlyMap<string, Project>;
  categoryById: ReadonlyMap<string, Category>;
  organizationById: ReadonlyMap<string, Organization>;
  licenseById: ReadonlyMap<string, License>;
  datasetById: ReadonlyMap<string, Dataset>;
  leaderboardById: ReadonlyMap<string, Leaderboard>;
  guideById: ReadonlyMap<string, Guide>;
}

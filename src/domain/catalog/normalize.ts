import { EXTERNAL_PREFIX } from '../../schema/lineage.ts';
import { STATED_PARTS } from '../../schema/openness-cells.ts';
import type { AuthoredProject } from '../../schema/project.ts';
import { parseParameters } from '../format/parameters.ts';
import type { Architecture, Entry, LineageEdge, Project, ProjectLinks, ProjectStatus, Variant } from './model.ts';

type AuthoredVariant = NonNullable<AuthoredProject['variants']>[number];

function normalizeArchitecture(architecture: NonNullable<AuthoredVariant['architecture']>): Architecture {
  return {
    layers: architecture.layers,
    attentionLayers: architecture.attentionLayers ?? architecture.layers,
    hiddenSize: architecture.hiddenSize ?? null,
    attentionHeads: architecture.attentionHeads ?? null,
    keyValueHeads: architecture.keyValueHeads ?? null,
    headDim: architecture.headDim ?? null,
    latentKvDim: architecture.latentKvDim ?? null,
    slidingWindow: architecture.slidingWindow ?? null,
  };
}

function normalizeVariant(variant: AuthoredVariant): Variant {
  return {
    name: variant.name,
    parameters: variant.parameters === undefined ? null : parseParameters(variant.parameters),
    activeParameters: variant.activeParameters === undefined ? null : parseParameters(variant.activeParameters),
    contextLength: variant.contextLength ?? null,
    architecture: variant.architecture === undefined ? null : normalizeArchitecture(variant.architecture),
    license: variant.license ?? null,
  };
}

function normalizeEdge(edge: NonNullable<AuthoredProject['lineage']>[number]): LineageEdge {
  const external = edge.from.startsWith(EXTERNAL_PREFIX);
  return {
    from: external ? edge.from.slice(EXTERNAL_PREFIX.length).trim() : edge.from,
    relation: edge.relation,
    external,
    variants: edge.variants ?? null,
    fromVariant: edge.fromVariant ?? null,
    license: edge.license ?? null,
    relicensed: edge.relicensed ?? false,
    note: edge.note ?? null,
  };
}

function normalizeLinks(links: AuthoredProject['links']): ProjectLinks {
  return {
    repo: links.repo ?? null,
    movedFrom: links.movedFrom ?? [],
    repoSharedWith: links.repoSharedWith ?? [],
    weights: links.weights ?? [],
    paper: links.paper ?? null,
    demo: links.demo ?? null,
    homepage: links.homepage ?? null,
    data: links.data ?? null,
  };
}

function normalizeStatus(status: AuthoredProject['status']): ProjectStatus {
  return {
    state: status?.state ?? 'unknown',
    since: status?.since ?? null,
    by: status?.by ?? null,
    reason: status?.reason ?? null,
    mirror: status?.mirror ?? null,
  };
}

function normalizeOpenness(openness: AuthoredProject['openness']): Project['openness'] {
  return Object.fromEntries(STATED_PARTS.map((part) => [part, openness?.[part] ?? 'unknown'])) as Project['openness'];
}

/** Turns what a contributor wrote into the form used everywhere else: every field present, sizes as integers, unknown as `null` or `"unknown"`. */
export function normalizeProject(entry: Entry<AuthoredProject>): Project {
  const { data } = entry;
  return {
    id: entry.id,
    file: entry.file,
    name: data.name,
    zhName: data.zhName ?? null,
    aliases: data.aliases,
    categories: data.categories,
    kind: data.kind,
    organizations: data.organizations,
    released: data.released ?? null,
    summary: data.summary,
    links: normalizeLinks(data.links),
    variants: data.variants?.map(normalizeVariant) ?? null,
    lineage: data.lineage?.map(normalizeEdge) ?? null,
    languages: data.languages ?? null,
    modalities: data.modalities ?? null,
    training: data.training ?? { pretraining: 'unknown', sft: 'unknown', rewardModel: 'unknown', rlhf: 'unknown' },
    licenses: data.licenses,
    openness: normalizeOpenness(data.openness),
    hardware: data.hardware ?? null,
    status: normalizeStatus(data.status),
    claims: data.claims,
    changes: data.changes,
    evidence: data.evidence,
  };
}

import type { Verdict } from '../../schema/license.ts';
import { isWithoutWeights } from '../catalog/kinds.ts';
import type { Catalog, Project } from '../catalog/model.ts';
import { weightOf, type Reason } from './reason.ts';
import { amongVersions, strictest } from './strictness.ts';
import { layerReason, settle, versionUses, type VersionUse } from './weights.ts';

/** May it be used commercially, and why; and the same for each version, where versions are listed. */
export interface CommercialUse {
  verdict: Verdict;
  because: Reason[];
  /** By variant name; empty where the entry lists none or publishes no weights. */
  versions: ReadonlyMap<string, Verdict>;
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** Cautions of one kind are told in one sentence that names every source. */
function joinCautions(reasons: readonly Reason[]): Reason[] {
  const joined = new Map<string, Reason & { kind: 'caution' }>();
  const others: Reason[] = [];
  for (const reason of distinct(reasons)) {
    if (reason.kind !== 'caution') others.push(reason);
    else {
      const names = [...(joined.get(reason.relation)?.names ?? []), ...reason.names];
      joined.set(reason.relation, { ...reason, names: [...new Set(names)] });
    }
  }
  return [...others, ...joined.values()];
}

/** Reasons that only inform. */
function cautionsOf(versions: readonly VersionUse[]): Reason[] {
  return joinCautions(versions.flatMap(({ because }) => because.filter((reason) => weightOf(reason) === null)));
}

/** What the project itself says comes before what its bases pass on. */
function ownTermsFirst(reasons: readonly Reason[]): Reason[] {
  const isOwn = ({ kind }: Reason) => kind === 'license' || kind === 'state';
  return [...reasons.filter(isOwn), ...reasons.filter((reason) => !isOwn(reason))];
}

/** Data whose terms are stricter than the verdict: not part of it, but a reader sees the row and wonders. */
function dataAside(catalog: Catalog, project: Project): Reason[] {
  const license = catalog.licenseById.get(project.licenses.data);
  if (license?.commercialUse !== 'forbidden') return [];
  return [{ kind: 'data-aside', name: license.name, verdict: license.commercialUse }];
}

const bindingOf = (version: VersionUse) => version.because.filter((reason) => weightOf(reason) !== null);

/**
 * Reasons that all versions share are told once. Where those decide, the others only add to them; where they
 * do not, there is one group for each verdict and what decides it.
 */
function versionReasons(versions: readonly VersionUse[]): Reason[] {
  const keysOf = versions.map((version) => new Set(bindingOf(version).map((reason) => JSON.stringify(reason))));
  const isShared = (reason: Reason) => keysOf.every((keys) => keys.has(JSON.stringify(reason)));
  const shared = distinct(versions.flatMap(bindingOf)).filter(isShared);
  const own = versions.map((version) => {
    const deciding = bindingOf(version).filter((reason) => weightOf(reason) === version.verdict);
    const unshared = deciding.filter((reason) => !isShared(reason));
    return { version, deciding: unshared, toTell: unshared.length > 0 ? unshared : deciding };
  });
  const sharedVerdict = shared.length > 0 ? settle(shared) : null;
  if (versions.every(({ verdict }) => verdict === sharedVerdict))
    return ownTermsFirst(distinct([...shared, ...versions.flatMap(bindingOf)]));

  const groups = new Map<string, Reason & { kind: 'versions' }>();
  for (const { version, toTell } of own) {
    const name = version.name ?? '';
    const key = JSON.stringify([version.verdict, toTell]);
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { kind: 'versions', names: [name], verdict: version.verdict, because: toTell });
  }
  return [...shared, ...groups.values()];
}

/**
 * Where no weights are published, the bases' terms do not bind the code, but they bind whoever trains with it.
 * What data a demonstration was trained on binds nobody then, and is left out.
 */
function asAdvice(reason: Reason): Reason[] {
  if (reason.kind !== 'base' || reason.verdict === 'allowed') return [];
  const { base, name, verdict } = reason;
  return [{ kind: 'train-yourself', base, name, verdict }];
}

/**
 * Judges whether an entry may be used commercially: its own code and weights licences and the weights
 * of everything it is made from; the strictest term wins, and the reasons say which. Versions with
 * different terms are a choice. The rules are stated in docs/licensing.md.
 */
export function commercialUse(catalog: Catalog, project: Project): CommercialUse {
  const none = new Map<string, Verdict>();
  if (project.status.state === 'hoax') return { verdict: 'unknown', because: [{ kind: 'hoax' }], versions: none };
  const code = layerReason(catalog, 'code', project.licenses.code);
  const versions = versionUses(catalog, project);
  const hasWeights = project.licenses.weights !== 'not-released' && !isWithoutWeights(project.kind);
  if (!hasWeights) {
    const own =
      project.kind === 'dataset-project' ? [code, layerReason(catalog, 'data', project.licenses.data)] : [code];
    const advice = distinct(versions.flatMap(({ because }) => because.flatMap(asAdvice)));
    const aside = project.kind === 'dataset-project' ? [] : dataAside(catalog, project);
    return { verdict: settle(own), because: [...own, ...advice, ...aside], versions: none };
  }
  const codeVerdict = weightOf(code);
  const together = (verdict: Verdict) => strictest(codeVerdict === null ? [verdict] : [codeVerdict, verdict]);
  return {
    verdict: together(amongVersions(versions.map(({ verdict }) => verdict))),
    because: [code, ...versionReasons(versions), ...cautionsOf(versions), ...dataAside(catalog, project)],
    versions: new Map(versions.flatMap(({ name, verdict }) => (name === null ? [] : [[name, together(verdict)]]))),
  };
}

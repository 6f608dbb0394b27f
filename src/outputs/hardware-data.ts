import { isWithoutWeights } from '../domain/catalog/kinds.ts';
import type { Catalog, Project, Variant } from '../domain/catalog/model.ts';
import { knownArchitecture } from '../domain/hardware/architecture.ts';
import type { MeasuredRow, ProjectRow, VersionRow } from '../domain/hardware/rows.ts';
import { memoryShape } from '../domain/hardware/shape.ts';
import type { Verdict } from '../schema/license.ts';

function versionRow(catalog: Catalog, project: Project, variant: Variant): VersionRow {
  const known = knownArchitecture(catalog, project, variant);
  const shape = known && memoryShape(known.architecture);
  return {
    n: variant.name,
    ...(variant.parameters === null ? {} : { p: variant.parameters }),
    ...(variant.activeParameters === null ? {} : { a: variant.activeParameters }),
    ...(variant.contextLength === null ? {} : { c: variant.contextLength }),
    ...(shape ? { s: [shape.kvPerToken, shape.kvPerWindowToken, shape.window, shape.width ?? 0] } : {}),
  };
}

function measuredRows(project: Project): MeasuredRow[] {
  return (project.hardware ?? [])
    .filter(({ basis, task }) => basis === 'measured' && task !== 'training')
    .map((item) => {
      const version = (project.variants ?? []).findIndex(({ name }) => name === item.variant);
      return {
        g: item.vramGb,
        t: item.task === 'inference' ? ('i' as const) : ('f' as const),
        ...(version < 0 ? {} : { v: version }),
        ...(item.precision ? { q: item.precision } : {}),
        ...(item.method ? { m: item.method } : {}),
        ...(item.contextLength ? { c: item.contextLength } : {}),
        ...(item.figure ? { f: item.figure } : {}),
      };
    });
}

/** Tells whether memory can be asked of an entry: it has weights, or versions with sizes. */
function hasMemoryNeed(project: Project): boolean {
  return project.status.state !== 'hoax' && (!isWithoutWeights(project.kind) || project.variants !== null);
}

/** What the hardware page's script knows: every entry that has weights, in the catalogue's order. */
export function hardwareData(catalog: Catalog, verdict: (id: string) => Verdict): ProjectRow[] {
  return catalog.projects.filter(hasMemoryNeed).map((project) => {
    const measured = measuredRows(project);
    return {
      id: project.id,
      name: project.name,
      ...(project.released ? { r: project.released } : {}),
      u: verdict(project.id),
      ...(project.languages?.includes('zh') ? { zh: 1 as const } : {}),
      ...(project.kind === 'multimodal-model' ? { mm: 1 as const } : {}),
      // An entry whose versions are not listed still has weights, of unknown size.
      vs: project.variants?.map((variant) => versionRow(catalog, project, variant)) ?? [{ n: project.name }],
      ...(measured.length > 0 ? { ms: measured } : {}),
    };
  });
}

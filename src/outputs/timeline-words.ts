import type { Project } from '../domain/catalog/model.ts';
import { parameterSpan, shortParameters } from '../domain/format/parameters.ts';
import type { MilestoneReason } from '../domain/timeline/milestones.ts';
import type { Dated } from '../domain/timeline/months.ts';
import { parametersFor, sizesOf, type MemoryPoint, type MemoryPoints } from '../domain/timeline/sizes.ts';
import { t } from '../i18n/index.ts';
import { hardwareRows, type HardwareRow } from './hardware-rows.ts';

function reasonText(reason: MilestoneReason): string {
  const words = t.timeline.reason;
  switch (reason.kind) {
    case 'first':
      return reason.shared ? words.firstShared(t.kind[reason.of]) : words.first(t.kind[reason.of]);
    case 'base':
      return words.base(reason.children);
    case 'trillion':
      return words.trillion;
  }
}

/** Says why an entry is marked. */
export function reasonsText(reasons: readonly MilestoneReason[]): string {
  return reasons.map(reasonText).join(t.timeline.reason.join);
}

/** Writes when an entry came and how large it is: `2023-02-24，7B–65B`; the date alone where no size is known. */
export function releaseNote(project: Dated): string {
  return t.timeline.inList(project.released, parameterSpan(sizesOf(project)));
}

/** Writes an entry as the name of its point: `LLaMA，2023-02-24，7B–65B`. */
export function pointName(project: Dated): string {
  return t.timeline.point(project.name, releaseNote(project));
}

/** Writes a memory figure as the name of its point: `ChatGLM-6B，6.2B，INT4，6 GB`. */
export function memoryPointName({ project, item, parameters }: MemoryPoint): string {
  return t.timeline.memoryPoint(
    project.name,
    shortParameters(parameters),
    t.precision[item.precision],
    `${item.vramGb} GB`,
  );
}

/** A memory figure in words. */
export interface MemoryRow extends HardwareRow {
  project: Project;
  parameters: string;
}

/** Writes every measured figure, the drawn ones first, smaller models first; what is not known is said. */
export function memoryRows({ points, withoutPrecision, withoutSize }: MemoryPoints): MemoryRow[] {
  const row = (project: Project, item: NonNullable<Project['hardware']>[number], size: number | null): MemoryRow => ({
    project,
    parameters: size === null ? t.unknown : shortParameters(size),
    ...hardwareRows([item])[0]!,
  });
  return [
    ...[...points]
      .sort((a, b) => a.parameters - b.parameters)
      .map(({ project, item, parameters }) => row(project, item, parameters)),
    ...withoutPrecision.map(({ project, item }) => row(project, item, parametersFor(project, item.variant))),
    ...withoutSize.map(({ project, item }) => row(project, item, null)),
  ];
}

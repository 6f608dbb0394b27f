import type { PublishedProject } from '../../schema/published.ts';

/** A GPU memory figure of an entry. */
export type MemoryFigure = NonNullable<PublishedProject['hardware']>[number];

/** Finds the smallest memory (GB) that an entry is known to run in, any size and precision; of equals a measured one, then the first. */
export function leastMemory(hardware: PublishedProject['hardware']): MemoryFigure | null {
  const running = (hardware ?? []).filter(({ task }) => task === 'inference');
  const computed = ({ basis }: MemoryFigure) => Number(basis === 'computed');
  return running.sort((a, b) => a.vramGb - b.vramGb || computed(a) - computed(b))[0] ?? null;
}

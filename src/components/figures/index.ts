import type { GuideFigure } from '../../schema/guide.ts';
import ChoicePath from './ChoicePath.astro';
import LicenseLayers from './LicenseLayers.astro';
import LlamaFamily from './LlamaFamily.astro';
import StageProjects from './StageProjects.astro';
import ThreeSteps from './ThreeSteps.astro';

type AstroComponent = typeof ThreeSteps;

/** The figures of the guides, by the names that their texts use. */
export const guideFigures: Record<GuideFigure, AstroComponent> = {
  ChoicePath,
  LicenseLayers,
  LlamaFamily,
  StageProjects,
  ThreeSteps,
};

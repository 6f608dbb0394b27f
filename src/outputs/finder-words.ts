import { t } from '../i18n/index.ts';

/** The phrases that the hardware page's script fills in; `{…}` marks what it puts there. */
export function finderWords() {
  const { hardware: words, precision } = t;
  return {
    summary: words.summary,
    summaryOpen: words.summaryOpen,
    loading: words.loading,
    groupCount: words.groupCount,
    more: words.more,
    spare: words.spare,
    short: words.short,
    atMostShort: words.atMostShort,
    needs: words.needs,
    unknown: t.unknown,
    computedLine: words.computedLine,
    computedTraining: words.computedTraining,
    atFormat: words.atFormat,
    atContext: words.atContext,
    cutContext: words.cutContext,
    computedBound: words.computedBound,
    computedTrainingBound: words.computedTrainingBound,
    lessOf: words.lessOf,
    measuredItem: words.measuredItem,
    contradictedFits: words.contradictedFits,
    contradictedMisses: words.contradictedMisses,
    multimodal: words.multimodal,
    active: words.active,
    model: words.model,
    modelRemove: words.modelRemove,
    tokens: t.project.tokens('{n}'),
    format: words.formatShort,
    precision,
    method: words.method,
    figure: words.figure,
  };
}

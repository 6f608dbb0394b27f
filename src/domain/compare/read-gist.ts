import { isWithoutWeights } from '../catalog/kinds.ts';
import { chineseParameters, shortParameters } from '../format/parameters.ts';
import { groupDigits } from '../format/tokens.ts';
import type { Paths } from '../paths.ts';
import { leastMemory, type MemoryFigure } from './hardware.ts';
import type { ComparedEntry, CompareItem, CompareValue } from './model.ts';
import { fill } from '../format/fill.ts';
import type { CompareWords } from './words.ts';

const distinct = (texts: readonly string[]): CompareItem[] => [...new Set(texts)].map((text) => ({ text }));

/** May it be used commercially; leads to the reasons on the entry's page. */
export function readVerdict({ project }: ComparedEntry, words: CompareWords, paths: Paths): CompareValue {
  const { verdict } = project.commercialUse;
  return [
    {
      text: words.verdict[verdict],
      shape: `verdict-word verdict-${verdict}`,
      href: `${paths.project(project.id)}#license`,
    },
  ];
}

function parametersText(count: number, active: number | null, words: CompareWords): string {
  const total = fill(words.parameters, { chinese: chineseParameters(count), short: shortParameters(count) });
  return active === null
    ? total
    : total + words.pause + fill(words.activeParameters, { count: shortParameters(active) });
}

/** Sizes released, each once, as listed. */
export function readParameters({ project }: ComparedEntry, words: CompareWords): CompareValue {
  if (!project.variants) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  return distinct(
    project.variants.flatMap(({ parameters, activeParameters }) =>
      parameters === null ? [] : [parametersText(parameters, activeParameters, words)],
    ),
  );
}

/** Context lengths in tokens, each once, the shortest first. */
export function readContextLength({ project }: ComparedEntry, words: CompareWords): CompareValue {
  if (!project.variants) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  const lengths = project.variants.map(({ contextLength }) => contextLength).filter((length) => length !== null);
  return distinct(lengths.sort((a, b) => a - b).map((length) => fill(words.tokens, { count: groupDigits(length) })));
}

/** Says what a memory figure was measured or computed for. */
export function memoryNote(memory: MemoryFigure, words: CompareWords): string {
  const { basis, figure, method, variant, contextLength, batchSize, note } = memory;
  const context = contextLength === null ? null : fill(words.tokens, { count: groupDigits(contextLength) });
  const said = [
    words.basis[basis],
    figure && words.figure[figure],
    method && words.method[method],
    variant,
    context,
    batchSize && fill(words.batchSize, { count: batchSize }),
    note,
  ];
  return said.filter(Boolean).join(words.pause);
}

/** The smallest GPU memory that it is known to run in, with the precision and whose figure it is. */
export function readMemory({ project }: ComparedEntry, words: CompareWords): CompareValue {
  const least = leastMemory(project.hardware);
  if (!least) return !project.hardware && isWithoutWeights(project.kind) ? 'inapplicable' : [];
  const precision = least.precision === null ? '' : words.precision[least.precision] + words.pause;
  return [{ text: `${least.vramGb} GB`, note: precision + memoryNote(least, words) }];
}

/** Languages in one line: Chinese and English first, then by code, so that equal sets read equal. */
export function readLanguages({ project, names }: ComparedEntry, words: CompareWords): CompareValue {
  if (!project.languages) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  const first = ['en', 'zh'];
  const codes = [...project.languages].sort((a, b) => first.indexOf(b) - first.indexOf(a) || (a < b ? -1 : 1));
  return [{ text: codes.map((code) => names.languages[code] ?? code).join(words.comma) }];
}

/** What goes in and what comes out, each in the dictionary's order. */
export function readModalities({ project }: ComparedEntry, words: CompareWords): CompareValue {
  const { modalities, kind } = project;
  if (!modalities) return isWithoutWeights(kind) ? 'inapplicable' : [];
  const written = (list: readonly string[]) =>
    Object.entries(words.modality)
      .flatMap(([name, word]) => (list.includes(name) ? [word] : []))
      .join(words.comma);
  return [{ text: fill(words.modalities, { input: written(modalities.input), output: written(modalities.output) }) }];
}

/** What became of it: state and date, successor, reason, mirror. */
export function readStatus({ project, names }: ComparedEntry, words: CompareWords, paths: Paths): CompareValue {
  const { state, since, by, reason, mirror } = project.status;
  if (state === 'unknown') return [];
  return [
    { text: words.status[state], note: since === null ? undefined : fill(words.since, { date: since }) },
    ...(by === null
      ? []
      : [{ text: fill(words.successor, { name: names.projects[by] ?? by }), href: paths.project(by) }]),
    ...(reason === null ? [] : [{ text: reason }]),
    ...(mirror === null ? [] : [{ text: words.mirror, href: mirror, external: true }]),
  ];
}

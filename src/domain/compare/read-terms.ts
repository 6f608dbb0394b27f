import { isUntrained } from '../catalog/kinds.ts';
import { latinLang } from '../format/language.ts';
import type { CellId } from '../openness/cells.ts';
import type { Paths } from '../paths.ts';
import type { ComparedEntry, CompareItem, CompareValue } from './model.ts';
import { fill } from '../format/fill.ts';
import type { CompareWords } from './words.ts';

type Layer = 'code' | 'weights' | 'data';
type Stage = keyof ComparedEntry['project']['training'];

/** A layer's licence with what it permits, or the word for a layer that has none. No items where it is unknown. */
function licenseItems(
  id: string,
  only: readonly string[],
  { names }: ComparedEntry,
  words: CompareWords,
  paths: Paths,
): CompareItem[] {
  if (id === 'unknown') return [];
  const license = names.licenses[id];
  const versions = only.length > 0 ? [fill(words.onlyVersions, { names: only.join(words.comma) })] : [];
  const note = [...(license ? [words.verdict[license.verdict]] : []), ...versions].join(words.pause);
  const text = license?.name ?? words.licenseState[id] ?? id;
  return [
    { text, note: note || undefined, ...(license ? { href: paths.license(id), lang: latinLang(license.name) } : {}) },
  ];
}

/** Reads the licence of a layer; for weights also those of single versions. */
export function readLicense(layer: Layer) {
  return (entry: ComparedEntry, words: CompareWords, paths: Paths): CompareValue => {
    const { licenses, variants } = entry.project;
    const exceptions = new Map<string, string[]>();
    if (layer === 'weights')
      for (const { name, license } of variants ?? [])
        if (license !== null) exceptions.set(license, [...(exceptions.get(license) ?? []), name]);
    return [
      ...licenseItems(licenses[layer], [], entry, words, paths),
      ...[...exceptions].flatMap(([id, only]) => licenseItems(id, only, entry, words, paths)),
    ];
  };
}

/** The argument of the verdict, a sentence a step. */
export function readBecause({ project }: ComparedEntry): CompareValue {
  return project.commercialUse.because.map((text) => ({ text }));
}

/** Reads what was released of a stage of ChatGPT's route. */
export function readStage(stage: Stage) {
  return ({ project }: ComparedEntry, words: CompareWords): CompareValue => {
    if (isUntrained(project.kind)) return 'inapplicable';
    const state = project.training[stage];
    return state === 'unknown' ? [] : [{ text: words.stageState[state], shape: `stage-word stage-${state}` }];
  };
}

/** The datasets of the catalogue that it is known to be trained on; their own pages carry the sources. */
export function readDatasets({ names }: ComparedEntry, _words: CompareWords, paths: Paths): CompareValue {
  return names.datasets.map(({ id, name }) => ({ text: name, href: paths.dataset(id), lang: latinLang(name) }));
}

/** The marks of the openness table: full, half, empty; no mark where the question does not arise. */
const OPENNESS_SHAPE: Readonly<Record<string, string>> = {
  open: 'stage-word stage-released',
  partly: 'stage-word stage-described',
  closed: 'stage-word stage-absent',
};

/** Reads how far one of the nine things of the openness table is open. */
export function readOpenness(cell: CellId) {
  return ({ project }: ComparedEntry, words: CompareWords): CompareValue => {
    const state = project.openness?.[cell] ?? 'unknown';
    const shape = OPENNESS_SHAPE[state];
    return state === 'unknown' ? [] : [{ text: words.openness[cell][state], ...(shape && { shape }) }];
  };
}

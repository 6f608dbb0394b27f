import { isWithoutWeights } from '../catalog/kinds.ts';
import { latinLang } from '../format/language.ts';
import { shortParameters } from '../format/parameters.ts';
import { groupDigits } from '../format/tokens.ts';
import type { Paths } from '../paths.ts';
import type { ComparedEntry, CompareItem, CompareValue } from './model.ts';
import { memoryNote } from './read-gist.ts';
import { fill } from '../format/fill.ts';
import type { CompareWords } from './words.ts';

type Edge = NonNullable<ComparedEntry['project']['lineage']>[number];

/** An empty list says that there is none. */
const orNone = (items: readonly CompareItem[]): CompareValue => (items.length > 0 ? items : 'none');

function edgeNote({ fromVariant, variants, note }: Edge, words: CompareWords): string | undefined {
  const parts = [
    fromVariant === null ? null : fill(words.fromVersion, { name: fromVariant }),
    variants === null ? null : fill(words.onlyVersions, { names: variants.join(words.comma) }),
    note,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(words.pause) : undefined;
}

/** What it was made from, and how. */
export function readLineage({ project, names }: ComparedEntry, words: CompareWords, paths: Paths): CompareValue {
  if (!project.lineage) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  if (project.lineage.length === 0) return [{ text: words.noAncestors }];
  return project.lineage.map((edge) => ({
    text: `${words.relation[edge.relation]} ${edge.external ? edge.from : (names.projects[edge.from] ?? edge.from)}`,
    note: edgeNote(edge, words),
    ...(edge.external ? {} : { href: paths.project(edge.from) }),
  }));
}

/** Who made it. */
export function readOrganizations({ project, names }: ComparedEntry, _: CompareWords, paths: Paths): CompareValue {
  return project.organizations.map((id) => {
    const text = names.organizations[id] ?? id;
    return { text, href: paths.organization(id), lang: latinLang(text) };
  });
}

/** Where the catalogue puts it. */
export function readCategories({ project, names }: ComparedEntry, _: CompareWords, paths: Paths): CompareValue {
  return project.categories.map((id) => ({ text: names.categories[id] ?? id, href: paths.category(id) }));
}

/** Other names in one line, the Chinese one first. */
export function readAliases({ project }: ComparedEntry, words: CompareWords): CompareValue {
  const names = [...(project.zhName === null ? [] : [project.zhName]), ...project.aliases];
  return names.length > 0 ? [{ text: names.join(words.comma) }] : 'none';
}

type Variant = NonNullable<ComparedEntry['project']['variants']>[number];

/** The shape of a model, as far as its memory depends on it. */
function architectureParts({ architecture }: Variant, words: CompareWords): string[] {
  if (!architecture) return [];
  const { layers, attentionLayers, hiddenSize, attentionHeads, keyValueHeads } = architecture;
  return [
    fill(words.layers, { count: attentionLayers === layers ? layers : `${layers}/${attentionLayers}` }),
    ...(attentionHeads === null ? [] : [fill(words.heads, { heads: attentionHeads, keyValue: keyValueHeads ?? '?' })]),
    ...(hiddenSize === null ? [] : [fill(words.hiddenSize, { count: hiddenSize })]),
  ];
}

/** What GitHub said of the repository on the day of the snapshot. */
export function readRepository({ project }: ComparedEntry, words: CompareWords): CompareValue {
  const { repository } = project;
  if (!repository) return [];
  const { checked, fullName, id, stars, pushed, archived, license } = repository;
  const parts = [
    fill(words.stars, { count: groupDigits(stars) }),
    ...(pushed === null ? [] : [fill(words.pushed, { date: pushed })]),
    ...(archived ? [words.archived] : []),
    ...(license === null ? [] : [fill(words.detectedLicense, { name: license })]),
    fill(words.repositoryId, { id }),
    fill(words.accessed, { date: checked }),
  ];
  return [{ text: fullName, lang: 'en', note: parts.join(words.pause) }];
}

/** Every size and version: its size, its context, its shape. */
export function readVariants({ project }: ComparedEntry, words: CompareWords): CompareValue {
  if (!project.variants) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  return project.variants.map((variant) => {
    const { name, parameters, activeParameters, contextLength } = variant;
    const parts = [
      parameters === null ? null : shortParameters(parameters),
      activeParameters === null ? null : fill(words.activeParameters, { count: shortParameters(activeParameters) }),
      contextLength === null ? null : fill(words.tokens, { count: groupDigits(contextLength) }),
      ...architectureParts(variant, words),
    ].filter((part) => part !== null);
    return { text: name, lang: latinLang(name), note: parts.join(words.pause) || undefined };
  });
}

/** Every figure of GPU memory, with its conditions. */
export function readHardware({ project }: ComparedEntry, words: CompareWords): CompareValue {
  if (!project.hardware) return isWithoutWeights(project.kind) ? 'inapplicable' : [];
  return project.hardware.map((figure) => {
    const precision = figure.precision === null ? [] : [words.precision[figure.precision]];
    return {
      text: [words.task[figure.task], ...precision, `${figure.vramGb} GB`].join(' '),
      note: memoryNote(figure, words),
    };
  });
}

/** Loud claims, weighed; each with the source that it rests on. */
export function readClaims({ project }: ComparedEntry, words: CompareWords): CompareValue {
  return orNone(
    project.claims.map(({ text, by, method, verdict, evidence }) => {
      const said = [
        words.claimVerdict[verdict],
        ...(by === null ? [] : [fill(words.claimBy, { who: by })]),
        ...(method === null ? [] : [fill(words.claimMethod, { how: method })]),
      ];
      const source = project.evidence.findIndex(({ id }) => id === evidence);
      return { text, note: said.join(words.pause), sources: source < 0 ? [] : [source + 1] };
    }),
  );
}

/** What happened to it; entering the catalogue is no news of the project. */
export function readChanges({ project }: ComparedEntry, words: CompareWords): CompareValue {
  const news = project.changes.filter(({ kind }) => kind !== 'added');
  return orNone(news.map(({ date, kind, text }) => ({ text: `${date} ${text}`, note: words.changeKind[kind] })));
}

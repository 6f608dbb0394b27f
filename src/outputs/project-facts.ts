import { cardParts } from '../domain/catalog/card.ts';
import { isWithoutWeights } from '../domain/catalog/kinds.ts';
import type { Catalog, Project } from '../domain/catalog/model.ts';
import { datasetsUsedBy } from '../domain/catalog/resources.ts';
import { latinLang } from '../domain/format/language.ts';
import { chineseParameters, shortParameters } from '../domain/format/parameters.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import type { Paths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import { STATED_PARTS } from '../schema/openness-cells.ts';
import type { FactPath } from '../schema/evidence.ts';
import type { FactItem, FactRow } from './fact-row.ts';
import { stateWord } from './openness-rows.ts';

/** Writes a parameter count for reading: `62 亿（6.2B）`, with the active share of a mixture of experts. */
function parametersText(parameters: number, active: number | null): string {
  const total = `${chineseParameters(parameters)}（${shortParameters(parameters)}）`;
  return active === null ? total : `${total}，${t.project.activeParameters} ${shortParameters(active)}`;
}

function parameterItems(project: Project): FactItem[] {
  const known = (project.variants ?? []).flatMap(({ parameters, activeParameters }) =>
    parameters === null ? [] : [parametersText(parameters, activeParameters)],
  );
  return [...new Set(known)].map((text) => ({ text }));
}

function contextItems(project: Project): FactItem[] {
  const lengths = (project.variants ?? []).map((variant) => variant.contextLength).filter((length) => length !== null);
  return [...new Set(lengths)].sort((a, b) => a - b).map((length) => ({ text: t.project.tokens(groupDigits(length)) }));
}

function statusItems(catalog: Catalog, project: Project, paths: Paths): FactItem[] {
  const { state, since, by, reason, mirror } = project.status;
  if (state === 'unknown') return [];
  const text = since ? `${t.status[state]}（${t.project.since(since)}）` : t.status[state];
  const successor = by ? catalog.projectById.get(by) : undefined;
  return [
    { text },
    ...(successor ? [{ text: `${t.project.successor} ${successor.name}`, href: paths.project(successor.id) }] : []),
    ...(reason ? [{ text: reason }] : []),
    ...(mirror ? [{ text: t.project.mirror, href: mirror, external: true }] : []),
  ];
}

function modalityItems(project: Project): FactItem[] {
  if (!project.modalities) return [];
  const words = (list: readonly (keyof typeof t.modality)[]) => list.map((name) => t.modality[name]).join('、');
  return [{ text: t.project.modalityFlow(words(project.modalities.input), words(project.modalities.output)) }];
}

/** Names a weights page by the last part of its address, which is the model's name on the hub. */
function weightsItem(href: string): FactItem {
  const name = new URL(href).pathname.split('/').filter(Boolean).at(-1) ?? href;
  return { text: name, href, lang: 'en', external: true };
}

const languageNames = new Intl.DisplayNames(['zh-CN'], { type: 'language', fallback: 'code' });

/** Gives the Chinese word for a language code. */
export function languageWord(code: string): string {
  return t.language[code] ?? languageNames.of(code) ?? code;
}

/** Leaves out rows that a tool without weights has no answer to, rather than calling them unknown. */
function unlessTool(project: Project, ...rows: FactRow[]): FactRow[] {
  return isWithoutWeights(project.kind) ? rows.filter(({ items }) => items.length > 0) : rows;
}

/** The datasets of the catalogue that it is known to be trained on; their own pages carry the sources. */
function datasetRow(catalog: Catalog, project: Project, paths: Paths): FactRow[] {
  const datasets = datasetsUsedBy(catalog, project.id);
  if (datasets.length === 0) return [];
  const items = datasets.map(({ id, name }) => ({ text: name, href: paths.dataset(id), lang: latinLang(name) }));
  return [{ fact: 'datasets', label: t.project.datasets, items }];
}

/** What was looked up of its openness, where anything was; the whole row of the table is one link away. */
function opennessRow(project: Project, paths: Paths): FactRow[] {
  const stated = STATED_PARTS.filter((part) => project.openness[part] !== 'unknown');
  if (stated.length === 0) return [];
  const words = stated.map((part) => t.openness.fact(t.openness.cell[part], stateWord(part, project.openness[part])));
  return [
    {
      fact: 'openness',
      label: t.openness.title,
      items: [
        { text: t.openness.inTable, href: `${paths.openness()}#${project.id}` },
        { text: words.join(t.openness.comma) },
      ],
    },
  ];
}

/** Builds the rows of an entry's facts table, in reading order. */
export function projectFacts(catalog: Catalog, project: Project, paths: Paths): FactRow[] {
  const row = (fact: FactPath, label: string, items: FactItem[]): FactRow => ({ fact, label, items });
  const { project: words } = t;
  return [
    row(
      'organizations',
      words.organizations,
      project.organizations.map((id) => {
        const organization = catalog.organizationById.get(id);
        const text = organization?.zhName ?? organization?.name ?? id;
        return { text, href: paths.organization(id), lang: latinLang(text) };
      }),
    ),
    row('released', words.released, project.released ? [{ text: project.released }] : []),
    row('kind', words.kind, [{ text: t.kind[project.kind] }]),
    row(
      'categories',
      words.categories,
      project.categories.map((id) => ({
        text: catalog.categoryById.get(id)?.name ?? id,
        href: paths.category(id),
      })),
    ),
    ...(isWithoutWeights(project.kind) && !project.variants
      ? []
      : [
          row('variants', words.parameters, parameterItems(project)),
          row('variants', words.contextLength, contextItems(project)),
        ]),
    ...(project.links.weights.length > 1
      ? [row('links.weights', words.links.weights, project.links.weights.map(weightsItem))]
      : []),
    ...unlessTool(
      project,
      row(
        'languages',
        words.languages,
        project.languages ? [{ text: project.languages.map(languageWord).join('、') }] : [],
      ),
      row('modalities', words.modalities, modalityItems(project)),
    ),
    ...datasetRow(catalog, project, paths),
    ...opennessRow(project, paths),
    row('status', words.status, statusItems(catalog, project, paths)),
    ...(project.links.movedFrom.length > 0
      ? [
          row(
            'links.movedFrom',
            words.movedFrom,
            project.links.movedFrom.map((href) => ({ text: new URL(href).pathname.slice(1), href, external: true })),
          ),
        ]
      : []),
  ];
}

/** The quiet line under a card: parameters, year, organisation, languages. Unknown parts are left out. */
export function cardFacts(catalog: Catalog, project: Project): string[] {
  return cardParts(project, {
    organization(id) {
      const organization = catalog.organizationById.get(id);
      return organization?.zhName ?? organization?.name;
    },
    language: languageWord,
    languagesMore: t.languagesMore,
    separator: '、',
  });
}

/** A link button of an entry: to its repository, weights, paper … */
export interface ProjectLink {
  fact: FactPath;
  text: string;
  href: string;
}

/** Tells whether an entry's own pages are known to be gone. */
export function isGone({ status }: Project): boolean {
  return status.state === 'hoax' || status.state === 'unavailable';
}

/** Lists an entry's outward links, the repository first. Of several weights pages the first; the facts table has them all. */
export function projectLinks(project: Project): ProjectLink[] {
  const { links } = project;
  const words = t.project.links;
  const link = (fact: FactPath, text: string, href: string | null) => (href === null ? [] : [{ fact, text, href }]);
  const isGitHub = links.repo !== null && new URL(links.repo).hostname === 'github.com';
  const repoWord = isGitHub ? words.repo : words.repoElsewhere;
  return [
    ...link('links.repo', isGone(project) ? words.gone(repoWord) : repoWord, links.repo),
    ...link('links.weights', words.weights, links.weights[0] ?? null),
    ...link('links.paper', words.paper, links.paper),
    ...link('links.data', words.data, links.data),
    ...link('links.demo', words.demo, links.demo),
    ...link('links.homepage', words.homepage, links.homepage),
  ];
}

import type { Catalog, Dataset, Leaderboard } from '../domain/catalog/model.ts';
import { latinLang } from '../domain/format/language.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import type { Paths } from '../domain/paths.ts';
import { t } from '../i18n/index.ts';
import { EXTERNAL_PREFIX } from '../schema/lineage.ts';
import { LICENSE_STATES, type LicenseState } from '../schema/licensing.ts';
import type { FactItem, FactRow } from './fact-row.ts';
import { languageWord } from './project-facts.ts';

function row(fact: string, label: string, items: FactItem[]): FactRow {
  return { fact, label, items };
}

function organizationItems(catalog: Catalog, ids: readonly string[], paths: Paths): FactItem[] {
  return ids.map((id) => {
    const organization = catalog.organizationById.get(id);
    const text = organization?.zhName ?? organization?.name ?? id;
    return { text, href: paths.organization(id), lang: latinLang(text) };
  });
}

/** A licence by its id, or the word for why there is none; nothing where it was not found out. */
function licenseItems(catalog: Catalog, id: string, paths: Paths): FactItem[] {
  const license = catalog.licenseById.get(id);
  if (license) {
    const text = license.spdx ?? license.name;
    return [{ text: `${text}（${t.verdict[license.commercialUse]}）`, href: paths.license(id) }];
  }
  const isState = (LICENSE_STATES as readonly string[]).includes(id);
  return isState && id !== 'unknown' ? [{ text: t.licenseState[id as LicenseState] }] : [];
}

/** Names of projects by id; a name outside the catalogue stays text. */
function projectItems(catalog: Catalog, names: readonly string[], paths: Paths): FactItem[] {
  return names.map((name) => {
    const project = catalog.projectById.get(name);
    if (project) return { text: project.name, href: paths.project(project.id), lang: latinLang(project.name) };
    return { text: name.startsWith(EXTERNAL_PREFIX) ? name.slice(EXTERNAL_PREFIX.length).trim() : name };
  });
}

function languageItems(codes: readonly string[] | undefined): FactItem[] {
  return codes ? [{ text: codes.map(languageWord).join('、') }] : [];
}

/** Writes the parts of a size: `52,002 条样本（英文）`. */
export function sizeItems(size: Dataset['size']): FactItem[] {
  return (size ?? []).map(({ count, unit, note }) => ({
    text: `${groupDigits(count)} ${t.dataset.unit[unit]}${note ? `（${note}）` : ''}`,
  }));
}

function statusItems(status: Dataset['status']): FactItem[] {
  if (!status) return [];
  const text = status.since ? `${t.status[status.state]}（${t.project.since(status.since)}）` : t.status[status.state];
  return [
    { text },
    ...(status.reason ? [{ text: status.reason }] : []),
    ...(status.mirror ? [{ text: t.project.mirror, href: status.mirror, external: true }] : []),
  ];
}

const dateItems = (date: string | undefined): FactItem[] => (date ? [{ text: date }] : []);

/** Builds the rows of a dataset's facts table, in reading order. */
export function datasetFacts(catalog: Catalog, dataset: Dataset, paths: Paths): FactRow[] {
  const words = t.dataset;
  return [
    row('kind', words.kindLabel, [{ text: words.kind[dataset.kind] }]),
    row('organizations', t.project.organizations, organizationItems(catalog, dataset.organizations, paths)),
    row('released', t.project.released, dateItems(dataset.released)),
    row('size', words.size, sizeItems(dataset.size)),
    row('languages', t.project.languages, languageItems(dataset.languages)),
    row('origin', words.origin, dataset.origin ? [{ text: words.originWord[dataset.origin] }] : []),
    ...(dataset.generatedBy
      ? [row('generatedBy', words.generatedBy, projectItems(catalog, dataset.generatedBy, paths))]
      : []),
    row('license', words.license, licenseItems(catalog, dataset.license, paths)),
    ...(dataset.usedBy.length > 0 ? [row('usedBy', words.usedBy, projectItems(catalog, dataset.usedBy, paths))] : []),
    ...(dataset.status ? [row('status', t.project.status, statusItems(dataset.status))] : []),
  ];
}

/** Builds the rows of a leaderboard's facts table, in reading order. */
export function leaderboardFacts(catalog: Catalog, leaderboard: Leaderboard, paths: Paths): FactRow[] {
  const words = t.leaderboard;
  const { licenses } = leaderboard;
  return [
    row('measures', words.measures, [{ text: leaderboard.measures }]),
    row('method', words.methodLabel, [{ text: words.method[leaderboard.method] }]),
    ...(leaderboard.judge ? [row('judge', words.judge, [{ text: leaderboard.judge }])] : []),
    row('size', words.size, sizeItems(leaderboard.size)),
    row('languages', t.project.languages, languageItems(leaderboard.languages)),
    row('organizations', t.project.organizations, organizationItems(catalog, leaderboard.organizations, paths)),
    row('released', t.project.released, dateItems(leaderboard.released)),
    row('licenses.code', words.code, licenseItems(catalog, licenses.code, paths)),
    row('licenses.data', words.data, licenseItems(catalog, licenses.data, paths)),
    row('status', t.project.status, statusItems(leaderboard.status)),
  ];
}

/** A link button of a dataset or leaderboard. */
export interface ResourceLink {
  text: string;
  href: string;
}

/** Lists outward links, the page itself first; an address is listed once. */
export function resourceLinks(
  first: ResourceLink,
  links: {
    repo?: string | undefined;
    paper?: string | undefined;
    homepage?: string | undefined;
    data?: string | undefined;
  },
): ResourceLink[] {
  const words = t.project.links;
  const all = [
    first,
    ...(links.repo ? [{ text: words.repo, href: links.repo }] : []),
    ...(links.paper ? [{ text: words.paper, href: links.paper }] : []),
    ...(links.homepage ? [{ text: words.homepage, href: links.homepage }] : []),
    ...(links.data ? [{ text: words.data, href: links.data }] : []),
  ];
  return all.filter((link, i) => all.findIndex(({ href }) => href === link.href) === i);
}

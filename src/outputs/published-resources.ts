import type { Dataset, Leaderboard } from '../domain/catalog/model.ts';
import { EXTERNAL_PREFIX } from '../schema/lineage.ts';
import type { PublishedDataset, PublishedLeaderboard } from '../schema/published-resources.ts';

/** What datasets and leaderboards have alike, every field present. */
function publishCommon(entry: Dataset | Leaderboard, url: string) {
  const { status } = entry;
  return {
    id: entry.id,
    url,
    name: entry.name,
    zhName: entry.zhName ?? null,
    aliases: entry.aliases,
    organizations: entry.organizations,
    released: entry.released ?? null,
    summary: entry.summary,
    languages: entry.languages ?? null,
    size: entry.size?.map(({ count, unit, note }) => ({ count, unit, note: note ?? null })) ?? null,
    status: {
      state: status?.state ?? ('unknown' as const),
      since: status?.since ?? null,
      by: status?.by ?? null,
      reason: status?.reason ?? null,
      mirror: status?.mirror ?? null,
    },
  };
}

/** Turns a dataset into its published form, v1. `url` is the absolute address of its page. */
export function publishDataset(dataset: Dataset, url: string): PublishedDataset {
  const { links } = dataset;
  return {
    ...publishCommon(dataset, url),
    kind: dataset.kind,
    links: {
      data: links.data,
      repo: links.repo ?? null,
      paper: links.paper ?? null,
      homepage: links.homepage ?? null,
    },
    origin: dataset.origin ?? null,
    generatedBy: (dataset.generatedBy ?? []).map((from) => ({
      from: from.startsWith(EXTERNAL_PREFIX) ? from.slice(EXTERNAL_PREFIX.length).trim() : from,
      external: from.startsWith(EXTERNAL_PREFIX),
    })),
    license: dataset.license,
    usedBy: dataset.usedBy,
    evidence: dataset.evidence.map((item) => ({ ...item, title: item.title ?? null })),
  };
}

/** Turns a leaderboard into its published form, v1. `url` is the absolute address of its page. */
export function publishLeaderboard(leaderboard: Leaderboard, url: string): PublishedLeaderboard {
  const { links } = leaderboard;
  return {
    ...publishCommon(leaderboard, url),
    links: {
      homepage: links.homepage,
      repo: links.repo ?? null,
      paper: links.paper ?? null,
      data: links.data ?? null,
    },
    measures: leaderboard.measures,
    method: leaderboard.method,
    judge: leaderboard.judge ?? null,
    licenses: leaderboard.licenses,
    evidence: leaderboard.evidence.map((item) => ({ ...item, title: item.title ?? null })),
  };
}

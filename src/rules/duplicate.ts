import { foldName, foldRepository } from '../domain/catalog/names.ts';
import type { AuthoredProject } from '../schema/project.ts';
import type { Finding } from './finding.ts';
import { findingAt, type Rule, type Valid } from './rule.ts';
import type { FactLocation, Source } from './source.ts';

interface Keyed {
  source: Source;
  path: FactLocation;
  key: string;
  shown: string;
}

/** Reports every item whose key an earlier item of another file already has. */
function repeats(
  code: string,
  items: readonly Keyed[],
  hint: string,
  say: (item: Keyed, first: Keyed) => string,
  allowed: (item: Source, first: Source) => boolean = () => false,
): Finding[] {
  const first = new Map<string, Keyed>();
  const findings: Finding[] = [];
  for (const item of items) {
    const earlier = first.get(item.key);
    if (!earlier) first.set(item.key, item);
    else if (earlier.source !== item.source && !allowed(item.source, earlier.source))
      findings.push(findingAt(item.source, code, item.path, say(item, earlier), hint, { actual: item.shown }));
  }
  return findings;
}

/** Two files of one folder never share an id, whatever their ending or case. */
export const duplicateIdRule: Rule = {
  code: 'duplicate-id',
  title: '同一目录里 id 不能重复',
  check: ({ sources }) =>
    repeats(
      'duplicate-id',
      sources.map((source) => ({
        source,
        path: [],
        key: `${source.collection}/${source.id.toLowerCase()}`,
        shown: source.id,
      })),
      '换一个 id；同一个项目就合成一个文件',
      (item, first) => `id '${item.shown}' 已经被 ${first.source.file} 用了。`,
    ),
};

function repositories(source: Valid<AuthoredProject>): Keyed[] {
  const { repo, movedFrom = [] } = source.data.links;
  return [
    ...(repo ? [{ source, path: ['links', 'repo'], key: foldRepository(repo), shown: repo }] : []),
    ...movedFrom.map((url, i) => ({ source, path: ['links', 'movedFrom', i], key: foldRepository(url), shown: url })),
  ];
}

/** Tells whether either entry says that it shares its repository with the other. */
function declaredShared(a: Source, b: Source): boolean {
  const says = (one: Source, other: Source) =>
    (one as Valid<AuthoredProject>).data.links.repoSharedWith?.includes(other.id) ?? false;
  return says(a, b) || says(b, a);
}

/** One repository belongs to one entry, old addresses included, unless they say that they share it. */
export const duplicateRepositoryRule: Rule = {
  code: 'duplicate-repository',
  title: '一个仓库只对应一个条目，旧地址也算',
  check: ({ projects }) =>
    repeats(
      'duplicate-repository',
      projects.flatMap(repositories),
      '同一个项目就补充那个条目；一个仓库里有几代模型时，在 links.repoSharedWith 里写上对方的 id',
      (item, first) => `仓库 ${item.shown} 已经收录在 ${first.source.file}。`,
      declaredShared,
    ),
};

type Named = Pick<AuthoredProject, 'name' | 'zhName' | 'aliases'>;

function names(source: Valid<Named>): Keyed[] {
  const { name, zhName, aliases } = source.data;
  return [
    { path: ['name'], shown: name },
    ...(zhName ? [{ path: ['zhName'], shown: zhName }] : []),
    ...aliases.map((alias, i) => ({ path: ['aliases', i], shown: alias })),
  ].map((item) => ({ source, ...item, key: foldName(item.shown) }));
}

/** A name or alias leads to one entry of its folder. */
export const duplicateNameRule: Rule = {
  code: 'duplicate-name',
  title: '名字和别名不能与其他条目相同',
  check: ({ projects, datasets, leaderboards }) =>
    [projects, datasets, leaderboards].flatMap((sources) =>
      repeats(
        'duplicate-name',
        sources.flatMap(names),
        '同一个项目就补充那个条目；不同的项目就去掉这个别名，或写得更完整',
        (item, first) => `名字 '${item.shown}' 已经被 ${first.source.file} 用了。`,
      ),
    ),
};

import type { Finding } from './finding.ts';
import { findingAt, replaceValue, type Rule } from './rule.ts';
import { fieldName } from './schema-findings.ts';
import type { FactLocation, Source } from './source.ts';

/** Gives the canonical form of a GitHub repository URL, or undefined where the address is no repository. */
function canonicalRepository(url: string): string | undefined {
  const match = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:[#?].*)?$/i.exec(url);
  return match ? `https://github.com/${match[1]}/${match[2]}` : undefined;
}

function check(source: Source, path: FactLocation, url: string): Finding[] {
  if (!/^https?:\/\/(?:www\.)?github\.com\//i.test(url)) return [];
  const canonical = canonicalRepository(url);
  if (canonical === url) return [];
  const fix = canonical === undefined ? undefined : replaceValue(source, path, canonical);
  return [
    findingAt(
      source,
      'repository-url',
      path,
      `${fieldName(path)}: '${url}' 不是仓库的规范地址。`,
      `写成 ${canonical ?? 'https://github.com/OWNER/NAME'}`,
      { actual: url, expected: canonical ?? 'https://github.com/OWNER/NAME', ...(fix ? { fix } : {}) },
    ),
  ];
}

/** GitHub repositories are written one way, so that links and duplicates are plain to see. */
export const repositoryUrlRule: Rule = {
  code: 'repository-url',
  title: 'GitHub 仓库写成 https://github.com/OWNER/NAME',
  check: ({ projects }) =>
    projects.flatMap((source) => {
      const { repo, movedFrom = [] } = source.data.links;
      return [
        ...(repo ? check(source, ['links', 'repo'], repo) : []),
        ...movedFrom.flatMap((url, i) => check(source, ['links', 'movedFrom', i], url)),
      ];
    }),
};

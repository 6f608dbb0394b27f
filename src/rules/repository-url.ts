import type { Finding } from './finding.ts';
import { findingAt, type Rule } from './rule.ts';

/** Gives the canonical form of a GitHub repository URL, or undefined where the address is no repository. */
function canonicalRepository(url: string): string | undefined {
  const match = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:[#?].*)?$/i.exec(url);
  return match ? `https://github.com/${match[1]}/${match[2]}` : undefined;
}

/** GitHub repositories are written one way, so that links and duplicates are plain to see. */
export const repositoryUrlRule: Rule = {
  code: 'repository-url',
  title: 'GitHub 仓库写成 https://github.com/OWNER/NAME',
  check({ projects }) {
    const findings: Finding[] = [];
    for (const source of projects) {
      const { repo } = source.data.links;
      if (!repo || !/^https?:\/\/(?:www\.)?github\.com\//i.test(repo)) continue;
      const canonical = canonicalRepository(repo);
      if (canonical === repo) continue;
      findings.push(
        findingAt(
          source,
          'repository-url',
          ['links', 'repo'],
          `links.repo: '${repo}' 不是仓库的规范地址。`,
          canonical ? `写成 ${canonical}` : '写成 https://github.com/OWNER/NAME',
        ),
      );
    }
    return findings;
  },
};

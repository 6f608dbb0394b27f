import { createGitHubPaths, createPaths } from './domain/paths.ts';

/**
 * The one place that knows the site's name, address and repository. The three environment variables
 * override it at build time (an empty one counts as none); a fork or a host sets them and changes nothing else:
 * - `SITE_URL`: scheme and host, e.g. https://example.org
 * - `BASE_PATH`: path that the site is served under, e.g. /catalogue
 * - `GITHUB_REPOSITORY`: owner/name, set by GitHub Actions itself
 */
const env = process.env;

export const site = {
  name: '平替图鉴',
  tagline: 'ChatGPT 开源替代项目目录',
  description: '收录 ChatGPT 的开源替代项目：能不能商用、多大显存能跑、从谁那里来，每条事实都写明来源和查证日期。',
  language: 'zh-CN',
  // `.example` is reserved (RFC 2606): a build without SITE_URL never points at somebody else's host.
  url: (env['SITE_URL'] || 'https://pingti-tujian.example').replace(/\/+$/, ''),
  base: `/${(env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}`,
  repository: env['GITHUB_REPOSITORY'] || 'pingti-tujian/pingti-tujian',
  branch: 'main',
} as const;

export const paths = createPaths(site.base);
export const github = createGitHubPaths(site.repository, site.branch);

/** Makes a path of the site (base included) into an absolute address. */
export function absolute(path: string): string {
  return `${site.url}${path}`;
}

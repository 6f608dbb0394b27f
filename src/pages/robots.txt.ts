import { absolute, paths } from '../site.config.ts';

/** Lets every crawler in and says where the sitemap is. */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(paths.sitemap())}\n`);
}

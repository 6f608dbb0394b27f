import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { THEME_INIT } from './src/client/theme-init.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { editorFiles } from './src/integrations/editor-files.ts';
import { outwardLinks } from './src/integrations/outward-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { withoutMdx } from './src/integrations/without-mdx.ts';
import { site } from './src/site.config.ts';

const themeInitHash = `sha256-${createHash('sha256').update(THEME_INIT).digest('base64')}`;

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  output: 'static',
  // Lets editors complete front matter (see docs/editors.md).
  experimental: { contentIntellisense: true },
  prerenderConflictBehavior: 'error',
  integrations: [contentCheck(), mdx(), sitemap(), searchIndex(), editorFiles()],
  markdown: {
    // Smart quotes would turn the straight quotes that authors write around Latin words into curly ones.
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [outwardLinks] }),
    // Highlighting puts inline styles on tokens, which the policy below forbids.
    syntaxHighlight: false,
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
      ],
      // Pagefind runs WebAssembly; the inline script that sets the theme is named by its hash.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeInitHash] },
    },
  },
  vite: { plugins: [tailwindcss(), withoutMdx()] },
});

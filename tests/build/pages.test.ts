import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributes, BUILDS, elementsOf, filesBelow, read, SITE_URL, textOf, type Element } from '../support/built.ts';

describe.each(BUILDS)('pages $name', ({ base, folder }) => {
  const files = new Set(filesBelow(folder));
  const pages = [...files]
    .filter((path) => path.endsWith('.html') && !path.startsWith('/pagefind/'))
    .map((path) => {
      const elements = elementsOf(read(folder, path));
      return { path, address: `${base}${path.replace(/index\.html$/, '')}`, elements, all: elements.map(attributes) };
    });
  const idsOf = new Map(pages.map(({ path, all }) => [path, new Set(all.map((a) => a['id']).filter(Boolean))]));
  const byName = (elements: Element[], name: string) => elements.filter(({ tagName }) => tagName === name);

  it('lead somewhere: every internal link has a file, every fragment an element', () => {
    const broken: string[] = [];
    for (const { path, address, elements } of pages)
      for (const element of elements) {
        const { href, src, action } = attributes(element);
        for (const target of [element.tagName === 'base' ? undefined : href, src, action]) {
          if (target === undefined || target === '') continue;
          const url = new URL(target, `${SITE_URL}${address}`);
          if (url.origin !== SITE_URL) continue;
          const inside = url.pathname.startsWith(`${base}/`) || base === '';
          const file = url.pathname.slice(base.length).replace(/\/$/, '/index.html');
          if (!inside || !files.has(decodeURIComponent(file))) broken.push(`${path} → ${target}`);
          else if (url.hash && !idsOf.get(file)?.has(decodeURIComponent(url.hash.slice(1))))
            broken.push(`${path} → ${target}`);
        }
      }
    expect(broken).toEqual([]);
  });

  it('name themselves: language, one h1, title, description, canonical and Open Graph address', () => {
    for (const { path, address, elements, all } of pages) {
      expect(byName(elements, 'html').map((e) => attributes(e)['lang'])).toEqual(['zh-CN']);
      expect(byName(elements, 'h1'), path).toHaveLength(1);
      expect(textOf(byName(elements, 'title')[0]!)).toMatch(/平替图鉴/);
      expect(all.find((a) => a['name'] === 'description')?.['content']?.length ?? 0).toBeGreaterThan(5);
      if (path === '/404.html') continue;
      expect(all.find((a) => a['rel'] === 'canonical')?.['href'], path).toBe(`${SITE_URL}${address}`);
      expect(all.find((a) => a['property'] === 'og:url')?.['content']).toBe(`${SITE_URL}${address}`);
    }
  });

  it('have titles of their own', () => {
    const titles = pages.map(({ elements }) => textOf(byName(elements, 'title')[0]!));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
  });

  it('run no code but their own: policy without unsafe-inline, no handlers, no inline styles, nothing from elsewhere', () => {
    for (const { path, elements, all } of pages) {
      const policy = all.find((a) => a['http-equiv']?.toLowerCase() === 'content-security-policy')?.['content'] ?? '';
      const script = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
      expect(policy, path).toMatch(/default-src 'none'/);
      expect(script, path).toMatch(/'self'/);
      expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|https?:/);
      for (const a of all) {
        expect(
          Object.keys(a).filter((name) => name.startsWith('on') || name === 'style'),
          path,
        ).toEqual([]);
        if (a['href']) expect(a['href'], path).not.toMatch(/^(?:javascript|data|vbscript):/i);
      }
      for (const element of elements) {
        const { src, href, rel } = attributes(element);
        const loads = src ?? (element.tagName === 'link' && rel !== 'canonical' ? href : undefined);
        if (loads) expect(new URL(loads, SITE_URL).origin, `${path} ${loads}`).toBe(SITE_URL);
      }
    }
  });

  it('have no script that blocks rendering', () => {
    for (const { path, elements } of pages)
      for (const script of byName(elements, 'script')) {
        const { src, type, async, defer } = attributes(script);
        const blocks = src !== undefined && type !== 'module' && async === undefined && defer === undefined;
        expect(blocks, `${path} ${src}`).toBe(false);
      }
  });

  it('open outward links without a handle on this page', () => {
    for (const { path, elements } of pages)
      for (const link of byName(elements, 'a')) {
        const { href = '', rel = '' } = attributes(link);
        if (/^https?:/.test(href) && !href.startsWith(SITE_URL)) expect(rel, `${path} ${href}`).toMatch(/\bnoopener\b/);
      }
  });

  it('give every entry its edit link and a prefilled report', () => {
    const entries = pages.filter(({ path }) => /^\/projects\/[^/]+\//.test(path));
    for (const { path, all } of entries) {
      const id = path.split('/')[2]!;
      const hrefs = all.map((a) => a['href'] ?? '');
      expect(hrefs).toContain(`https://github.com/owner/catalogue/edit/main/content/projects/${id}.md`);
      const report = hrefs.find(
        (href) => href.startsWith('https://github.com/owner/catalogue/issues/new?') && href.includes(id),
      );
      expect(new URL(report!).searchParams.get('body')).toContain(`content/projects/${id}.md`);
    }
  });

  it('carry JSON-LD that parses and names its page', () => {
    const entries = pages.filter(({ path }) => /^\/projects\/[^/]+\//.test(path) || path === '/index.html');
    for (const { address, elements } of entries) {
      const script = byName(elements, 'script').find((e) => attributes(e)['type'] === 'application/ld+json')!;
      const data = JSON.parse(textOf(script)) as Record<string, string>;
      expect(data['@context']).toBe('https://schema.org');
      expect(data['url']).toBe(`${SITE_URL}${address}`);
      expect(['WebSite', 'SoftwareSourceCode', 'Dataset']).toContain(data['@type']);
    }
  });

  it('keep labels and chrome out of the search index', () => {
    expect(files.has(join('/pagefind', 'pagefind-entry.json'))).toBe(true);
    const withBody = pages
      .filter(({ all }) => all.some((a) => 'data-pagefind-body' in a))
      .map(({ path }) => path.split('/')[1]);
    expect(new Set(withBody)).toEqual(
      new Set(['projects', 'categories', 'organizations', 'licenses', 'datasets', 'leaderboards', 'guides']),
    );
  });
});

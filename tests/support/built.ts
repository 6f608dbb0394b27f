import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** The project's root, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The base path that the second build is served under. */
const BASE = '/catalogue';

/** Address that both test builds are made for. */
export const SITE_URL = 'https://catalogue.example';

/** The two builds that the tests look at: at the root, and under {@link BASE}. */
export const BUILDS = [
  { name: 'at the root', base: '', folder: join(ROOT, 'dist') },
  { name: `under ${BASE}`, base: BASE, folder: join(ROOT, 'tests/.tmp/dist-base') },
] as const;

export const DIST = BUILDS[0].folder;

/** Lists the files below a folder as paths with a leading slash, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .sort();
}

export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export function readJson<Data>(folder: string, path: string): Data {
  return JSON.parse(read(folder, path)) as Data;
}

export type Element = DefaultTreeAdapterTypes.Element;

/** An element's attributes by name. */
export function attributes(element: Element): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
}

/** Lists every element of a page, the contents of templates included, in document order. */
export function elementsOf(html: string): Element[] {
  return elementsIn(parse(html));
}

/** Lists every element below a node, the contents of templates included, in document order. */
export function elementsIn(root: DefaultTreeAdapterTypes.Node): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(root);
  return found;
}

/** Joins the text below an element. */
export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

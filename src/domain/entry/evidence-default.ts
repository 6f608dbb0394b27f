import { coversFact } from '../catalog/evidence.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Groups whose facts need a source each, where they are known. */
const STATED = ['training', 'licenses', 'openness'] as const;

function inside(facts: Facts, key: string): Facts {
  const value = facts[key];
  return typeof value === 'object' && value !== null ? (value as Facts) : {};
}

/** Lists the facts that were said and that need a source, as paths of `evidence.supports`; the checker asks for the same. */
export function sourcedFacts(facts: Facts): string[] {
  const links = inside(facts, 'links');
  const stated = STATED.flatMap((group) =>
    Object.entries(inside(facts, group))
      .filter(([, state]) => state !== 'unknown')
      .map(([key]) => `${group}.${key}`),
  );
  return [
    ...Object.keys(links)
      .filter((key) => key !== 'repoSharedWith')
      .map((key) => `links.${key}`),
    ...['released', 'variants', 'lineage', 'languages', 'modalities'].filter((key) => facts[key] !== undefined),
    ...stated,
    ...['hardware', 'status', 'claims'].filter((key) => facts[key] !== undefined),
  ];
}

/** Short names for the pages that sources most often are. */
const PAGE_NAMES: readonly [RegExp, string][] = [
  [/\/readme[^/]*$/i, 'readme'],
  [/\/(?:licen[cs]e|copying)[^/]*$/i, 'license'],
  [/\/commits?(?:\/|$)/, 'history'],
  [/^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+\/?$/, 'repo'],
  [/^https?:\/\/(?:huggingface\.co|modelscope\.cn|www\.modelscope\.cn)\//, 'model-card'],
  [/^https?:\/\/arxiv\.org\//, 'paper'],
];

/** Makes a short name for a source from its address, unlike those in use: `readme`, `license-2`. */
function evidenceId(url: string, taken: ReadonlySet<string>): string {
  const base = PAGE_NAMES.find(([pattern]) => pattern.test(url))?.[1] ?? 'source';
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * Completes evidence items: a name where none was given; and an item that does not say what it supports stands for
 * every said fact that no other item names; for all of them where nothing is left, for the name where nothing is said.
 */
export function completeEvidence(items: readonly Facts[], facts: Facts): Facts[] {
  const taken = new Set(items.map((item) => item['id']).filter((id) => typeof id === 'string'));
  const named = items.flatMap((item) => (Array.isArray(item['supports']) ? (item['supports'] as string[]) : []));
  const said = sourcedFacts(facts);
  const open = said.filter((fact) => !coversFact(named, fact));
  return items.map((item) => {
    const url = typeof item['url'] === 'string' ? item['url'] : '';
    const id = item['id'] ?? evidenceId(url, taken);
    taken.add(String(id));
    const supports = item['supports'] ?? [open, said, ['name']].find((facts) => facts.length > 0);
    const { url: address, title, accessed } = item;
    return {
      id,
      ...(address === undefined ? {} : { url: address }),
      ...(title === undefined ? {} : { title }),
      ...(accessed === undefined ? {} : { accessed }),
      supports,
    };
  });
}

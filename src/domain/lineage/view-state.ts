/** What a reader has chosen on the page of the family trees. */
export interface LineageState {
  /** Root of the one family shown; empty for all. */
  family: string;
  /** The node whose relatives are shown; empty for none. */
  focus: string;
  /** Relatives along every link to the end. */
  far: boolean;
  /** Roots of the families that are drawn to their last level. */
  open: readonly string[];
}

/** What there is to choose from. */
export interface LineageChoices {
  families: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
}

/** Reads the state from a URL's query. What does not exist is dropped. */
export function parseLineageState(query: string, { families, nodes }: LineageChoices): LineageState {
  const params = new URLSearchParams(query);
  const known = (name: string, all: ReadonlySet<string>): string => {
    const value = params.get(name) ?? '';
    return all.has(value) ? value : '';
  };
  const focus = known('focus', nodes);
  return {
    family: known('family', families),
    focus,
    far: focus !== '' && params.get('far') === '1',
    open: [...new Set((params.get('open') ?? '').split(','))].filter((root) => families.has(root)).sort(),
  };
}

/** Writes the state as a URL's query, `?` included; empty where everything is as it comes. */
export function serializeLineageState({ family, focus, far, open }: LineageState): string {
  const params = new URLSearchParams();
  if (family) params.set('family', family);
  if (focus) params.set('focus', focus);
  if (focus && far) params.set('far', '1');
  if (open.length > 0) params.set('open', [...open].sort().join(','));
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query ? `?${query}` : '';
}

import { EXTERNAL_PREFIX } from '../../schema/lineage.ts';
import { LICENSE_STATES } from '../../schema/licensing.ts';
import { foldName } from '../catalog/names.ts';
import { joinList, oneLine, splitList, type Answers } from './answers.ts';
import { FIELD_REFERENCES, PROJECT_FIELDS } from './fields.ts';
import type { KnownFile } from './known.ts';

interface Named {
  id: string;
  name: string;
  zhName?: string | undefined;
  aliases?: readonly string[];
}

/** Finds ids by what people call things: the id in any case, a name, a Chinese name, an alias. A name that two share finds none. */
function finder(items: readonly Named[]): (text: string) => string {
  const ids = new Set(items.map(({ id }) => id));
  const found = new Map<string, string | null>();
  const add = (name: string | undefined, id: string) => {
    const key = foldName(name ?? '');
    if (key === '') return;
    const other = found.get(key);
    found.set(key, other === undefined || other === id ? id : null);
  };
  for (const { id, name, zhName, aliases = [] } of items) for (const one of [name, zhName, ...aliases]) add(one, id);
  // An id beats whatever else is called so.
  for (const id of ids) found.set(foldName(id), id);
  return (text) => (ids.has(text) ? text : (found.get(foldName(text)) ?? text));
}

/** Where an answer's path stands in the questions: `variants.0.license` → `variants.license`. */
function fieldPath(path: string): string {
  return path.replace(/\.\d+(?=\.)/g, '');
}

/**
 * Puts ids where somebody wrote a name: 智谱 → `zhipu-ai`, `apache-2.0` → `Apache-2.0`. What is not known stays as
 * written, for the checker to name.
 */
export function withIds(answers: Answers, known: KnownFile): Record<string, string> {
  const states = LICENSE_STATES.map((id) => ({ id, name: id }));
  const finders: Readonly<Record<string, (text: string) => string>> = {
    projects: finder(known.projects),
    organizations: finder(known.organizations),
    licenses: finder([...known.licenses, ...states]),
    categories: finder(known.categories),
  };
  const find = (path: string, text: string) => {
    if (text.startsWith(EXTERNAL_PREFIX)) return text;
    return finders[FIELD_REFERENCES[path] ?? '']?.(text) ?? text;
  };
  return Object.fromEntries(
    Object.entries(answers).map(([path, text]) => {
      const field = PROJECT_FIELDS.find((one) => one.path === fieldPath(path));
      if (!field || !(field.path in FIELD_REFERENCES)) return [path, text];
      if (field.kind !== 'list') return [path, find(field.path, oneLine(text))];
      // Names may have blanks; only ids and commas part them.
      const whole = splitList(text, true).map((item) => find(field.path, item));
      return [path, joinList(whole)];
    }),
  );
}

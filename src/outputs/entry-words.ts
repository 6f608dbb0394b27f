import type { Field, FieldGroup } from '../domain/entry/fields.ts';
import { t } from '../i18n/index.ts';

/** The name of a field, by its path in the schema. */
export function fieldLabel(path: string): string {
  return t.contribute.field[path] ?? t.factName[path] ?? path;
}

/** A choice and the words that the schema says about it. */
export interface ChoiceWord {
  value: string;
  word: string;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds where the description begins to list the options: `数值；fp16 …`. */
function listStart(description: string, options: readonly string[]): number {
  const [first] = options;
  const at = first === undefined ? null : new RegExp(`(?:^|[；：\\s])${escape(first)} `).exec(description);
  return at?.index ?? -1;
}

/** The options of a choice with the words of the schema's description (`finetune 微调 | …`); the names of facts for paths of facts. */
export function choiceWords({
  options,
  description,
  path,
}: Pick<Field, 'options' | 'description' | 'path'>): ChoiceWord[] {
  const listed = description.slice(Math.max(0, listStart(description, options))).replace(/^[；：\s]+/, '');
  const words = new Map(
    listed.split(/\s*\|\s*/).map((part) => {
      const blank = part.indexOf(' ');
      return [part.slice(0, blank), part.slice(blank + 1)] as const;
    }),
  );
  return options.map((value) => ({
    value,
    word: words.get(value) ?? (path === 'evidence.supports' ? (t.factName[value] ?? value) : value),
  }));
}

/** What the schema says about a field beside the list of its options; empty where that is all, or only its name again. */
export function fieldHelp({
  options,
  description,
  path,
}: Pick<Field | FieldGroup, 'description' | 'path'> & { options?: readonly string[] }): string {
  const start = listStart(description, options ?? []);
  const help = start < 0 ? description : description.slice(0, start).replace(/[；：\s]+$/, '');
  return help === fieldLabel(path) ? '' : help;
}

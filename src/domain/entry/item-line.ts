import { splitList } from './answers.ts';
import { PROJECT_QUESTIONS, type FieldGroup } from './fields.ts';
import { NEW_KEYS } from './new-groups.ts';

/** The field of a repeated group that a bare text stands for. */
const MAIN: Readonly<Record<string, string>> = {
  variants: 'name',
  lineage: 'from',
  hardware: 'vramGb',
  claims: 'text',
  changes: 'text',
  evidence: 'url',
  newOrganizations: 'id',
  newLicenses: 'id',
};

/** The repeated groups of a project, by key. */
export const REPEATED_GROUPS: ReadonlyMap<string, FieldGroup> = new Map(
  PROJECT_QUESTIONS.filter((question) => question.type === 'group' && question.repeated).map((question) => [
    question.key,
    question as FieldGroup,
  ]),
);

/**
 * Reads one item of a repeated group from a line: fields as `key=value` with `;` between them, the first part without
 * a key for the group's main field: `ChatGLM-6B; parameters=6.2B; contextLength=2048`. Throws a
 * RangeError with the part where a later part has no key that the group knows.
 */
export function itemAnswers(group: string, place: number, line: string): Record<string, string> {
  const keys = NEW_KEYS[group] ?? REPEATED_GROUPS.get(group)?.fields.map((field) => field.key) ?? [];
  const answers: Record<string, string> = {};
  line.split(/[;；]/).forEach((part, i) => {
    const match = /^\s*([A-Za-z.]+)\s*[=＝]\s*(.*)$/s.exec(part);
    const key = match && keys.includes(match[1]!) ? match[1] : undefined;
    if (key) answers[`${group}.${place}.${key}`] = match![2]!.trim();
    else if (i === 0 && part.trim() !== '') answers[`${group}.${place}.${MAIN[group]!}`] = part.trim();
    else if (part.trim() !== '') throw new RangeError(part.trim());
  });
  return answers;
}

/** Reads the items of a repeated group, one a line. Throws a RangeError with the part that cannot be read. */
export function groupAnswers(group: string, text: string): Record<string, string> {
  const lines = splitList(`${text}\n`, true);
  return Object.assign({}, ...lines.map((line, place) => itemAnswers(group, place, line))) as Record<string, string>;
}

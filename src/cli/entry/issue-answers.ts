import { NONE, oneLine, reordersText, visible, type Answers } from '../../domain/entry/answers.ts';
import { bodyAnswers } from '../../domain/entry/body.ts';
import { withDefaults } from '../../domain/entry/defaults.ts';
import { suggestIds } from '../../domain/entry/ids.ts';
import { issueSections } from '../../domain/entry/issue.ts';
import { itemPlaces } from '../../domain/entry/answers.ts';
import { groupAnswers, REPEATED_GROUPS } from '../../domain/entry/item-line.ts';
import type { KnownFile } from '../../domain/entry/known.ts';
import { withIds } from '../../domain/entry/resolve.ts';
import { NEW_GROUPS } from '../../domain/entry/new-groups.ts';
import { t } from '../../i18n/index.ts';
import { fieldLabel } from '../../outputs/entry-words.ts';
import { issueFields, supportedFact, WHOLE_BODY } from '../../outputs/issue-forms.ts';

const words = t.contribute.issue;

/** Longest answer of a box and of a line, in characters. */
const MAX_BOX = 20_000;
const MAX_LINE = 1_000;

/** An issue that nothing is made of; the message says why, to the person who wrote it. */
export class Refusal extends Error {}

/** What an issue's form said, by the answer's path, and how many hidden characters were taken out. */
interface Read {
  texts: Record<string, string>;
  removed: number;
}

/** Reads the form's fields out of an issue. Throws a {@link Refusal} for what is too long or deceives the eye. */
function read(kind: 'new' | 'correction', markdown: string, known: KnownFile): Read {
  const fields = issueFields(kind, known.categories);
  let sections;
  try {
    sections = issueSections(
      markdown,
      fields.map(({ label }) => label),
    );
  } catch {
    throw new Refusal(words.tooLong);
  }
  const texts: Record<string, string> = {};
  let removed = 0;
  for (const { path, label, type, multiple } of fields) {
    const text = sections.get(label);
    if (text === undefined) continue;
    const limit = type === 'textarea' ? MAX_BOX : MAX_LINE;
    if (text.length > limit) throw new Refusal(words.lineTooLong(label, limit));
    if (reordersText(text)) throw new Refusal(words.reordered(label));
    const clean = visible(text);
    removed += text.length - clean.length;
    // A choice shows its value and a word for it: `chat-model 对话模型`.
    const first = (choice: string) => choice.trim().split(' ')[0]!;
    texts[path] = type === 'dropdown' ? (multiple ? clean.split(',') : [clean]).map(first).join('\n') : clean;
  }
  return { texts, removed };
}

/** Takes a code fence off that somebody put around the whole of a box. */
function unfenced(text: string): string {
  return /^(`{3,}|~{3,})[^\n]*\n([\s\S]*)\n\1\s*$/.exec(text)?.[2] ?? text;
}

function groupTexts(path: string, text: string): Record<string, string> {
  if (oneLine(text) === NONE) return { [path]: NONE };
  // People make lists of lines.
  const lines = unfenced(text).replace(/^[ \t]*[-*][ \t]+/gm, '');
  try {
    return groupAnswers(path, lines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(words.badItem(fieldLabel(path), error.message));
  }
}

/** What an issue wants made. */
export interface Wish {
  answers: Answers;
  removed: number;
}

const GROUPS = new Set<string>([...REPEATED_GROUPS.keys(), ...Object.values(NEW_GROUPS)]);

/** Turns an issue of the form "new project" into answers. `day` is when it was written. Throws a {@link Refusal}. */
export function newEntryAnswers(markdown: string, known: KnownFile, day: string): Wish {
  const { texts, removed } = read('new', markdown, known);
  let answers: Record<string, string> = {};
  for (const [path, text] of Object.entries(texts)) {
    if (GROUPS.has(path)) Object.assign(answers, groupTexts(path, text));
    else if (path === WHOLE_BODY) Object.assign(answers, bodyAnswers(unfenced(text)));
    else answers[path] = text;
  }
  const taken = new Set(known.projects.map(({ id }) => id));
  const id = oneLine(answers['id'] ?? '') || suggestIds(answers['name'] ?? '', answers['links.repo'] ?? '', taken)[0];
  answers = withIds(withDefaults({ ...answers, id: id ?? '' }, { ...t.contribute, today: day }), known);
  return { answers, removed };
}

/** What an issue of the form "correction" asks for, before the entry is read. */
export interface CorrectionWish {
  id: string;
  field: string;
  removed: number;
  /** Puts the correction into the entry's answers, with its source and a line in the changes. */
  apply: (answers: Answers) => Answers;
}

/** Reads an issue of the form "correction". Throws a {@link Refusal}. */
export function correctionWish(markdown: string, known: KnownFile, day: string): CorrectionWish {
  const { texts, removed } = read('correction', markdown, known);
  const field = oneLine(texts['field'] ?? '');
  const allowed = issueFields('correction', []).find(({ path }) => path === 'field')!.options!;
  if (!allowed.some((option) => option.split(' ')[0] === field)) throw new Refusal(words.noField(field));
  const url = oneLine(texts['evidence'] ?? '');
  const fact = supportedFact(field);
  const note = oneLine(texts['note'] ?? '') || `${t.contribute.issue.forms.correction.title}${fieldLabel(field)}`;
  return {
    id: oneLine(texts['id'] ?? ''),
    field,
    removed,
    apply(answers) {
      const next = (group: string) => (itemPlaces(answers, group).at(-1) ?? -1) + 1;
      const source = `evidence.${next('evidence')}`;
      const change = `changes.${next('changes')}`;
      return withIds(
        {
          ...answers,
          [field]: unfenced(texts['value'] ?? ''),
          ...(fact && url ? { [`${source}.url`]: url, [`${source}.accessed`]: day, [`${source}.supports`]: fact } : {}),
          [`${change}.date`]: day,
          [`${change}.kind`]: 'corrected',
          [`${change}.text`]: note,
        },
        known,
      );
    },
  };
}

import type { z } from 'zod';
import { projectSchema } from '../../schema/project.ts';
import { itemPlaces, joinList, NONE, oneLine, splitList, type Answers } from './answers.ts';
import { completeEvidence } from './evidence-default.ts';
import { PROJECT_QUESTIONS, type Field, type FieldGroup } from './fields.ts';

/** What a file says, as its YAML reads: nested, and unchecked. */
export type Facts = Record<string, unknown>;

/** Reads a number where the text is one; other texts stay, so that the checker can name them. */
function numberOf(text: string): number | string {
  const plain = text.replace(/(?<=\d)[,，](?=\d{3}\b)/g, '');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** Gives the value that an answer stands for; undefined where nothing was said. */
function valueOf(field: Field, answer: string | undefined): unknown {
  if (answer === undefined || oneLine(answer) === '') return undefined;
  switch (field.kind) {
    case 'list':
    case 'choices': {
      const items = splitList(answer, field.itemsHaveBlanks);
      return items.length > 0 ? items : undefined;
    }
    case 'number':
      return numberOf(oneLine(answer));
    case 'flag':
      return oneLine(answer) === 'true' ? true : oneLine(answer);
    default:
      return oneLine(answer);
  }
}

/** Puts a value at a path of keys, making the objects on the way. */
function put(facts: Facts, key: string, value: unknown): void {
  const steps = key.split('.');
  const last = steps.pop()!;
  const inside = steps.reduce<Facts>((object, step) => (object[step] ??= {}) as Facts, facts);
  inside[last] = value;
}

function objectOf(group: FieldGroup, answers: Answers, prefix: string): Facts | undefined {
  const facts: Facts = {};
  for (const field of group.fields) {
    const value = valueOf(field, answers[`${prefix}.${field.key}`]);
    if (value !== undefined) put(facts, field.key, value);
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** What a group has to say where nothing is known of it: licences of every layer unknown. Undefined where that is not enough. */
function unknownOf({ key }: FieldGroup): unknown {
  const schema: z.ZodType = projectSchema.shape[key as keyof typeof projectSchema.shape];
  const { data } = schema.safeParse({});
  return Object.keys((data ?? {}) as object).length > 0 ? data : undefined;
}

function groupOf(group: FieldGroup, answers: Answers): unknown {
  if (!group.repeated) return objectOf(group, answers, group.path) ?? (group.required ? unknownOf(group) : undefined);
  const items = itemPlaces(answers, group.path)
    .map((place) => objectOf(group, answers, `${group.path}.${place}`))
    .filter((item) => item !== undefined);
  if (items.length > 0) return items;
  return group.mayBeNone && answers[group.path]?.trim() === NONE ? [] : undefined;
}

/** Turns answers into the facts of a file, keys in the order of the schema. Nothing is checked here; what was not said is not there. */
export function factsOf(answers: Answers): Facts {
  const facts: Facts = {};
  for (const question of PROJECT_QUESTIONS) {
    const value = question.type === 'group' ? groupOf(question, answers) : valueOf(question, answers[question.path]);
    if (value !== undefined) facts[question.key] = value;
  }
  if (Array.isArray(facts['evidence'])) facts['evidence'] = completeEvidence(facts['evidence'] as Facts[], facts);
  return facts;
}

function answerOf(value: unknown): string {
  if (Array.isArray(value)) return joinList(value.map(String));
  return String(value);
}

function addObject(answers: Record<string, string>, prefix: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value as Facts))
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      addObject(answers, `${prefix}.${key}`, inner);
    else answers[`${prefix}.${key}`] = answerOf(inner);
}

/** Turns the facts of a file back into answers, so that {@link factsOf} gives the same facts. */
export function answersOf(facts: Readonly<Facts>): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const question of PROJECT_QUESTIONS) {
    const value = facts[question.key];
    if (value === undefined || value === null) continue;
    if (question.type === 'field') answers[question.path] = answerOf(value);
    else if (!question.repeated) addObject(answers, question.path, value);
    else if (Array.isArray(value) && value.length === 0) answers[question.path] = NONE;
    else if (Array.isArray(value)) value.forEach((item, i) => addObject(answers, `${question.path}.${i}`, item));
  }
  return answers;
}

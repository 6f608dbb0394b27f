import type { z } from 'zod';
import { PROJECT_SECTIONS } from '../../schema/body.ts';
import { PROJECT_KINDS, projectSchema, type ProjectKind } from '../../schema/project.ts';
import { isUntrained, isWithoutWeights } from '../catalog/kinds.ts';
import { oneLine, type Answers } from './answers.ts';
import { bodyOf } from './body.ts';
import { factsOf, type Facts } from './facts.ts';
import { PROJECT_QUESTIONS, type Field, type FieldGroup } from './fields.ts';
import { flow, keyLines } from './write-yaml.ts';

/** A file of the catalogue that is to be written. */
export interface NewFile {
  /** Path from the project root. */
  path: string;
  text: string;
}

/** Path of a project's file. */
export function projectFile(id: string): string {
  return `content/projects/${id}.md`;
}

/** Keys that do not apply to a kind: a tool has no weights, a program around a model no training. */
function isApplicable(key: string, kind: unknown): boolean {
  if (!(PROJECT_KINDS as readonly unknown[]).includes(kind)) return true;
  if (key === 'training') return !isUntrained(kind as ProjectKind);
  return !['variants', 'languages', 'hardware'].includes(key) || !isWithoutWeights(kind as ProjectKind);
}

/** A line that tells what could stand here; without its first sign it is YAML that is read as meant. Only keys with an example in the schema have one. */
function guideLine({ key, description }: Field | FieldGroup): string | undefined {
  const schema: z.ZodType = projectSchema.shape[key as keyof typeof projectSchema.shape];
  const examples = schema.meta()?.['examples'] as readonly unknown[] | undefined;
  return examples && `# ${key}: ${flow(examples[0])} # ${description}`;
}

const GUIDE = '# 井号开头的行是提示：查到了就去掉第一个井号改成真的，查不到留着或删掉都行，页面会写“未知”';
const BODY_GUIDE = `# 正文写在下面的 --- 之后，200–600 字，用自己的话。小标题依次是：${PROJECT_SECTIONS.map(({ heading }) => `## ${heading}`).join('、')}`;

/** Writes front matter: what is known in the schema's order, and a guiding comment where a fact is unknown. */
function frontMatter(facts: Readonly<Facts>, hasBody: boolean): string {
  const lines: string[] = [];
  for (const question of PROJECT_QUESTIONS) {
    const { key } = question;
    const guide = key in facts || !isApplicable(key, facts['kind']) ? undefined : guideLine(question);
    if (key in facts) lines.push(keyLines(key, facts[key]));
    else if (guide) lines.push(...(lines.includes(GUIDE) ? [] : [GUIDE]), guide);
  }
  if (!hasBody) lines.push(BODY_GUIDE);
  return lines.join('\n');
}

/**
 * Writes the file of a new project from what somebody said about it. Pure: whoever asks, the same answers give the
 * same bytes. Nothing is checked; what is wrong in the answers is wrong in the file, for the checker to name.
 */
export function entryFile(answers: Answers): NewFile {
  const body = bodyOf(answers);
  const head = frontMatter(factsOf(answers), body !== '');
  return { path: projectFile(oneLine(answers['id'] ?? '')), text: `---\n${head}\n---\n${body && `\n${body}`}` };
}

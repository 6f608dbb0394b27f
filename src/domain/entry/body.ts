import { PROJECT_SECTIONS } from '../../schema/body.ts';
import { visible, type Answers } from './answers.ts';

const prefix = 'body.';

/** The answer's path of each section of the body. */
export const BODY_PATHS: readonly string[] = PROJECT_SECTIONS.map(({ key }) => `${prefix}${key}`);

function paragraphs(text: string): string {
  return visible(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Writes the body from the sections that were answered, under their headings in order; empty where none was. */
export function bodyOf(answers: Answers): string {
  return PROJECT_SECTIONS.map(({ key, heading }) => ({ heading, text: paragraphs(answers[`${prefix}${key}`] ?? '') }))
    .filter(({ text }) => text !== '')
    .map(({ heading, text }) => `## ${heading}\n\n${text}\n`)
    .join('\n');
}

/** Splits a body at the agreed headings into answers; what stands before the first goes to the first section. */
export function bodyAnswers(body: string): Record<string, string> {
  const answers: Record<string, string> = {};
  let key: string = PROJECT_SECTIONS[0].key;
  let isCode = false;
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const section = isCode ? undefined : PROJECT_SECTIONS.find(({ heading }) => line.trim() === `## ${heading}`);
    if (section) key = section.key;
    else answers[`${prefix}${key}`] = `${answers[`${prefix}${key}`] ?? ''}${line}\n`;
  }
  return Object.fromEntries(
    Object.entries(answers).flatMap(([path, text]) => (text.trim() === '' ? [] : [[path, text.trim()]])),
  );
}

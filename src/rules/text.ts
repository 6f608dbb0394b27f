import { HIDDEN_CHARACTERS } from '../domain/format/hidden.ts';
import type { Position, TextEdit } from './finding.ts';

/** Something in a file's characters that no reader can see and that must not be there. */
export interface TextProblem extends Position {
  message: string;
  hint: string;
  /** Takes the character out, where nothing is lost by that. Offsets in the text given. */
  fix?: TextEdit[];
}

/** Characters without width: they come along with a copied text, and nobody misses them. */
const WITHOUT_WIDTH = /[\u200b-\u200f\u2060-\u2064\ufeff]/;

/** Finds the hidden characters of a text (byte-order mark already taken off), at most one a line. */
export function hiddenCharacters(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  let lineStart = 0;
  let line = 1;
  let reported = 0;
  for (const match of text.matchAll(HIDDEN_CHARACTERS)) {
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < match.index; end = text.indexOf('\n', lineStart)) {
      lineStart = end + 1;
      line++;
    }
    if (line === reported) continue;
    reported = line;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const broken = match[0] === '\ufffd';
    problems.push({
      line,
      column: match.index - lineStart + 1,
      message: broken ? '这里不是 UTF-8 文字。' : `这里有看不见的字符 U+${code}。`,
      hint: broken ? '用 UTF-8 编码重新保存文件' : '删掉它，重新打一遍这几个字',
      ...(WITHOUT_WIDTH.test(match[0]) ? { fix: [{ start: match.index, end: match.index + 1, text: '' }] } : {}),
    });
  }
  return problems;
}

/** Line and column of an offset. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

import type { Position } from './finding.ts';

/** Something in a file's characters that no reader can see and that must not be there. */
export interface TextProblem extends Position {
  message: string;
  hint: string;
}

/**
 * Characters that hide or reorder text: control characters but tab and line ends, zero-width and
 * bidirectional ones, and U+FFFD, which stands where bytes were no UTF-8.
 */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;

/** Finds the hidden characters of a text (byte-order mark already taken off), at most one a line. */
export function hiddenCharacters(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  text.split('\n').forEach((content, i) => {
    HIDDEN.lastIndex = 0;
    const match = HIDDEN.exec(content);
    if (!match) return;
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const broken = match[0] === '\ufffd';
    problems.push({
      line: i + 1,
      column: match.index + 1,
      message: broken ? '这里不是 UTF-8 文字。' : `这里有看不见的字符 U+${code}。`,
      hint: broken ? '用 UTF-8 编码重新保存文件' : '删掉它，重新打一遍这几个字',
    });
  });
  return problems;
}

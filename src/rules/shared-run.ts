import type { Nodes, Parents } from 'mdast';
import { visit } from 'unist-util-visit';
import { textOf } from './body-text.ts';
import type { Finding } from './finding.ts';
import { bodyTree } from './markdown.ts';
import type { Rule } from './rule.ts';
import type { Source } from './source.ts';

/** From how many characters on, blanks left out, equal text in two bodies counts as copied. */
const RUN_LENGTH = 20;

/** A run with fewer Chinese characters than this is a name or a title that two texts may share. */
const MIN_HAN = 8;

/** A paragraph or heading: runs do not reach across. */
interface Block {
  source: Source;
  line: number;
  characters: string[];
}

function blocksOf(source: Source): Block[] {
  let tree;
  try {
    tree = bodyTree(source);
  } catch {
    return []; // body-safety says why it cannot be read
  }
  const blocks: Block[] = [];
  visit(tree, (node: Nodes): 'skip' | undefined => {
    if (node.type !== 'paragraph' && node.type !== 'tableCell') return undefined;
    const characters = [...textOf(node as Parents).replace(/\s+/g, '')];
    blocks.push({ source, line: (node.position?.start.line ?? 1) + source.bodyOffset, characters });
    return 'skip';
  });
  return blocks;
}

function isProse(characters: readonly string[]): boolean {
  return characters.filter((character) => /\p{Script=Han}/u.test(character)).length >= MIN_HAN;
}

/** Finds where `block` and an earlier one go on being equal, and gives the whole run. */
function runFrom(block: Block, start: number, other: Block, otherStart: number): string {
  let length = 0;
  while (
    start + length < block.characters.length &&
    block.characters[start + length] === other.characters[otherStart + length]
  )
    length++;
  return block.characters.slice(start, start + length).join('');
}

/** Reports every run of a block that stands in an earlier file too; linear in the length of all bodies. */
function findRuns(blocks: readonly Block[]): Finding[] {
  const first = new Map<string, { block: Block; start: number }>();
  const findings: Finding[] = [];
  for (const block of blocks)
    for (let start = 0; start + RUN_LENGTH <= block.characters.length; start++) {
      const shingle = block.characters.slice(start, start + RUN_LENGTH);
      const key = shingle.join('');
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, { block, start });
        continue;
      }
      if (earlier.block.source === block.source || !isProse(shingle)) continue;
      const run = runFrom(block, start, earlier.block, earlier.start);
      findings.push({
        code: 'shared-run',
        severity: 'error',
        file: block.source.file,
        line: block.line,
        column: 1,
        message: `“${run}” 与 ${earlier.block.source.file}:${earlier.block.line} 一字不差。`,
        hint: '用自己的话另写一句',
      });
      start += [...run].length - 1;
    }
  return findings;
}

/** Every body is written in words of its own. */
export const sharedRunRule: Rule = {
  code: 'shared-run',
  title: '两篇正文不共用长句（20 字起）',
  check: ({ sources }) => findRuns(sources.filter(({ body }) => body.trim() !== '').flatMap(blocksOf)),
};

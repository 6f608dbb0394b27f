/** A link as a page hands it to its script: the upper node, how it was made from it, and whether that is a step of descent. */
export interface Step {
  from: string;
  relations: readonly string[];
  descent: boolean;
}

/** Marks a step that is none of descent. */
const ASIDE = '~';

/** Writes what a node was made from as one attribute: `llama=finetune+delta-weights ~stanford-alpaca=data-from`. */
export function writeSteps(steps: readonly Step[]): string {
  return steps
    .map(({ from, relations, descent }) => `${descent ? '' : ASIDE}${encodeURIComponent(from)}=${relations.join('+')}`)
    .join(' ');
}

/** Reads what {@link writeSteps} wrote. */
export function readSteps(text: string): Step[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', relations = ''] = part.replace(ASIDE, '').split('=');
      return { from: decodeURIComponent(from), relations: relations.split('+'), descent: !part.startsWith(ASIDE) };
    });
}

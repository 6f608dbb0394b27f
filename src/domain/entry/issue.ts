/** Longest issue that is read, in characters: GitHub's own limit, and nothing beyond it. */
const MAX_ISSUE = 65_536;

/** What GitHub writes where a form's field was left empty. */
const NO_RESPONSE = '_No response_';

/** Takes closed HTML comments out of a text. An open one stays, to be refused as HTML. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, '');
}

/** Opens or closes a code fence: its mark, or undefined where the line is none. */
function fenceOf(line: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  if (open === undefined) return mark?.[1];
  const closes = mark && mark[1]![0] === open[0] && mark[1]!.length >= open.length && mark[2]!.trim() === '';
  return closes ? undefined : open;
}

/**
 * Takes an issue that GitHub made of a form apart: `### Label`, then what was answered. Only the form's own labels, in
 * the form's order, begin an answer, and none does within a code fence, so that text which looks like a form stays
 * text. Returns answers by label; what was left empty is not there. Throws a RangeError where the issue is too long.
 */
export function issueSections(markdown: string, labels: readonly string[]): ReadonlyMap<string, string> {
  if (markdown.length > MAX_ISSUE) throw new RangeError(`${markdown.length} > ${MAX_ISSUE}`);
  const sections = new Map<string, string[]>();
  let reached = -1;
  let fence: string | undefined;
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const label = fence === undefined ? /^### (.+?)\s*$/.exec(line)?.[1] : undefined;
    const place = label === undefined ? -1 : labels.indexOf(label, reached + 1);
    if (place >= 0) {
      reached = place;
      sections.set(label!, []);
      continue;
    }
    fence = fenceOf(line, fence);
    if (reached >= 0) sections.get(labels[reached]!)!.push(line);
  }
  return new Map(
    [...sections]
      .map(([label, lines]) => [label, withoutComments(lines.join('\n')).trim()] as const)
      .filter(([, text]) => text !== '' && text !== NO_RESPONSE),
  );
}

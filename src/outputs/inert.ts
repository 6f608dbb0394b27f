/** Characters that are not seen or that turn the direction of what follows: controls, line ends, zero-width and bidirectional marks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/**
 * Shows a text by strangers in GitHub's Markdown so that nothing in it acts: as a code span, in which there are no
 * links, mentions, references, images or HTML. At most `max` characters, on one line, without bars, so that it may
 * stand in a table's cell.
 */
export function inert(text: string, max: number): string {
  const seen = text.toWellFormed().replace(UNSEEN, ' ').replaceAll('|', '｜').trim();
  const characters = [...seen];
  const short = characters.length > max ? `${characters.slice(0, max).join('')}…` : seen;
  if (short === '') return '';
  const longest = Math.max(0, ...(short.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${short} ${fence}` : `${fence}${short}${fence}`;
}

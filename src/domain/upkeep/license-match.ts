import { LICENSE_STATES } from '../../schema/licensing.ts';

/** GitHub's word for a licence file that it cannot put a name to. */
export const UNRECOGNISED = 'NOASSERTION';

/** Tells whether two identifiers name one licence: GitHub still says `GPL-3.0` where SPDX says `GPL-3.0-only`. */
export function sameSpdx(a: string, b: string): boolean {
  const [first, second] = [a, b].map((id) => id.toLowerCase().replace(/(?:-only|-or-later|\+)$/, ''));
  return first === second;
}

/**
 * Tells whether an entry's code licence contradicts what GitHub recognises. Only a recognised licence can contradict:
 * no file proves nothing (the README may state the terms), and an unrecognised one may be any custom licence.
 * @param authored licence id of the entry, or `unknown`, `unlicensed`, `not-released`
 * @param spdx that licence's SPDX identifier, null where it has none
 * @param detected what GitHub recognises
 */
export function contradicts(authored: string, spdx: string | null, detected: string | null): boolean {
  if (detected === null || detected === UNRECOGNISED) return false;
  // The repository's licence is then that of its texts, not of code.
  if (authored === 'not-released') return false;
  if ((LICENSE_STATES as readonly string[]).includes(authored)) return true;
  return spdx === null || !sameSpdx(spdx, detected);
}

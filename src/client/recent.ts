/** A page that was looked at on this device. */
export interface Visit {
  /** Path of the page. */
  href: string;
  title: string;
}

const KEY = 'recent';
const KEPT = 8;

function isVisit(value: unknown): value is Visit {
  const visit = value as Partial<Visit> | null;
  return typeof visit?.href === 'string' && visit.href.startsWith('/') && typeof visit.title === 'string';
}

/** Lists the pages looked at last, the newest first; nothing where storage is forbidden or was written by others. */
export function recentVisits(): Visit[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isVisit).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Remembers a page on this device alone. */
export function recordVisit(visit: Visit): void {
  try {
    const others = recentVisits().filter(({ href }) => href !== visit.href);
    localStorage.setItem(KEY, JSON.stringify([visit, ...others].slice(0, KEPT)));
  } catch {
    // Storage is forbidden here: nothing is remembered.
  }
}

/** Forgets every page. */
export function clearVisits(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was stored either.
  }
}

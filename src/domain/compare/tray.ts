/** An entry that was put aside to be compared. */
export interface TrayEntry {
  id: string;
  name: string;
}

/** Reads what was kept on this device; anything that is not a list of entries counts as nothing. */
export function parseTray(kept: string | null, limit: number): TrayEntry[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(list)) return [];
    return (list as Partial<TrayEntry>[])
      .filter((entry): entry is TrayEntry => /^[a-z0-9.-]+$/.test(entry?.id ?? '') && typeof entry.name === 'string')
      .slice(0, limit);
  } catch {
    return [];
  }
}

/** Puts an entry in, or takes it out where it is in. Null where there is no room. */
export function toggled(tray: readonly TrayEntry[], entry: TrayEntry, limit: number): TrayEntry[] | null {
  const others = tray.filter(({ id }) => id !== entry.id);
  if (others.length < tray.length) return others;
  return tray.length < limit ? [...tray, entry] : null;
}

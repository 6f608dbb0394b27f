/** Answers that were not sent yet, kept on this device alone. */
export interface Draft {
  answers: Record<string, string>;
  /** When, as ISO 8601. */
  saved: string;
}

const key = (from: string | undefined) => (from === undefined ? 'entry-draft' : `entry-draft:${from}`);

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft?.saved === 'string' &&
    typeof draft.answers === 'object' &&
    draft.answers !== null &&
    Object.values(draft.answers).every((text) => typeof text === 'string')
  );
}

/** Gives the draft of a new entry, or of a correction; null where there is none or storage is forbidden. */
export function loadDraft(from: string | undefined): Draft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(from)) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps a draft. Tells whether it could. */
export function saveDraft(from: string | undefined, answers: Record<string, string>, now: Date): boolean {
  try {
    const draft: Draft = { answers, saved: now.toISOString() };
    localStorage.setItem(key(from), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft. */
export function dropDraft(from: string | undefined): void {
  try {
    localStorage.removeItem(key(from));
  } catch {
    // Nothing was kept either.
  }
}

import type { NameHit } from './match.ts';

/** What is told of a hit: which word stands for the reason, and the name that fitted. */
export interface Why {
  /** Key of the interface's word. */
  word: 'alias' | 'slug' | 'organization' | 'pinyin' | 'initials' | 'homophone' | 'typo';
  name: string;
}

/** Says why a target was found; null where its own title or Chinese name, which is shown anyway, simply fits. */
export function whyOf({ kind, field, fieldKind, viaOrganization }: NameHit): Why | null {
  if (viaOrganization) return { word: 'organization', name: field };
  if (kind === 'pinyin' || kind === 'initials' || kind === 'homophone' || kind === 'typo')
    return { word: kind, name: field };
  if (fieldKind === 'alias' || fieldKind === 'slug') return { word: fieldKind, name: field };
  return null;
}

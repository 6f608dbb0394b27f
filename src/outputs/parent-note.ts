import type { Parent } from '../domain/lineage/tree.ts';
import { t } from '../i18n/index.ts';

/** Says in brackets what a lineage edge adds: which upstream version, for which versions, and its note. Empty for nothing. */
export function parentNote({ fromVariant, variants, note }: Pick<Parent, 'fromVariant' | 'variants' | 'note'>): string {
  return [
    fromVariant === null ? '' : t.project.fromVersion(fromVariant),
    variants === null ? '' : t.project.onlyVersions(variants.join('、')),
    note ?? '',
  ]
    .filter((part) => part !== '')
    .join('；');
}

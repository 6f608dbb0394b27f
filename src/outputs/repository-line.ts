import { groupDigits } from '../domain/format/tokens.ts';
import { UNRECOGNISED } from '../domain/upkeep/license-match.ts';
import { t } from '../i18n/index.ts';
import type { RepositoryRecord } from '../schema/github-snapshot.ts';

/** Writes what GitHub said of a repository as one quiet line, its day first: figures without a day mean nothing. */
export function repositoryLine({ checked, stars, pushed, archived, license }: RepositoryRecord): string {
  const { upkeep: words } = t;
  const licenseWord = license === UNRECOGNISED ? words.licenseUnrecognised : license && words.license(license);
  const parts = [
    words.stars(groupDigits(stars)),
    pushed && words.pushed(pushed),
    archived ? words.archived : null,
    licenseWord,
  ];
  return `${words.snapshot(checked)}：${parts.filter((part) => part !== null).join(' · ')}`;
}

import { childrenIndex } from '../../domain/lineage/tree.ts';
import { commercialUse } from '../../domain/licensing/verdict.ts';
import type { NewFile } from '../../domain/entry/entry-file.ts';
import { knownFile, type KnownFile } from '../../domain/entry/known.ts';
import type { NameSearch } from '../../domain/entry/similar.ts';
import { findNames } from '../../domain/search/match.ts';
import { createNamesIndex } from '../../domain/search/names-index.ts';
import { nearNames } from '../../domain/search/near.ts';
import { readContent } from '../../files/read-content.ts';
import { namesFile } from '../../outputs/names-file.ts';
import { catalogFrom } from '../../rules/check.ts';
import { checkEntry } from '../../rules/check-entry.ts';
import type { Finding } from '../../rules/finding.ts';
import { parseSource } from '../../rules/source.ts';
import { paths } from '../../site.config.ts';

/** The content of a checkout, as the makers of entries need it. */
export interface Content {
  known: KnownFile;
  /** Names as the site's search knows them; made when first asked for. */
  names: () => NameSearch;
  /** Checks new files beside everything that is there. */
  check: (files: readonly NewFile[]) => Finding[];
}

/** Reads the content below a root; `today` is the day of the check. Files that are broken are left out of what is known; the checker names them. */
export async function openContent(root: string, today: string): Promise<Content> {
  const sources = await readContent(root);
  const catalog = catalogFrom(sources);
  let search: NameSearch | undefined;
  return {
    known: knownFile(catalog),
    names() {
      const children = childrenIndex(catalog);
      const verdict = (id: string) => commercialUse(catalog, catalog.projectById.get(id)!).verdict;
      const index = () => createNamesIndex(namesFile(catalog, verdict, (id) => children.get(id) ?? [], paths));
      return (search ??= { index: index(), findNames, nearNames });
    },
    check(files) {
      const newcomers = files.map(({ path, text }) => {
        const folder = path.split('/')[1] as 'projects' | 'organizations' | 'licenses';
        return parseSource(folder, path, text);
      });
      return checkEntry(newcomers, sources, today);
    },
  };
}

import { entryFile, type NewFile } from '../domain/entry/entry-file.ts';
import { t } from '../i18n/index.ts';

/** The smallest entry that passes the checker, to be copied and changed. Its organisation and licence are of the catalogue. */
export function exampleEntry(today: string): NewFile {
  const { example } = t.contribute;
  return entryFile({
    id: 'sample-7b',
    name: 'Sample-7B',
    categories: 'independent',
    kind: 'chat-model',
    organizations: 'thudm',
    summary: example.summary,
    'links.repo': 'https://github.com/OWNER/NAME',
    'licenses.code': 'Apache-2.0',
    'evidence.0.url': 'https://github.com/OWNER/NAME/blob/main/README.md',
    'evidence.0.accessed': today,
    'changes.0.date': today,
    'changes.0.kind': 'added',
    'changes.0.text': t.contribute.added,
  });
}

import { COLLECTIONS } from '../../schema/collections.ts';
import { itemPlaces, oneLine, type Answers } from './answers.ts';
import type { NewFile } from './entry-file.ts';
import { NEW_GROUPS } from './new-groups.ts';
import { keyLines } from './write-yaml.ts';

type Folder = keyof typeof NEW_GROUPS;

/** What is written where nothing was said: a licence that nobody has read yet permits nothing that we know of. */
const DEFAULTS: Record<Folder, Readonly<Record<string, string>>> = {
  organizations: {},
  licenses: { family: 'custom', commercialUse: 'unknown' },
};

function vocabularyFile(folder: Folder, answers: Answers, prefix: string): NewFile {
  const said = (key: string) => oneLine(answers[`${prefix}.${key}`] ?? '');
  const { shape } = COLLECTIONS[folder].schema;
  const facts: Record<string, unknown> = {};
  for (const key of Object.keys(shape)) {
    const value = said(key) || DEFAULTS[folder][key];
    if (value) facts[key] = value;
  }
  // Its source is the page that the person read: the text of the licence, the organisation's own page.
  const url = said(folder === 'licenses' ? 'text' : 'github') || said('homepage');
  if (url && said('accessed')) facts['sources'] = [{ url, accessed: said('accessed') }];
  const lines = Object.entries(facts).map(([key, value]) => keyLines(key, value));
  return { path: `content/${folder}/${said('id')}.yml`, text: `${lines.join('\n')}\n` };
}

/** Writes the minimal files of the organisations and licences that were described beside an entry. Nothing is checked. */
export function vocabularyFiles(answers: Answers): NewFile[] {
  return (Object.keys(NEW_GROUPS) as Folder[]).flatMap((folder) =>
    itemPlaces(answers, NEW_GROUPS[folder])
      .map((place) => `${NEW_GROUPS[folder]}.${place}`)
      .filter((prefix) => oneLine(answers[`${prefix}.id`] ?? '') !== '')
      .map((prefix) => vocabularyFile(folder, answers, prefix)),
  );
}

import { COLLECTIONS } from '../../schema/collections.ts';
import { itemPlaces, oneLine, type Answers } from './answers.ts';
import type { NewFile } from './entry-file.ts';
import { keyLines } from './write-yaml.ts';

/** Groups of answers that stand for files beside the entry: what it names and the catalogue does not have yet. */
export const NEW_GROUPS = { organizations: 'newOrganizations', licenses: 'newLicenses' } as const;

/** What can be said of each: the keys of their answers. */
export const NEW_KEYS: Readonly<Record<string, readonly string[]>> = {
  newOrganizations: ['id', 'name', 'zhName', 'kind', 'homepage', 'github', 'accessed'],
  newLicenses: ['id', 'name', 'family', 'commercialUse', 'summary', 'text', 'accessed'],
};

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

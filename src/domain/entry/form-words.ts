import type { Verdict } from '../../schema/license.ts';
import type { Similar } from './similar.ts';

/** Words that the form's script shows, in the language of the page; `{…}` are filled in by it. */
export interface FormWords {
  loading: string;
  failed: string;
  passed: string;
  problems: string;
  inFile: string;
  restored: string;
  saved: string;
  notSaved: string;
  clearSure: string;
  copied: string;
  notCopied: string;
  tooLong: string;
  editing: string;
  correcting: string;
  edit: string;
  same: string;
  noEntry: string;
  idMissing: string;
  similar: string;
  taken: string;
  makeOrganization: string;
  makeLicense: string;
  removed: string;
  verdicts: Readonly<Record<Verdict, string>>;
  /** Words for language codes that the browser's own list does not have. */
  languages: Readonly<Record<string, string>>;
  languagesMore: string;
  because: Readonly<Record<Similar['because'], string>>;
  /** Answers that are no licence. */
  licenseStates: Readonly<Record<string, string>>;
  /** What stands in the changes of a new entry, and as summary of an unread licence. */
  added: string;
  unreadLicense: string;
}

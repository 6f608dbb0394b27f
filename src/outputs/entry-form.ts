import type { Category } from '../domain/catalog/model.ts';
import type { FormWords } from '../domain/entry/form-words.ts';
import { BODY_PATHS } from '../domain/entry/body.ts';
import { FIELD_REFERENCES, PROJECT_QUESTIONS, type Field, type FieldGroup } from '../domain/entry/fields.ts';
import { NEW_GROUPS, NEW_KEYS } from '../domain/entry/new-groups.ts';
import { organizationSchema } from '../schema/organization.ts';
import { t } from '../i18n/index.ts';
import { choiceWords, fieldHelp, fieldLabel, type ChoiceWord } from './entry-words.ts';

const words = t.contribute.form;

/** How a field is asked for on the page. `rows` is one input an item; `main` a choice of the first and boxes for the rest. */
type Control = 'input' | 'textarea' | 'prose' | 'select' | 'checkboxes' | 'checkbox' | 'rows' | 'main';

/** A field as the form shows it. */
export interface FormField {
  /** Path of the answer; within a repeated group the item's place stands as `*`. */
  path: string;
  label: string;
  help: string;
  control: Control;
  required: boolean;
  options: readonly ChoiceWord[];
  /** Id of the list of suggestions. */
  list: string | undefined;
  /** For a keyboard on the screen, and for the browser's own picker of days. */
  type: 'text' | 'url' | 'date';
  inputmode: 'text' | 'url' | 'numeric' | 'decimal';
  /** A value that shows the form, from the schema's own words. */
  placeholder: string;
}

/** A group of questions on the page. */
export interface FormSection {
  key: string;
  title: string;
  help: string;
  /** True where it has to be answered: it stands open. */
  required: boolean;
  fields: readonly FormField[];
  /** A group of which there can be several. */
  repeated: RepeatedSection | undefined;
}

/** The items of a repeated group. */
export interface RepeatedSection {
  path: string;
  fields: readonly FormField[];
  /** Name of an item, with its number as `{n}`. */
  item: string;
  /** Label of the answer that there is none, where that is one. */
  none: string | undefined;
}

/** Choices that the browser's own datalist suggests, by what a field refers to. */
function listId(reference: string | undefined): string | undefined {
  return reference === undefined ? undefined : `known-${reference}`;
}

/** Texts that are longer than a line is wide. */
const LONG: ReadonlySet<string> = new Set([
  'summary',
  'aliases',
  'links.weights',
  'links.movedFrom',
  'lineage.variants',
  'claims.text',
]);

function controlOf({ path, kind }: Field): Control {
  if (path === 'categories') return 'main';
  if (path === 'organizations') return 'rows';
  if (LONG.has(path)) return 'textarea';
  if (kind === 'choice') return 'select';
  if (kind === 'choices') return 'checkboxes';
  return kind === 'flag' ? 'checkbox' : 'input';
}

/** Shapes of answers that are not plain from their names. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  released: '2023-03-14',
  'status.since': '2023-06-25',
  'changes.date': '2023-06-25',
  languages: 'zh, en',
  'links.repo': 'https://github.com/OWNER/NAME',
  'variants.parameters': '6.2B',
  'variants.activeParameters': '37B',
  'variants.contextLength': '4096',
  'hardware.vramGb': '6',
  'lineage.from': 'llama-2',
  'licenses.code': 'Apache-2.0',
};

function isAddress(path: string): boolean {
  return (
    /^links\.(?:repo|paper|demo|homepage|data)$|\.(?:url|mirror|homepage|github|text)$/.test(path) &&
    path !== 'claims.text' &&
    path !== 'changes.text'
  );
}

/** Fields that the writer of the file fills in where they are left empty. */
const MADE: ReadonlySet<string> = new Set(['evidence.id', 'evidence.supports']);

function formField(field: Field, path = field.path): FormField {
  const reference = FIELD_REFERENCES[field.path];
  return {
    path,
    label: fieldLabel(field.path),
    help: [fieldHelp(field), field.path === 'evidence.id' ? words.made : ''].filter(Boolean).join('；'),
    control: controlOf(field),
    required: field.required && !MADE.has(field.path),
    options: choiceWords(field),
    list: listId(reference),
    type: field.path === 'evidence.accessed' ? 'date' : isAddress(field.path) ? 'url' : 'text',
    inputmode: field.kind === 'number' ? 'decimal' : isAddress(field.path) ? 'url' : 'text',
    placeholder: PLACEHOLDERS[field.path] ?? '',
  };
}

const PLAIN = { options: [], list: undefined, type: 'text', inputmode: 'text', placeholder: '' } as const;

function idField(): FormField {
  return {
    ...PLAIN,
    path: 'id',
    label: fieldLabel('id'),
    help: t.contribute.idHelp,
    control: 'input',
    required: true,
    placeholder: 'chatglm-6b',
  };
}

function groupSection(group: FieldGroup): FormSection {
  const label = fieldLabel(group.path);
  const section = {
    key: group.key,
    title: label,
    help: fieldHelp(group),
    required: group.required,
  };
  if (!group.repeated)
    return { ...section, fields: group.fields.map((field) => formField(field)), repeated: undefined };
  const repeated = {
    path: group.path,
    fields: group.fields.map((field) => formField(field, `${group.path}.*.${field.key}`)),
    item: words.item(label),
    none: group.mayBeNone ? t.contribute.cli.noUpstream : undefined,
  };
  return { ...section, fields: [], repeated };
}

/** Organisations and licences that the catalogue does not have yet. */
function newSection(folder: keyof typeof NEW_GROUPS): FormSection {
  const path = NEW_GROUPS[folder];
  const keys = NEW_KEYS[path]!.filter((key) => !['accessed', 'family', 'commercialUse', 'summary'].includes(key));
  const kinds = organizationSchema.shape.kind.options.map((value) => ({ value, word: t.organizationKind[value] }));
  const fields = keys.map((key): FormField => {
    const isKind = key === 'kind';
    const base = {
      ...PLAIN,
      path: `${path}.*.${key}`,
      label: fieldLabel(`${path}.${key}`),
      help: '',
      required: !['zhName', 'homepage', 'github'].includes(key),
    };
    const type = isAddress(`${path}.${key}`) ? ('url' as const) : ('text' as const);
    return { ...base, type, inputmode: type, control: isKind ? 'select' : 'input', options: isKind ? kinds : [] };
  });
  const { title, help } = words.newFiles[folder];
  return {
    key: path,
    title,
    help,
    required: false,
    fields: [],
    repeated: { path, fields, item: words.item(title), none: undefined },
  };
}

function bodySection(): FormSection {
  const fields = BODY_PATHS.map((path): FormField => ({
    ...PLAIN,
    path,
    label: fieldLabel(path),
    help: words.bodyHelp[path] ?? '',
    control: 'prose',
    required: false,
  }));
  return {
    key: 'body',
    title: t.contribute.issue.body,
    help: words.bodyNote,
    required: false,
    fields,
    repeated: undefined,
  };
}

/**
 * The form's sections in the order of the schema. Fields that stand alone join the section of those before them, or,
 * after a group, the next group's; the id follows the name, from which it is made.
 */
export function formSections(categories: readonly Pick<Category, 'id' | 'name'>[]): FormSection[] {
  const sections: FormSection[] = [];
  let loose: FormField[] = [];
  let isBasics = true;
  for (const question of PROJECT_QUESTIONS) {
    if (question.type === 'field') {
      const field = formField(question);
      const options =
        question.path === 'categories' ? categories.map(({ id, name }) => ({ value: id, word: name })) : field.options;
      loose.push({ ...field, options });
      if (question.path === 'name') loose.push(idField());
      continue;
    }
    if (isBasics)
      sections.push({
        key: 'basics',
        title: words.basics,
        help: '',
        required: true,
        fields: loose,
        repeated: undefined,
      });
    const section = groupSection(question);
    const title = !isBasics && loose.length > 0 ? words.together(loose[0]!.label, section.title) : section.title;
    sections.push({ ...section, title, fields: [...(isBasics ? [] : loose), ...section.fields] });
    loose = [];
    isBasics = false;
  }
  return [...sections, bodySection(), newSection('organizations'), newSection('licenses')];
}

/** Every word that the form's script shows, as data for the page. `{…}` are filled in by the script. */
export function formWords(): FormWords {
  return {
    ...words.script,
    verdicts: t.verdict,
    languages: t.language,
    languagesMore: t.languagesMore('{first}', 0).replace('0', '{n}'),
    because: t.contribute.cli.because,
    licenseStates: t.licenseState,
    added: t.contribute.added,
    unreadLicense: t.contribute.unreadLicense,
  };
}

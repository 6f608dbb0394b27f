import { stringify } from 'yaml';
import type { Category } from '../domain/catalog/model.ts';
import { PROJECT_QUESTIONS, type Field } from '../domain/entry/fields.ts';
import { REPEATED_GROUPS } from '../domain/entry/item-line.ts';
import { NEW_GROUPS } from '../domain/entry/new-groups.ts';
import { FACT_PATHS } from '../schema/evidence.ts';
import { t } from '../i18n/index.ts';
import { choiceWords, fieldHelp, fieldLabel } from './entry-words.ts';

const words = t.contribute.issue;

/** Labels by which the workflow knows what an issue asks for. */
export const ISSUE_LABELS = { new: '新条目', correction: '更正', deadLink: '失效链接' } as const;

/** Answer's path of the whole body in an issue, which has one box for it. */
export const WHOLE_BODY = 'body';

/** A question of an issue form. */
interface IssueField {
  /** Path of the answer. */
  path: string;
  label: string;
  help: string;
  type: 'input' | 'textarea' | 'dropdown';
  options?: readonly string[];
  multiple?: boolean;
  required: boolean;
  placeholder?: string;
}

/** What the form for a new project asks for; the rest of the schema is left to the web form and the pull request. */
const NEW_PATHS = [
  'name',
  'zhName',
  'aliases',
  'kind',
  'categories',
  'organizations',
  'summary',
  'links.repo',
  'links.weights',
  'links.paper',
  'links.homepage',
  'released',
  'variants',
  'lineage',
  'languages',
  'licenses.code',
  'licenses.weights',
  'licenses.data',
] as const;

const ITEM_HELP: Readonly<Record<string, string>> = words.items;

function findField(path: string): Field {
  const found = PROJECT_QUESTIONS.flatMap((question) =>
    question.type === 'group' ? question.fields : [question],
  ).find((field) => field.path === path);
  if (!found) throw new RangeError(path);
  return found;
}

/** A choice as the issue shows it: `chat-model 对话模型`; its first word is the value. */
function optionText({ value, word }: { value: string; word: string }): string {
  return value === word ? value : `${value} ${word}`;
}

function questionFor(path: string): IssueField {
  const group = REPEATED_GROUPS.get(path);
  if (group)
    return {
      path,
      label: fieldLabel(path),
      help: `${group.description}。${ITEM_HELP[path]}`,
      type: 'textarea',
      required: group.required,
    };
  const field = findField(path);
  const base = { path, label: fieldLabel(path), help: fieldHelp(field), required: field.required };
  if (field.kind === 'choice') return { ...base, type: 'dropdown', options: choiceWords(field).map(optionText) };
  return { ...base, type: field.kind === 'list' ? 'textarea' : 'input' };
}

function newFields(categories: readonly Pick<Category, 'id' | 'name'>[]): IssueField[] {
  const asked = NEW_PATHS.map((path): IssueField => {
    if (path !== 'categories') return questionFor(path);
    const options = categories.map(({ id, name }) => optionText({ value: id, word: name }));
    return { ...questionFor(path), type: 'dropdown', options, multiple: true };
  });
  const [organizations, licenses] = [NEW_GROUPS.organizations, NEW_GROUPS.licenses];
  return [
    ...asked,
    { path: 'evidence', label: fieldLabel('evidence'), help: ITEM_HELP['evidence']!, type: 'textarea', required: true },
    {
      path: organizations,
      label: words.newOrganizations,
      help: ITEM_HELP[organizations]!,
      type: 'textarea',
      required: false,
    },
    { path: licenses, label: words.newLicenses, help: ITEM_HELP[licenses]!, type: 'textarea', required: false },
    { path: WHOLE_BODY, label: words.body, help: words.bodyHelp, type: 'textarea', required: false },
    {
      path: 'id',
      label: fieldLabel('id'),
      help: `${t.contribute.idHelp}。${words.idOptional}`,
      type: 'input',
      required: false,
    },
  ];
}

/** Facts of one value or list that an issue can correct: those that a source can support, and the summary. */
const CORRECTABLE: readonly string[] = PROJECT_QUESTIONS.flatMap((question) => {
  if (question.type === 'field') return [question.path];
  return question.repeated ? [] : question.fields.map(({ path }) => path);
});

/** The fact that a source of a corrected field supports; undefined where none is asked for. */
export function supportedFact(path: string): string | undefined {
  const paths: readonly string[] = FACT_PATHS;
  return [path, path.split('.')[0]!].find((one) => paths.includes(one));
}

function correctionFields(): IssueField[] {
  const options = CORRECTABLE.map((path) => optionText({ value: path, word: fieldLabel(path) }));
  const correction = words.correction;
  return [
    { path: 'id', label: correction.id, help: correction.idHelp, type: 'input', required: true },
    { path: 'field', label: correction.field, help: correction.fieldHelp, type: 'dropdown', options, required: true },
    { path: 'value', label: correction.value, help: correction.valueHelp, type: 'textarea', required: true },
    { path: 'evidence', label: correction.evidence, help: correction.evidenceHelp, type: 'input', required: true },
    { path: 'note', label: correction.note, help: correction.noteHelp, type: 'input', required: false },
  ];
}

function deadLinkFields(): IssueField[] {
  const { deadLink } = words;
  return [
    { path: 'page', label: deadLink.page, help: deadLink.pageHelp, type: 'input', required: true },
    { path: 'url', label: deadLink.url, help: '', type: 'input', required: true },
    { path: 'instead', label: deadLink.instead, help: deadLink.insteadHelp, type: 'textarea', required: false },
  ];
}

/** The questions of each issue form, in order. */
export function issueFields(
  kind: keyof typeof ISSUE_LABELS,
  categories: readonly Pick<Category, 'id' | 'name'>[],
): IssueField[] {
  if (kind === 'new') return newFields(categories);
  return kind === 'correction' ? correctionFields() : deadLinkFields();
}

function element({ path, label, help, type, options, multiple, required }: IssueField): object {
  return {
    type,
    id: path.replace('.', '-'),
    attributes: {
      label,
      ...(help ? { description: help } : {}),
      ...(options ? { options: [...options] } : {}),
      ...(multiple ? { multiple } : {}),
    },
    ...(required ? { validations: { required } } : {}),
  };
}

const NOTE = '# 由 npm run issue-forms 生成，字段来自 src/schema/；不要手改。\n';

/** The files of `.github/ISSUE_TEMPLATE/`: path from there → text. `guide` is the address that says how to contribute. */
export function issueForms(
  categories: readonly Pick<Category, 'id' | 'name'>[],
  guide: string,
): Record<string, string> {
  const form = (kind: keyof typeof ISSUE_LABELS, prefix: string) => {
    const { name, description, intro } = words.forms[kind];
    const body = [{ type: 'markdown', attributes: { value: intro } }, ...issueFields(kind, categories).map(element)];
    const head = { name, description, title: prefix, labels: [ISSUE_LABELS[kind]] };
    return NOTE + stringify({ ...head, body }, { lineWidth: 0, singleQuote: true });
  };
  const config = {
    blank_issues_enabled: true,
    contact_links: [{ name: words.guide.name, url: guide, about: words.guide.about }],
  };
  return {
    'new-project.yml': form('new', words.forms.new.title),
    'correction.yml': form('correction', words.forms.correction.title),
    'dead-link.yml': form('deadLink', words.forms.deadLink.title),
    'config.yml': NOTE + stringify(config, { lineWidth: 0, singleQuote: true }),
  };
}

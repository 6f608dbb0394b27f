import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { BODY_PATHS } from '../../domain/entry/body.ts';
import { joinList, NONE } from '../../domain/entry/answers.ts';
import { PROJECT_FIELDS, PROJECT_QUESTIONS, type Field } from '../../domain/entry/fields.ts';
import { itemAnswers, REPEATED_GROUPS } from '../../domain/entry/item-line.ts';
import { NEW_GROUPS, NEW_KEYS } from '../../domain/entry/new-groups.ts';
import { t } from '../../i18n/index.ts';
import { nearest } from '../../domain/search/nearest.ts';
import { choiceWords, fieldHelp, fieldLabel } from '../../outputs/entry-words.ts';

const words = t.contribute.cli;

/** A flag that a question has. */
interface Flag {
  /** Name without hyphens before it. */
  name: string;
  /** The field's path, or the repeated group's key. */
  path: string;
  type: 'field' | 'group';
  many: boolean;
  help: string;
}

const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Lists are given one item a flag: their names in the singular. */
const SINGULAR: Readonly<Record<string, string>> = {
  aliases: 'alias',
  categories: 'category',
  organizations: 'organization',
  languages: 'language',
  variants: 'variant',
  claims: 'claim',
  changes: 'change',
  licenses: 'license',
  modalities: 'modality',
};

const singular = (key: string) => SINGULAR[key] ?? key;

/** `links.repo` → `repo`, `licenses.code` → `license-code`, `aliases` → `alias`. */
function flagName({ path, key }: Field): string {
  const [group, inner] = path.split('.') as [string, string?];
  if (inner === undefined || group === 'links') return kebab(singular(key));
  return `${singular(group)}-${kebab(inner)}`;
}

function helpOf(field: Field): string {
  const choices =
    field.options.length > 0
      ? choiceWords(field)
          .map(({ value, word }) => `${value} ${word}`)
          .join(' | ')
      : '';
  return [fieldLabel(field.path), [fieldHelp(field), choices].filter(Boolean).join('：')].filter(Boolean).join('，');
}

const EXAMPLES: Readonly<Record<string, string>> = {
  variants: 'NAME-7B; parameters=7B; contextLength=4096',
  lineage: 'llama-2; relation=finetune',
  hardware: '6; task=inference; precision=int4; basis=measured',
  claims: '说法; verdict=self-reported; evidence=readme',
  changes: '一句话; date=2023-06-25; kind=released',
  newOrganizations: 'lab; name=LAB; kind=lab; homepage=https://…',
  newLicenses: 'lab-license; name=LAB License; text=https://…',
  evidence: 'https://…; accessed=2023-06-25; supports=links,licenses.code',
};

/** Every question's flag, in the order of the schema. */
const FLAGS: readonly Flag[] = [
  { name: 'id', path: 'id', type: 'field', many: false, help: t.contribute.idHelp },
  ...PROJECT_QUESTIONS.flatMap((question): Flag[] => {
    if (question.type === 'group' && question.repeated)
      return [
        {
          name: singular(question.key),
          path: question.key,
          type: 'group',
          many: true,
          help: `${fieldLabel(question.path)}，${words.item(EXAMPLES[question.key]!)}`,
        },
      ];
    return (question.type === 'group' ? question.fields : [question]).map((field) => ({
      name: flagName(field),
      path: field.path,
      type: 'field' as const,
      many: field.kind === 'list' || field.kind === 'choices',
      help: helpOf(field),
    }));
  }),
  ...Object.values(NEW_GROUPS).map((path) => ({
    name: kebab(path).replace(/s$/, ''),
    path,
    type: 'group' as const,
    many: true,
    help: `${words.newFile[path]}，${words.item(EXAMPLES[path]!)}`,
  })),
  ...BODY_PATHS.map((path) => ({
    name: path.replace('.', '-'),
    path,
    type: 'field' as const,
    many: false,
    help: `${t.contribute.field[path]}（正文）`,
  })),
];

const CONTROLS = {
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
  offline: { type: 'boolean' },
  set: { type: 'string', multiple: true },
  root: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

const CONTROL_HELP: Readonly<Record<keyof typeof CONTROLS, string>> = {
  yes: words.control.yes,
  'dry-run': words.control.dryRun,
  offline: words.control.offline,
  set: words.control.set,
  root: words.control.root,
  help: words.control.help,
};

/** Says how the command is called, every flag with what the schema says about its field. */
export function usage(): string {
  const line = (name: string, help: string) => `  --${name}\n      ${help}`;
  return [
    words.usage,
    '',
    words.flags,
    ...Object.entries(CONTROL_HELP).map(([name, help]) => line(name, help)),
    ...FLAGS.map(({ name, help, many }) => line(name, many ? `${help}（${words.many}）` : help)),
    '',
    words.examples,
    '  npm run new',
    '  npm run new -- --yes --dry-run --name Sample --repo https://github.com/OWNER/NAME --category independent --kind chat-model --summary …',
  ].join('\n');
}

/** What the command line said. */
export interface Command {
  answers: Record<string, string>;
  yes: boolean;
  dryRun: boolean;
  offline: boolean;
  help: boolean;
  root: string | undefined;
}

/** Something on the command line that cannot be read; the message says what to write. */
export class UsageError extends Error {}

/** Puts the items of a repeated group at places of their own. */
function groupFlag({ name, path }: Flag, lines: readonly string[]): Record<string, string> {
  if (lines.length === 1 && lines[0]!.trim() === NONE) return { [path]: NONE };
  try {
    return Object.assign({}, ...lines.map((item, place) => itemAnswers(path, place, item))) as Record<string, string>;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(words.badItem(name, error.message));
    throw error;
  }
}

const SETTABLE = new Set([
  'id',
  ...PROJECT_FIELDS.map(({ path }) => path),
  ...REPEATED_GROUPS.keys(),
  ...BODY_PATHS,
  ...Object.entries(NEW_KEYS).flatMap(([group, keys]) => keys.map((key) => `${group}.${key}`)),
]);

function setFlag(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(words.badSet(text));
  const path = text.slice(0, at).trim();
  if (!SETTABLE.has(path.replace(/\.\d+(?=\.)/g, ''))) throw new UsageError(words.noPath(path));
  return [path, text.slice(at + 1)];
}

/** Says in Chinese what the command line's reader stumbled over. */
function unreadable({ code, message }: NodeJS.ErrnoException, names: readonly string[]): string {
  const [, name = ''] = /'(?:-\w, )?-{0,2}([^' =]*)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words.unknownFlag(name, nearest(name, names));
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return words.strayText(name);
  return words.flagValue(name);
}

/** Reads the command line into answers. Throws a {@link UsageError} that says what is wrong. */
export function parseCommand(args: readonly string[]): Command {
  const options: ParseArgsOptionsConfig = { ...CONTROLS };
  for (const { name, many } of FLAGS) options[name] = many ? { type: 'string', multiple: true } : { type: 'string' };
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...args], options, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(unreadable(error as NodeJS.ErrnoException, Object.keys(options)));
  }
  const answers: Record<string, string> = {};
  for (const flag of FLAGS) {
    const value = values[flag.name];
    if (value === undefined) continue;
    if (flag.type === 'group') Object.assign(answers, groupFlag(flag, value as string[]));
    else answers[flag.path] = Array.isArray(value) ? joinList(value as string[]) : String(value);
  }
  for (const text of (values['set'] as string[] | undefined) ?? []) {
    const [path, value] = setFlag(text);
    answers[path] = value;
  }
  return {
    answers,
    yes: values['yes'] === true,
    dryRun: values['dry-run'] === true,
    offline: values['offline'] === true,
    help: values['help'] === true,
    root: values['root'] as string | undefined,
  };
}

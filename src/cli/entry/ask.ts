import * as clack from '@clack/prompts';
import { joinList, NONE, splitList } from '../../domain/entry/answers.ts';
import { fieldProblem, PROJECT_QUESTIONS, type Field, type FieldGroup } from '../../domain/entry/fields.ts';
import { t } from '../../i18n/index.ts';
import { choiceWords, fieldHelp, fieldLabel } from '../../outputs/entry-words.ts';

const words = t.contribute.cli;

/** Thrown where the person stops: nothing has been written then. */
export class Cancelled extends Error {}

/** Gives what was answered, or throws {@link Cancelled} for Ctrl-C and Escape. */
export function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (clack.isCancel(value)) throw new Cancelled();
  return value as Exclude<Value, symbol>;
}

/** Asks for yes or no. */
export async function askYes(message: string, initialValue = false): Promise<boolean> {
  return answered(await clack.confirm({ message, initialValue, active: words.yes, inactive: words.no }));
}

/** Finds a question by its path. */
export function question(path: string): Field {
  const [group] = path.split('.');
  const found = PROJECT_QUESTIONS.find(({ key }) => key === group)!;
  return found.type === 'field' ? found : found.fields.find((field) => field.path === path)!;
}

function messageOf(field: Field): string {
  const help = fieldHelp(field);
  const label = fieldLabel(field.path);
  return help === '' || help === label ? label : `${label}（${help}）`;
}

async function askText(field: Field, initial: string, required: boolean): Promise<string> {
  const isList = field.kind === 'list';
  return answered(
    await clack.text({
      message: messageOf(field),
      initialValue: initial,
      validate(value) {
        const text = (value ?? '').trim();
        if (text === '') return required ? words.required : undefined;
        const items = isList ? splitList(text, field.itemsHaveBlanks) : [text];
        return items.map((item) => fieldProblem(field, item)).find((problem) => problem !== undefined);
      },
    }),
  );
}

/** Asks one question as its kind wants it: a line, one of a list, several of a list. Empty where it is not known. */
export async function askField(field: Field, initial = '', required = field.required): Promise<string> {
  if (field.kind === 'flag') return (await askYes(messageOf(field))) ? 'true' : '';
  if (field.options.length === 0) return askText(field, initial, required);
  const options = choiceWords(field).map(({ value, word }) => ({ value, label: word, hint: value }));
  if (field.kind === 'choices')
    return joinList(
      answered(
        await clack.multiselect({
          showInstructions: false,
          message: messageOf(field),
          options,
          initialValues: splitList(initial, false),
          required,
        }),
      ),
    );
  return answered(
    await clack.select({
      showInstructions: false,
      message: messageOf(field),
      options: required ? options : [{ value: '', label: words.unknownChoice, hint: '' }, ...options],
      initialValue: initial,
    }),
  );
}

/** An entry of the catalogue that can be chosen. */
export interface Choosable {
  id: string;
  name: string;
  zhName?: string | undefined;
  aliases?: readonly string[] | undefined;
}

const optionOf = ({ id, name, zhName }: Choosable) => ({
  value: id,
  label: zhName ? `${name} ${zhName}` : name,
  hint: id,
});

/** Finds a choice by any of its names. */
function filterOf(items: readonly Choosable[]) {
  const texts = new Map(
    items.map(({ id, name, zhName = '', aliases = [] }) => [
      id,
      [id, name, zhName, ...aliases].join('\n').toLowerCase(),
    ]),
  );
  return (search: string, option: { value: string; label?: string }) =>
    (texts.get(option.value) ?? `${option.label ?? ''}`).toLowerCase().includes(search.trim().toLowerCase()) ||
    !texts.has(option.value);
}

/** Asks for one of many by typing; `extra` stand below and are always offered. */
export async function askOne(
  message: string,
  items: readonly Choosable[],
  extra: readonly { value: string; label: string }[],
  initial: string,
): Promise<string> {
  return answered(
    await clack.autocomplete({
      message,
      options: [...items.map(optionOf), ...extra.map((option) => ({ ...option, hint: '' }))],
      filter: filterOf(items),
      maxItems: 8,
      ...(initial ? { initialValue: initial } : {}),
    }),
  );
}

/** Asks for several of many by typing. */
export async function askSeveral(
  message: string,
  items: readonly Choosable[],
  extra: readonly { value: string; label: string }[],
  initial: readonly string[],
): Promise<string[]> {
  return answered(
    await clack.autocompleteMultiselect({
      message,
      options: [...items.map(optionOf), ...extra.map((option) => ({ ...option, hint: '' }))],
      filter: filterOf(items),
      maxItems: 8,
      initialValues: [...initial],
      required: true,
    }),
  );
}

/** Asks for a group: its fields, and for a repeated one item after item. */
export async function askGroup(group: FieldGroup): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  if (group.mayBeNone && (await askYes(words.noUpstream))) return { [group.path]: NONE };
  for (let place = 0; ; place++) {
    const prefix = group.repeated ? `${group.path}.${place}` : group.path;
    clack.log.step(fieldLabel(group.path));
    for (const field of group.fields) answers[`${prefix}.${field.key}`] = await askField(field);
    if (!group.repeated || !(await askYes(words.oneMore))) return answers;
  }
}

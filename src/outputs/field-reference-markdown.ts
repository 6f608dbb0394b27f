import { t } from '../i18n/index.ts';
import type { CollectionReference, ReferenceField } from './field-reference.ts';

const words = t.reference;

/** Keeps bars from ending a table's cell. */
const inTable = (text: string) => text.replaceAll('|', '\\|');

/** Text in a table's cell: nothing in it is HTML. */
const cell = (text: string) => inTable(text).replaceAll('<', '&lt;');

const code = (text: string) => `\`${inTable(text)}\``;

function row({ path, anchor, need, type, description, values, example }: ReferenceField): string {
  const listed = values.map(({ value, meaning, anchor: target }) => {
    const name = target === null ? code(value) : `[${code(value)}](#${target})`;
    return meaning === '' ? name : `${name} ${cell(meaning)}`;
  });
  // Names of fields are many and short: one line. Choices are few: a line each.
  const list = listed.join(values.some(({ anchor: target }) => target !== null) ? '、' : '<br>');
  const cells = [
    `<a id="${anchor}"></a>${code(path)}`,
    `${cell(need)}<br>${cell(type)}`,
    [cell(description), list].filter((part) => part !== '').join('<br>'),
    example === '' ? '' : code(example),
  ];
  return `| ${cells.join(' | ')} |`;
}

function section({ name, title, files, hasBody, example, fields }: CollectionReference): string {
  const place = files.map(code).join(words.or);
  return [
    `<a id="${name}"></a>`,
    `## ${title}`,
    `${words.place}${place}`,
    `<details><summary>${words.example}</summary>`,
    words.exampleNote,
    ['```yaml', hasBody ? `---\n${example}---` : example.trimEnd(), '```'].join('\n'),
    '</details>',
    [
      `| ${words.markdown.head.join(' | ')} |`,
      `| ${words.markdown.head.map(() => '---').join(' | ')} |`,
      ...fields.map(row),
    ].join('\n'),
  ].join('\n\n');
}

/** The field reference as a Markdown file. */
export function fieldReferenceMarkdown(reference: readonly CollectionReference[]): string {
  const contents = reference.map(({ name, title }) => `[${title}](#${name})`).join('、');
  return [
    `<!-- ${words.markdown.notice} -->`,
    `# ${words.title}`,
    words.lead,
    `${words.contents}：${contents}`,
    ...reference.map(section),
  ]
    .join('\n\n')
    .concat('\n');
}

import { isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair } from 'yaml';
import { t } from '../i18n/index.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../schema/collections.ts';
import { authoredSchema, isYaml, meaningsOf, type JsonSchema } from './authored-schema.ts';
import { FIELD_EXAMPLES } from './field-examples.ts';

const words = t.reference;

/** One value that a field may have. */
interface FieldValue {
  value: string;
  meaning: string;
  /** Where the value names a field: that field's anchor. */
  anchor: string | null;
}

/** One field of a file, for a reader who wants to write it. */
export interface ReferenceField {
  /** Where it stands: `links.repo`, `variants[].parameters`. */
  path: string;
  /** Its place in the reference, unique over all folders: `projects.variants.parameters`. */
  anchor: string;
  /** True where every file has to have it. */
  isRequired: boolean;
  /** Whether it has to be written, in words. */
  need: string;
  /** What kind of value, in words. */
  type: string;
  description: string;
  /** Every value where they can be counted; empty where not. */
  values: FieldValue[];
  /** A line or more of YAML that writes it; empty for an object, whose fields have their own. */
  example: string;
}

/** What can be written in the files of one folder. */
export interface CollectionReference {
  name: CollectionName;
  title: string;
  /** Where the files are: `content/projects/<id>.md`; several where several endings are taken. */
  files: string[];
  /** True where the facts stand above a Markdown body, between two lines of `---`. */
  hasBody: boolean;
  /** The facts of a file that writes every field. */
  example: string;
  fields: ReferenceField[];
}

/** The anchor of a field in the reference, from its path with or without item places. */
function fieldAnchor(collection: CollectionName, path: string): string {
  return `${collection}.${path.replaceAll('[]', '')}`;
}

function typeOf({ type, title, enum: values, const: constant, items, minItems }: JsonSchema): string {
  const { type: word } = words;
  if (type === 'array') {
    const list = items?.enum ? word.choices : word.list(typeOf(items ?? {}));
    return minItems ? list + word.some : list;
  }
  if (values) return word.choice;
  if (constant !== undefined) return String(constant);
  if (type === 'integer') return word.integer;
  if (type === 'number') return word.number;
  if (type === 'object') return word.object;
  return title ?? word.text;
}

function needOf({ default: otherwise }: JsonSchema, isRequired: boolean, optionalParent: string): string {
  if (isRequired)
    return optionalParent === '' ? words.required : words.requiredInside(optionalParent.replaceAll('[]', ''));
  return typeof otherwise === 'string' ? words.otherwise(otherwise) : words.optional;
}

/** Takes what stands in front of a nested stretch of YAML off its lines. */
function dedent(text: string, columns: number): string {
  return text.replaceAll(`\n${' '.repeat(columns)}`, '\n').trimEnd();
}

/** Collects for every field of an example the text that writes it, the first where a list has several. */
function exampleTexts(yaml: string): Map<string, string> {
  const texts = new Map<string, string>();
  const visit = (node: unknown, path: string): void => {
    if (isSeq(node)) for (const item of node.items) visit(item, `${path}[]`);
    if (!isMap(node)) return;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      const inner = path === '' ? String(pair.key.value) : `${path}.${String(pair.key.value)}`;
      const start = pair.key.range![0];
      const end = pair.value?.range?.[1] ?? start;
      const column = start - (yaml.lastIndexOf('\n', start - 1) + 1);
      if (!texts.has(inner)) texts.set(inner, dedent(yaml.slice(start, end), column));
      visit(pair.value, inner);
    }
  };
  visit(parseDocument(yaml).contents, '');
  return texts;
}

/** What holds for all fields of one object. */
interface Place {
  collection: CollectionName;
  /** Path of the object, with item places; empty at the top. */
  parent: string;
  /** The object that they belong to where that may be left out, else empty. */
  optionalParent: string;
  examples: ReadonlyMap<string, string>;
}

/** Every field below a schema, depth first, in the order in which they are written. */
function fieldsBelow(schema: JsonSchema, place: Place): ReferenceField[] {
  const { collection, parent, optionalParent, examples } = place;
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = parent === '' ? key : `${parent}.${key}`;
    const isRequired = schema.required?.includes(key) ?? false;
    const item = field.items;
    const inner = item?.properties ? item : field;
    const values = field.enum ?? item?.enum ?? [];
    const { lead, meaning } = meaningsOf(field.description ?? '', values);
    const below = {
      ...place,
      parent: item?.properties ? `${path}[]` : path,
      optionalParent: isRequired ? optionalParent : path,
    };
    const row: ReferenceField = {
      path,
      anchor: fieldAnchor(collection, path),
      isRequired: isRequired && optionalParent === '',
      need: needOf(field, isRequired, optionalParent),
      type: typeOf(field),
      description: lead,
      values: values.map((value) => ({ value, meaning: meaning(value), anchor: null })),
      example: inner.properties ? '' : (examples.get(path) ?? ''),
    };
    return [row, ...fieldsBelow(inner, below)];
  });
}

/** Values that name fields of the same file (`evidence[].supports`) lead to them, with their names for a meaning. */
function linked(field: ReferenceField, collection: CollectionName, anchors: ReadonlySet<string>): ReferenceField {
  const values = field.values.map((value) => {
    const anchor = fieldAnchor(collection, value.value);
    const isField = value.meaning === '' && anchors.has(anchor);
    return isField ? { ...value, meaning: t.factName[value.value] ?? '', anchor } : value;
  });
  return { ...field, values };
}

/** Makes the reference of one folder from its schema. */
function collectionReference(name: CollectionName): CollectionReference {
  const example = FIELD_EXAMPLES[name];
  const place = { collection: name, parent: '', optionalParent: '', examples: exampleTexts(example) };
  const fields = fieldsBelow(authoredSchema(name), place);
  const anchors = new Set(fields.map(({ anchor }) => anchor));
  return {
    name,
    title: words.collection[name],
    files: COLLECTIONS[name].extensions.map((ending) => `content/${name}/<id>${ending}`),
    hasBody: !isYaml(name),
    example,
    fields: fields.map((field) => linked(field, name, anchors)),
  };
}

/** The reference of everything that can be written in `content/`, folder by folder. */
export function fieldReference(): CollectionReference[] {
  return COLLECTION_NAMES.map(collectionReference);
}

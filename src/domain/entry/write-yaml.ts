import { stringify } from 'yaml';

const OPTIONS = { lineWidth: 0, singleQuote: true, blockQuote: false, flowCollectionPadding: false } as const;

/** Writes a text or number so that YAML reads the same back, quoted only where it must be. */
function scalar(value: unknown, isInFlow: boolean): string {
  if (!isInFlow) return stringify(value, OPTIONS).trimEnd();
  // Within brackets more signs need quotes: the library knows, if it sees the brackets.
  const list = stringify([value], { ...OPTIONS, collectionStyle: 'flow' }).trimEnd();
  const text = list.slice(1, -1).trim();
  // `external:NAME` reads as a pair to some editors; addresses do not.
  const isPlain = text === value && /:(?!\/\/)/.test(text);
  return isPlain ? `'${text.replaceAll("'", "''")}'` : text;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a value on one line: `{ name: X, tags: [a, b] }`. */
export function flow(value: unknown, isInFlow = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(', ')}]`;
  if (!isObject(value)) return scalar(value, isInFlow);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner, true)}`)
    .join(', ')} }`;
}

/** Keys whose objects are short enough to stand on one line each. */
const ON_ONE_LINE: ReadonlySet<string> = new Set([
  'variants',
  'lineage',
  'modalities',
  'licenses',
  'openness',
  'hardware',
  'status',
  'changes',
  'sources',
]);

function listLines(value: readonly unknown[], isOneLine: boolean, indent: string): string[] {
  return value.flatMap((item) => {
    if (isOneLine || !isObject(item)) return [`${indent}- ${flow(item)}`];
    return Object.entries(item).map(([key, inner], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${flow(inner)}`);
  });
}

/** Writes one key of a file with its value, as the catalogue's files are laid out; ends without a line end. */
export function keyLines(key: string, value: unknown): string {
  const isOneLine = ON_ONE_LINE.has(key);
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => !isObject(item));
    return isPlain ? `${key}: ${flow(value)}` : [`${key}:`, ...listLines(value, isOneLine, '  ')].join('\n');
  }
  if (!isObject(value) || isOneLine) return `${key}: ${flow(value)}`;
  const inner = Object.entries(value).flatMap(([name, item]) =>
    // Several addresses are read better below each other.
    Array.isArray(item) && item.length > 1 && item.every((one) => String(one).includes('://'))
      ? [`  ${name}:`, ...listLines(item, true, '    ')]
      : [`  ${name}: ${flow(item)}`],
  );
  return [`${key}:`, ...inner].join('\n');
}

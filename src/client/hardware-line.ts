import { fill } from '../domain/format/fill.ts';
import { gigabytes } from '../domain/format/memory.ts';
import { shortParameters } from '../domain/format/parameters.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import type { AnswerItem, AnswerLine } from '../domain/hardware/answer.ts';
import { GB, type MemoryNeed } from '../domain/hardware/memory.ts';
import type { MeasuredRow, ProjectRow } from '../domain/hardware/rows.ts';

/** The phrases of the page, as its markup carries them. */
export type Words = Record<
  | 'summary'
  | 'summaryOpen'
  | 'loading'
  | 'groupCount'
  | 'more'
  | 'spare'
  | 'short'
  | 'atMostShort'
  | 'needs'
  | 'unknown'
  | 'computedLine'
  | 'computedTraining'
  | 'atFormat'
  | 'atContext'
  | 'cutContext'
  | 'computedBound'
  | 'computedTrainingBound'
  | 'lessOf'
  | 'measuredItem'
  | 'contradictedFits'
  | 'contradictedMisses'
  | 'multimodal'
  | 'active'
  | 'model'
  | 'modelRemove'
  | 'tokens',
  string
> &
  Record<'format' | 'precision' | 'method' | 'figure', Record<string, string>>;

const inGb = (bytes: number) => gigabytes(bytes / GB);

function computedText(line: AnswerLine, asked: number, words: Words): string {
  const { need, format, contextLength, version, isBound } = line;
  if (!need) return '';
  const { total, weights, kv, training, activations, allowance } = need;
  const parts = { total, weights, kv, training, activations, allowance };
  const amounts = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, inGb(bytes)]));
  const isCut = version.c !== undefined && version.c < asked;
  const context = fill(isCut ? words.cutContext : words.atContext, { n: groupDigits(contextLength) });
  const precision = format === null ? '' : fill(words.atFormat, { format: words.format[format]! });
  const exact = format === null ? words.computedTraining : words.computedLine;
  const bound = format === null ? words.computedTrainingBound : words.computedBound;
  return `${fill(isBound ? bound : exact, amounts)}（${precision}${context}）`;
}

function figureText(figure: MeasuredRow, words: Words): string {
  const conditions = [
    figure.q && words.precision[figure.q],
    figure.c && fill(words.tokens, { n: groupDigits(figure.c) }),
    figure.f && figure.f !== 'used' && words.figure[figure.f],
  ].filter(Boolean);
  const amount = fill(words.measuredItem, { n: figure.g });
  return conditions.length > 0 ? `${amount}（${conditions.join('，')}）` : amount;
}

function verdictText({ fit, spare, need, measured }: AnswerLine, words: Words): string {
  if (fit === 'unknown') return words.unknown;
  if (fit === 'open')
    return fill(words.needs, { n: need ? inGb(need.total) : gigabytes(Math.max(...measured.map(({ g }) => g))) });
  const phrase = { fits: words.spare, unsure: words.atMostShort, misses: words.short }[fit];
  return fill(phrase, { n: gigabytes(Math.abs(spare ?? 0)) });
}

function notesText(line: AnswerLine, project: ProjectRow, words: Words): string {
  return [
    line.version.a !== undefined && fill(words.active, { n: shortParameters(line.version.a) }),
    line.isContradicted && (line.fit === 'fits' ? words.contradictedFits : words.contradictedMisses),
    project.mm === 1 && line.need && words.multimodal,
  ]
    .filter(Boolean)
    .join(' ');
}

function drawBar(bar: Element, need: MemoryNeed, { capacityGb, scaleGb }: Drawing): void {
  const scale = 100 / Math.max(need.total, scaleGb * GB);
  const parts = { weights: need.weights, kv: need.kv + need.training + need.activations, allowance: need.allowance };
  let x = 0;
  for (const [part, bytes] of Object.entries(parts)) {
    const rect = bar.querySelector(`[data-part="${part}"]`)!;
    rect.setAttribute('x', String(x));
    rect.setAttribute('width', String(bytes * scale));
    x += bytes * scale;
  }
  const card = bar.querySelector('[data-part="capacity"]')!;
  const over = bar.querySelector('[data-part="over"]')!;
  const edge = (capacityGb ?? 0) * GB * scale;
  if (capacityGb === null) card.remove();
  else card.setAttribute('width', String(edge));
  if (capacityGb === null || edge >= 100) over.remove();
  else {
    over.setAttribute('x', String(edge));
    over.setAttribute('width', String(100 - edge));
  }
}

/** Copies one of the page's templates. */
function copy(root: Element, name: string): { element: Element; slot: (name: string) => Element } {
  const template = root.querySelector<HTMLTemplateElement>(`[data-template="${name}"]`)!;
  const element = (template.content.cloneNode(true) as DocumentFragment).firstElementChild!;
  return { element, slot: (slot) => element.querySelector(`[data-slot="${slot}"]`)! };
}

/** What a list of entries is drawn with. */
export interface Drawing {
  root: Element;
  words: Words;
  capacityGb: number | null;
  /** GB that the whole width of a bar stands for, where nothing needs more. */
  scaleGb: number;
  /** Context length asked for, in tokens. */
  contextLength: number;
  projectAddress: (id: string) => string;
  /** How many lines of an entry are shown at once; the rest is one tap away. */
  most: number;
}

function drawLine(line: AnswerLine, project: ProjectRow, drawing: Drawing): Element {
  const { words } = drawing;
  const { element, slot } = copy(drawing.root, 'line');
  const { p } = line.version;
  element.classList.add(`hw-${line.fit}`);
  slot('versions').textContent = line.names.join(' · ');
  slot('size').textContent = p === undefined ? '' : shortParameters(p);
  slot('verdict').textContent = verdictText(line, words);
  if (line.need) {
    drawBar(slot('bar'), line.need, drawing);
    slot('parts').textContent = computedText(line, drawing.contextLength, words);
  } else {
    slot('bar').remove();
    slot('computed').remove();
  }
  if (line.measured.length > 0) {
    const link = slot('figures') as HTMLAnchorElement;
    link.href = `${drawing.projectAddress(project.id)}#hardware`;
    link.textContent = line.measured.map((figure) => figureText(figure, words)).join('、');
  } else slot('measured').remove();
  const notes = notesText(line, project, words);
  if (notes) slot('notes').textContent = notes;
  else slot('notes').remove();
  return element;
}

/** Draws an entry with its lines. */
export function drawItem({ project, versions }: AnswerItem, drawing: Drawing): Element {
  const { element, slot } = copy(drawing.root, 'item');
  const link = slot('name') as HTMLAnchorElement;
  link.textContent = project.name;
  link.href = drawing.projectAddress(project.id);
  const lines = versions.map((line) => drawLine(line, project, drawing));
  slot('lines').replaceChildren(...lines.slice(0, drawing.most));
  slot('rest').replaceChildren(...lines.slice(drawing.most));
  const hidden = versions.slice(drawing.most).reduce((sum, { names }) => sum + names.length, 0);
  if (hidden > 0) slot('rest-count').textContent = fill(drawing.words.lessOf, { n: hidden });
  else slot('rest-of').remove();
  return element;
}

import { cardById } from './cards.ts';
import { TRAINING_METHODS } from './memory.ts';
import { WEIGHT_FORMATS } from './precision.ts';

/** What is to be done with a model. */
export const TASKS = ['inference', ...TRAINING_METHODS] as const;
type Task = (typeof TASKS)[number];

/** Choice of a weight format: one by its id, or the widest that fits each model. */
export const WIDEST = 'widest';
const PRECISION_CHOICES = [WIDEST, ...WEIGHT_FORMATS.map(({ id }) => id)] as const;
type PrecisionChoice = (typeof PRECISION_CHOICES)[number];

/** Context lengths to choose from, in tokens. */
export const CONTEXTS = [2048, 4096, 8192, 16384, 32768, 65536, 131072] as const;

/** Numbers of equal cards to choose from. */
export const CARD_COUNTS = [1, 2, 4, 8] as const;

/** Orders of the answer. */
export const ORDERS = ['size', 'released', 'name'] as const;
type Order = (typeof ORDERS)[number];

/** Restrictions by licence: none, commercial use allowed, or allowed under conditions too. */
export const USES = ['any', 'allowed', 'conditional'] as const;
type Use = (typeof USES)[number];

/** What a reader has chosen. */
export interface HardwareState {
  /** Id of a card; empty where an amount of memory was typed or nothing chosen. */
  card: string;
  /** Memory of one card in GB, where typed; null where a card is named or nothing chosen. */
  vramGb: number | null;
  count: number;
  task: Task;
  precision: PrecisionChoice;
  contextLength: number;
  /** Id of the one entry that is asked about; empty for all. */
  model: string;
  use: Use;
  chineseOnly: boolean;
  order: Order;
}

/** What is chosen before anybody chooses. */
export const DEFAULT_STATE: HardwareState = {
  card: '',
  vramGb: null,
  count: 1,
  task: 'inference',
  precision: '4',
  contextLength: 4096,
  model: '',
  use: 'any',
  chineseOnly: false,
  order: 'size',
};

/** Most memory that one card may be said to have, in GB: beyond it a number was mistyped. */
export const MOST_VRAM_GB = 4096;

function oneOf<const Choice extends string | number>(
  choices: readonly Choice[],
  text: string | null,
  otherwise: Choice,
) {
  return choices.find((choice) => String(choice) === text) ?? otherwise;
}

/** Reads an amount of memory in GB; null where it is no such amount. */
function parseVram(text: string | null): number | null {
  const number = Number(text);
  return text !== null && text.trim() !== '' && number > 0 && number <= MOST_VRAM_GB ? number : null;
}

/** Reads the state from a URL's query. What does not exist is as if it had not been said. */
export function parseHardwareState(query: string): HardwareState {
  const params = new URLSearchParams(query);
  const card = cardById(params.get('card') ?? '')?.id ?? '';
  return {
    card,
    vramGb: card ? null : parseVram(params.get('vram')),
    count: oneOf(CARD_COUNTS, params.get('count'), DEFAULT_STATE.count as 1),
    task: oneOf(TASKS, params.get('task'), DEFAULT_STATE.task),
    precision: oneOf(PRECISION_CHOICES, params.get('precision'), DEFAULT_STATE.precision),
    contextLength: oneOf(CONTEXTS, params.get('context'), DEFAULT_STATE.contextLength as 4096),
    model: /^[a-z0-9.-]+$/.exec(params.get('model') ?? '')?.[0] ?? '',
    use: oneOf(USES, params.get('use'), DEFAULT_STATE.use),
    chineseOnly: params.get('zh') === '1',
    order: oneOf(ORDERS, params.get('sort'), DEFAULT_STATE.order),
  };
}

/** Writes the state as a URL's query, `?` included; empty where nothing is chosen. Defaults are left out. */
export function serializeHardwareState(state: HardwareState): string {
  const values: [string, string | number, string | number][] = [
    ['model', state.model, ''],
    ['card', state.card, ''],
    ['vram', state.vramGb ?? '', ''],
    ['count', state.count, DEFAULT_STATE.count],
    ['task', state.task, DEFAULT_STATE.task],
    ['precision', state.precision, DEFAULT_STATE.precision],
    ['context', state.contextLength, DEFAULT_STATE.contextLength],
    ['use', state.use, DEFAULT_STATE.use],
    ['zh', state.chineseOnly ? '1' : '', ''],
    ['sort', state.order, DEFAULT_STATE.order],
  ];
  const params = new URLSearchParams();
  for (const [key, value, otherwise] of values) if (value !== otherwise) params.set(key, String(value));
  const query = params.toString();
  return query ? `?${query}` : '';
}

/** The memory that there is, in GB: of all cards together, of a Mac the part that graphics may use. Null where nothing is chosen. */
export function capacityGb(state: HardwareState): number | null {
  const card = cardById(state.card);
  const one = card ? card.memoryGb * card.usable : state.vramGb;
  return one === null ? null : one * state.count;
}

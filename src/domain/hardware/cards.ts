/** A graphics card, or a computer whose processor and graphics share their memory. */
export interface Card {
  /** Also the key in the address. */
  id: string;
  name: string;
  vendor: 'nvidia' | 'amd' | 'apple';
  /** Memory in GB, as the vendor states it. */
  memoryGb: number;
  /** Share of the memory that graphics may use; 1 where the card has its own. */
  usable: number;
}

const own = (vendor: 'nvidia' | 'amd') => (id: string, name: string, memoryGb: number) =>
  ({ id, name, vendor, memoryGb, usable: 1 }) satisfies Card;
const nvidia = own('nvidia');
const amd = own('amd');

/**
 * Share of a Mac's memory that is reckoned with. Apple gives no number, only a property that an app can ask
 * (`recommendedMaxWorkingSetSize`); llama.cpp's logs show 11,453 MB of 16 GB for it, two thirds. The limit can be raised.
 */
const UNIFIED_SHARE = 2 / 3;

const mac = (memoryGb: number) =>
  ({
    id: `mac-${memoryGb}`,
    name: `Mac ${memoryGb} GB`,
    vendor: 'apple',
    memoryGb,
    usable: UNIFIED_SHARE,
  }) satisfies Card;

/** Where a vendor states the memory of its cards, and the day it was read. */
export const CARD_SOURCES = {
  nvidia: {
    url: 'https://docs.nvidia.com/nim/large-language-models/latest/supported-models.html',
    accessed: '2026-11-24',
  },
  amd: { url: 'https://rocm.docs.amd.com/en/latest/reference/gpu-specs.html', accessed: '2026-11-24' },
  apple: {
    url: 'https://developer.apple.com/documentation/metal/mtldevice/recommendedmaxworkingsetsize',
    accessed: '2026-11-24',
  },
} as const;

/**
 * The cards that can be chosen by name: those whose memory was read at the vendor's. For any other card its memory can be
 * typed. Macs are amounts of memory, because nothing else about them matters here.
 */
export const CARDS: readonly Card[] = [
  nvidia('rtx-5090', 'GeForce RTX 5090', 32),
  nvidia('rtx-5080', 'GeForce RTX 5080', 16),
  nvidia('rtx-4090', 'GeForce RTX 4090', 24),
  nvidia('rtx-4080', 'GeForce RTX 4080', 16),
  nvidia('rtx-pro-6000', 'RTX PRO 6000 Blackwell', 96),
  nvidia('rtx-6000-ada', 'RTX 6000 Ada', 48),
  nvidia('a10g', 'A10G', 24),
  nvidia('l40s', 'L40S', 48),
  nvidia('a100-80', 'A100 80GB', 80),
  nvidia('h100', 'H100 SXM', 80),
  nvidia('h100-nvl', 'H100 NVL', 94),
  nvidia('h20', 'H20', 96),
  nvidia('h200', 'H200', 141),
  nvidia('dgx-spark', 'DGX Spark', 128),
  amd('rx-9070-xt', 'Radeon RX 9070 XT', 16),
  amd('rx-9060-xt', 'Radeon RX 9060 XT', 16),
  amd('rx-7900-xtx', 'Radeon RX 7900 XTX', 24),
  amd('rx-7900-xt', 'Radeon RX 7900 XT', 20),
  amd('rx-7800-xt', 'Radeon RX 7800 XT', 16),
  amd('rx-7700-xt', 'Radeon RX 7700 XT', 12),
  amd('rx-7600', 'Radeon RX 7600', 8),
  amd('r9700', 'Radeon AI PRO R9700', 32),
  amd('w7900', 'Radeon PRO W7900', 48),
  amd('mi210', 'Instinct MI210', 64),
  amd('mi300x', 'Instinct MI300X', 192),
  amd('mi325x', 'Instinct MI325X', 256),
  amd('mi355x', 'Instinct MI355X', 288),
  ...[16, 24, 32, 48, 64, 96, 128, 192, 256, 512].map(mac),
];

/** Amounts of memory, in GB, that cards are sold with: for choosing without a name. */
export const MEMORY_AMOUNTS = [6, 8, 10, 11, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192] as const;

/** Finds a card by its id; undefined where there is none. */
export function cardById(id: string): Card | undefined {
  return CARDS.find((card) => card.id === id);
}

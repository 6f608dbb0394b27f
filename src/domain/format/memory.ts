import { groupDigits } from './tokens.ts';

/** Writes an amount of memory in GB as a number: one decimal below 100, none above, thousands separated. */
export function gigabytes(amount: number): string {
  return amount < 99.95 ? amount.toFixed(1) : groupDigits(Math.round(amount));
}

/** Writes a context length in tokens with thousands separated: 2048 → `2,048`. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Writes a name as an id: lower case, hyphens between words, dots kept within versions (`Llama 3.1` → `llama-3.1`). Empty where nothing of it is left, as of a Chinese name. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/(?<![0-9])\.|\.(?![0-9])/g, '-')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

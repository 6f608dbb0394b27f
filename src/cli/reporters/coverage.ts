import type { FieldCoverage } from '../../domain/catalog/coverage.ts';

const percent = (known: number, all: number) => (all === 0 ? '–' : `${Math.round((100 * known) / all)} %`);

/** Prints how complete the projects are: a line a fact, known and unknown of those that can have it. */
export function printCoverage(rows: readonly FieldCoverage[], projectCount: number): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, known, unknown }) => {
    const counts = `已知 ${String(known).padStart(4)}  未知 ${String(unknown).padStart(4)}`;
    return `  ${name.padEnd(width)}  ${counts}  ${percent(known, known + unknown).padStart(5)}`;
  });
  return [`${projectCount} 个项目的事实覆盖（不适用的不计）：`, ...lines].join('\n');
}

/** Prints what would make one entry better. */
export function printMissing(file: string, names: readonly string[]): string {
  if (names.length === 0) return `${file}：能写的事实都写了。`;
  return `${file}：还可以补（查到了再写，不知道就不写）：${names.join('、')}。`;
}

import type { Catalog } from '../../src/domain/catalog/model.ts';
import type { ComparedEntry } from '../../src/domain/compare/model.ts';
import { compareTable, type CompareCell, type CompareTable } from '../../src/domain/compare/table.ts';
import { createPaths } from '../../src/domain/paths.ts';
import { entryNames } from '../../src/outputs/compare-names.ts';
import { compareWords } from '../../src/outputs/compare-words.ts';
import { publishProject } from '../../src/outputs/published.ts';

/** Gives an entry of a catalogue as the comparison takes it. */
export function compared(catalog: Catalog, id: string): ComparedEntry {
  const project = catalog.projectById.get(id)!;
  const published = publishProject(catalog, project, (other) => `https://site.example/projects/${other}/`, null);
  return { project: published, names: entryNames(catalog, project, published.commercialUse.verdict) };
}

/** Puts entries of a catalogue side by side, in Chinese, at the root. */
export function tableOf(catalog: Catalog, ids: readonly string[]): CompareTable {
  const entries = ids.map((id) => compared(catalog, id));
  return compareTable(entries, compareWords, createPaths('/'));
}

/** Finds the cells of a row; undefined where the table leaves the row out. */
export function cellsOf(table: CompareTable, id: string): CompareCell[] | undefined {
  return table.groups.flatMap(({ rows }) => rows).find((row) => row.id === id)?.cells;
}

/** The lines of a row's cells, notes in brackets. */
export function linesOf(table: CompareTable, id: string): string[][] | undefined {
  return cellsOf(table, id)?.map(({ items }) => items.map(({ text, note }) => (note ? `${text}（${note}）` : text)));
}

/** Facts of an entry that says something of everything, made from an entry `bare`. */
export const FULL = {
  name: 'Full',
  zhName: '全',
  aliases: ['F'],
  released: '2023-03-14',
  links: {
    repo: 'https://github.com/lab/full',
    movedFrom: ['https://github.com/lab/old'],
    repoSharedWith: ['bare'],
    weights: ['https://huggingface.co/lab/full'],
    paper: 'https://arxiv.org/abs/2301.00001',
    demo: 'https://demo.example/',
    homepage: 'https://home.example/',
    data: 'https://data.example/',
  },
  variants: [
    { name: 'Full-7B', parameters: '7B', activeParameters: '1B', contextLength: 2048 },
    { name: 'Full-13B', parameters: '13B', contextLength: 4096, license: 'conditional' },
  ],
  lineage: [{ from: 'bare', relation: 'finetune', variants: ['Full-7B'], note: '一句' }],
  languages: ['en', 'zh'],
  modalities: { input: ['text', 'image'], output: ['text'] },
  training: { pretraining: 'released', sft: 'described', rewardModel: 'absent', rlhf: 'unknown' },
  licenses: { code: 'MIT', weights: 'MIT', data: 'not-released' },
  openness: {
    inferenceCode: 'open',
    trainingCode: 'partly',
    weights: 'open',
    pretrainingData: 'closed',
    finetuningData: 'partly',
    rewardModel: 'closed',
    modelCard: 'open',
  },
  hardware: [
    { task: 'inference', precision: 'fp16', vramGb: 14, basis: 'computed' },
    { task: 'inference', precision: 'int4', vramGb: 6, basis: 'measured', variant: 'Full-7B', contextLength: 2048 },
    { task: 'finetuning', vramGb: 5, basis: 'measured', note: 'LoRA' },
  ],
  status: { state: 'superseded', since: '2024-01', by: 'bare', reason: '换代', mirror: 'https://mirror.example/' },
  claims: [{ text: '最好', by: '作者', method: '十题', verdict: 'self-reported', evidence: 'readme' }],
  changes: [{ date: '2023-04-01', kind: 'released', text: '发布' }],
};

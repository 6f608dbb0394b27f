import { stringify } from 'csv-stringify/browser/esm/sync';
import { CELLS } from '../domain/openness/cells.ts';
import type { PublishedProject } from '../schema/published.ts';

type Cell = string | number | null;

/** The columns of the CSV, in order: heading and how to read it from a published project. Lists are joined by `; `. */
const COLUMNS: Record<string, (project: PublishedProject) => Cell> = {
  id: (p) => p.id,
  name: (p) => p.name,
  zhName: (p) => p.zhName,
  aliases: (p) => p.aliases.join('; '),
  categories: (p) => p.categories.join('; '),
  kind: (p) => p.kind,
  organizations: (p) => p.organizations.join('; '),
  released: (p) => p.released,
  summary: (p) => p.summary,
  repo: (p) => p.links.repo,
  weights: (p) => p.links.weights.join('; '),
  paper: (p) => p.links.paper,
  homepage: (p) => p.links.homepage,
  parameters: (p) => p.variants?.map((v) => v.parameters ?? 'unknown').join('; ') ?? 'unknown',
  contextLength: (p) => p.variants?.map((v) => v.contextLength ?? 'unknown').join('; ') ?? 'unknown',
  lineage: (p) => p.lineage?.map((edge) => `${edge.relation}:${edge.from}`).join('; ') ?? 'unknown',
  languages: (p) => p.languages?.join('; ') ?? 'unknown',
  pretraining: (p) => p.training.pretraining,
  sft: (p) => p.training.sft,
  rewardModel: (p) => p.training.rewardModel,
  rlhf: (p) => p.training.rlhf,
  codeLicense: (p) => p.licenses.code,
  weightsLicense: (p) => p.licenses.weights,
  dataLicense: (p) => p.licenses.data,
  commercialUse: (p) => p.commercialUse.verdict,
  commercialUseBecause: (p) => p.commercialUse.because.join(' '),
  hardware: (p) =>
    p.hardware
      ?.map((h) => `${[h.task, h.precision].filter(Boolean).join(' ')} ${h.vramGb} GB (${h.basis})`)
      .join('; ') ?? 'unknown',
  status: (p) => p.status.state,
  evidence: (p) => p.evidence.map((item) => `${item.url} (${item.accessed})`).join('; '),
  url: (p) => p.url,
  ...Object.fromEntries(
    CELLS.map((cell) => [`openness.${cell}`, (p: PublishedProject): Cell => p.openness?.[cell] ?? null]),
  ),
};

/**
 * Writes the projects as CSV: RFC 4180 with CRLF, UTF-8 with a byte-order mark so that Excel shows Chinese,
 * and cells that a spreadsheet would run as a formula (`= + - @` in front) neutralised by an apostrophe.
 */
export function projectsCsv(projects: readonly PublishedProject[]): string {
  const rows = projects.map((project) => Object.values(COLUMNS).map((read) => read(project)));
  return stringify([Object.keys(COLUMNS), ...rows], {
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

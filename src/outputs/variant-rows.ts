import type { Project } from '../domain/catalog/model.ts';
import { shortParameters } from '../domain/format/parameters.ts';
import { groupDigits } from '../domain/format/tokens.ts';
import { t } from '../i18n/index.ts';
import type { Verdict } from '../schema/license.ts';

/** A row of the versions table, in words; `verdict` null where no weights are judged. */
export interface VariantRow {
  name: string;
  parameters: string;
  contextLength: string;
  verdict: Verdict | null;
}

function parametersWord(parameters: number | null, active: number | null): string {
  if (parameters === null) return t.unknown;
  const total = shortParameters(parameters);
  return active === null ? total : `${total}（${t.project.activeParameters} ${shortParameters(active)}）`;
}

/** Writes the versions of an entry: size, context length in tokens, licence verdict of each. */
export function variantRows(project: Project, verdicts: ReadonlyMap<string, Verdict>): VariantRow[] {
  return (project.variants ?? []).map(({ name, parameters, activeParameters, contextLength }) => ({
    name,
    parameters: parametersWord(parameters, activeParameters),
    contextLength: contextLength === null ? t.unknown : groupDigits(contextLength),
    verdict: verdicts.get(name) ?? null,
  }));
}

import type { FactPath } from '../../schema/evidence.ts';
import type { Project } from './model.ts';

/** An evidence item with the number that marks it on the page, from 1. */
export interface NumberedEvidence {
  number: number;
  item: Project['evidence'][number];
}

/** Numbers the evidence of an entry in its own order. */
export function numberedEvidence(project: Project): NumberedEvidence[] {
  return project.evidence.map((item, i) => ({ number: i + 1, item }));
}

/**
 * Finds the sources of a fact: those that name it, or its parent (`licenses` for `licenses.code`).
 * A parent fact is also supported by sources that name one of its children.
 */
export function evidenceFor(project: Project, fact: FactPath): NumberedEvidence[] {
  return numberedEvidence(project).filter(({ item }) =>
    item.supports.some((path) => path === fact || fact.startsWith(`${path}.`) || path.startsWith(`${fact}.`)),
  );
}

/** Finds the evidence item that a claim names. */
export function evidenceById(project: Project, id: string): NumberedEvidence | undefined {
  return numberedEvidence(project).find(({ item }) => item.id === id);
}

import { foldRepository } from '../domain/catalog/names.ts';
import type { Proposal } from '../domain/upkeep/proposals.ts';
import { projectSchema, type AuthoredProject } from '../schema/project.ts';
import { linksSchema } from '../schema/links.ts';
import { checkSources } from './check.ts';
import type { Finding } from './finding.ts';
import { editFrontMatter, type Edit } from './front-matter-edit.ts';
import { parseSource, type Source } from './source.ts';

/** Kinds that are written into an entry; of the others a person decides. */
const MECHANICAL: readonly Proposal['kind'][] = ['renamed', 'archived'];

/** A file of an entry as it was read. */
interface EntryFile {
  file: string;
  text: string;
}

/** What became of the mechanical proposals. */
export interface Applied {
  /** Files to write, with their new text. */
  changed: EntryFile[];
  applied: Proposal[];
  /** Proposals whose file is left as it was, and in one phrase why. */
  refused: { proposal: Proposal; why: string }[];
}

const FACT_OF: Partial<Record<Proposal['kind'], string[]>> = {
  renamed: ['links.repo', 'links.movedFrom'],
  archived: ['status'],
};

/** The keys of a schema that stand before one of them, in the order in which entries are written. */
function keysBefore(schema: { shape: Record<string, unknown> }, key: string): string[] {
  const keys = Object.keys(schema.shape);
  return keys.slice(0, keys.indexOf(key));
}

function evidenceEdit(project: AuthoredProject, proposals: readonly Proposal[], today: string): Edit {
  const ids = new Set(project.evidence.map(({ id }) => id));
  let id = 'github';
  for (let n = 2; ids.has(id); n++) id = `github-${n}`;
  const supports = [...new Set(proposals.flatMap(({ kind }) => FACT_OF[kind] ?? []))];
  const item = { id, url: proposals[0]!.source, title: 'GitHub 仓库（接口核对）', accessed: today, supports };
  return { op: 'add', path: ['evidence'], value: item };
}

/** The edits that carry out an entry's mechanical proposals, or why a person has to. */
function editsFor(project: AuthoredProject, proposals: readonly Proposal[], today: string): Edit[] | string {
  const edits: Edit[] = [];
  for (const { kind, before, after, since } of proposals) {
    if (kind === 'renamed') {
      const old = (project.links.movedFrom ?? []).map(foldRepository);
      if (old.includes(foldRepository(after!))) return '新地址在 movedFrom 里，仓库像是搬了回去';
      edits.push({ op: 'set', path: ['links', 'repo'], value: after });
      if (!old.includes(foldRepository(before!)))
        edits.push({
          op: 'add',
          path: ['links', 'movedFrom'],
          value: before,
          after: keysBefore(linksSchema, 'movedFrom'),
        });
    } else {
      const mirror = project.status?.mirror;
      const value = {
        state: 'archived',
        ...(since ? { since } : {}),
        reason: '仓库在 GitHub 上归档，只读',
        ...(mirror ? { mirror } : {}),
      };
      edits.push({ op: 'set', path: ['status'], value, after: keysBefore(projectSchema, 'status') });
    }
  }
  return [...edits, evidenceEdit(project, proposals, today)];
}

const key = ({ file, code, message }: Finding) => `${file}\n${code}\n${message}`;

/** Checks the content with some files changed, and gives what is wrong only because of that. */
function newFindings(
  sources: readonly Source[],
  changed: readonly EntryFile[],
  known: ReadonlySet<string>,
  today: string,
): Finding[] {
  const texts = new Map(changed.map(({ file, text }) => [file, text]));
  const after = sources.map((source) => {
    const text = texts.get(source.file);
    return text === undefined ? source : parseSource(source.collection, source.file, text);
  });
  return checkSources(after, today).filter((finding) => !known.has(key(finding)));
}

/**
 * Writes the mechanical proposals into the texts of their entries. A file whose change the checker would refuse, anywhere
 * in the content, is left as it was.
 * @param sources all of the content, as read
 * @param today the day that the new evidence was read, `YYYY-MM-DD`
 */
export function applyProposals(sources: readonly Source[], proposals: readonly Proposal[], today: string): Applied {
  const result: Applied = { changed: [], applied: [], refused: [] };
  const known = new Set(checkSources(sources, today).map(key));
  const drafts: { proposals: Proposal[]; entry: EntryFile }[] = [];
  const mechanical = proposals.filter(({ kind }) => MECHANICAL.includes(kind));
  for (const id of new Set(mechanical.map(({ project }) => project))) {
    const own = mechanical.filter(({ project }) => project === id);
    const refuse = (why: string) => result.refused.push(...own.map((proposal) => ({ proposal, why })));
    const source = sources.find((other) => other.collection === 'projects' && other.id === id && other.data !== null);
    if (!source) {
      refuse('条目没有通过检查');
      continue;
    }
    const edits = editsFor(source.data as AuthoredProject, own, today);
    const edited = typeof edits === 'string' ? { refused: edits } : editFrontMatter(source, edits);
    if ('refused' in edited) refuse(edited.refused);
    else drafts.push({ proposals: own, entry: { file: source.file, text: edited.text } });
  }
  const accept = ({ proposals: own, entry }: (typeof drafts)[number]) => {
    result.changed.push(entry);
    result.applied.push(...own);
  };
  // Nearly always nothing is wrong, and one check is enough; entries that share a repository have to move together.
  if (
    newFindings(
      sources,
      drafts.map(({ entry }) => entry),
      known,
      today,
    ).length === 0
  ) {
    drafts.forEach(accept);
    return result;
  }
  for (const draft of drafts) {
    const [finding] = newFindings(sources, [...result.changed, draft.entry], known, today);
    if (!finding) accept(draft);
    else
      result.refused.push(
        ...draft.proposals.map((proposal) => ({ proposal, why: `改了通不过检查：${finding.file} ${finding.message}` })),
      );
  }
  return result;
}

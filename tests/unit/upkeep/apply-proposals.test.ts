import { describe, expect, it } from 'vitest';
import { gitHubName } from '../../../src/domain/upkeep/repository.ts';
import type { Proposal } from '../../../src/domain/upkeep/proposals.ts';
import { readContent } from '../../../src/files/read-content.ts';
import { applyProposals } from '../../../src/rules/apply-proposals.ts';
import { parseSource, type Source } from '../../../src/rules/source.ts';
import type { AuthoredProject } from '../../../src/schema/project.ts';
import { ROOT } from '../../support/built.ts';
import { vocabulary } from '../../support/make.ts';

const TODAY = '2026-11-24';

const text = (id: string, links = `links: { repo: https://github.com/lab/${id} }`, more = '') => `---
name: ${id} # 名字
categories: [independent]
kind: chat-model
organizations: [lab]
summary: 一个只在测试里出现的对话模型，用来检验目录的规则。
${links}
licenses: { code: MIT }
${more}evidence:
  - { id: github, url: https://github.com/lab/${id}, accessed: 2026-01-02, supports: [links, licenses] }
---
`;

const proposal = (project: string, overrides: Partial<Proposal>): Proposal => ({
  project,
  kind: 'renamed',
  field: 'links.repo',
  before: `https://github.com/lab/${project}`,
  after: `https://github.com/new/${project}`,
  source: `https://github.com/new/${project}`,
  since: null,
  ...overrides,
});

const archived = (project: string, since: string | null): Proposal =>
  proposal(project, { kind: 'archived', field: 'status', before: 'unknown', after: 'archived', since });

/** Applies proposals to entries given as id → text. */
function apply(entries: Record<string, string>, ...proposals: Proposal[]) {
  const sources: Source[] = [
    ...vocabulary(),
    ...Object.entries(entries).map(([id, content]) => parseSource('projects', `content/projects/${id}.md`, content)),
  ];
  return applyProposals(sources, proposals, TODAY);
}

describe('applyProposals', () => {
  it('moves a repository, keeps its old address and says where that was read', () => {
    const { changed, applied, refused } = apply({ one: text('one') }, proposal('one', {}));
    expect(refused).toEqual([]);
    expect(applied).toHaveLength(1);
    expect(changed).toEqual([
      {
        file: 'content/projects/one.md',
        text: text('one')
          .replace(
            '{ repo: https://github.com/lab/one }',
            '{ repo: https://github.com/new/one, movedFrom: [https://github.com/lab/one] }',
          )
          .replace(
            '\n---\n',
            '\n  - { id: github-2, url: https://github.com/new/one, title: GitHub 仓库（接口核对）, accessed: 2026-11-24, supports: [links.repo, links.movedFrom] }\n---\n',
          ),
      },
    ]);
  });

  it('writes that it is archived, with the day where it is known, and one piece of evidence for both changes', () => {
    const [entry] = apply({ one: text('one') }, proposal('one', {}), archived('one', '2024-05-06')).changed;
    expect(entry!.text).toContain(
      '\nlicenses: { code: MIT }\nstatus: { state: archived, since: 2024-05-06, reason: 仓库在 GitHub 上归档，只读 }\nevidence:',
    );
    expect(entry!.text).toContain('supports: [links.repo, links.movedFrom, status] }');
    const [undated] = apply({ one: text('one') }, archived('one', null)).changed;
    expect(undated!.text).toContain('\nstatus: { state: archived, reason: 仓库在 GitHub 上归档，只读 }\n');
  });

  it('leaves a file as it was where the checker would refuse the change, and says why', () => {
    const taken = { one: text('one'), two: text('two', 'links: { repo: https://github.com/new/one }') };
    const { changed, refused } = apply(taken, proposal('one', {}), archived('two', null));
    expect(changed.map(({ file }) => file)).toEqual(['content/projects/two.md']);
    expect(refused).toMatchObject([{ proposal: { project: 'one' } }]);
    expect(refused[0]!.why).toContain('已经收录在 content/projects/one.md');
  });

  it('moves entries that share a repository together', () => {
    const shared = (id: string, other: string) =>
      text(id, `links: { repo: https://github.com/lab/both, repoSharedWith: [${other}] }`);
    const move = { before: 'https://github.com/lab/both', after: 'https://github.com/new/both' };
    const { changed, refused } = apply(
      { one: shared('one', 'two'), two: shared('two', 'one') },
      proposal('one', move),
      proposal('two', move),
    );
    expect(refused).toEqual([]);
    expect(changed).toHaveLength(2);
  });

  it('leaves to a person: licences, missing repositories, moves back, files that do not pass', () => {
    const back = text('one', 'links: { repo: https://github.com/lab/one, movedFrom: [https://github.com/new/one] }');
    expect(apply({ one: back }, proposal('one', {})).refused[0]!.why).toContain('搬了回去');
    expect(apply({ one: text('one').replace('kind:', 'knd:') }, proposal('one', {})).refused[0]!.why).toContain('检查');
    const kinds = ['license-changed', 'license-differs', 'missing', 'replaced', 'unarchived'] as const;
    const nothing = apply({ one: text('one') }, ...kinds.map((kind) => proposal('one', { kind })));
    expect(nothing).toEqual({ changed: [], applied: [], refused: [] });
  });

  it(
    'can keep up every entry of the catalogue, whatever its style, and the result passes the checker',
    { timeout: 60_000 },
    async () => {
      const sources = await readContent(ROOT);
      const projects = sources.filter((source) => source.collection === 'projects');
      const proposals = projects.flatMap(({ id, data }) => {
        const { repo } = (data as AuthoredProject).links;
        const name = repo ? gitHubName(repo) : null;
        if (!repo || !name) return [];
        const after = `https://github.com/moved-${name.owner}/${name.name}`;
        return [proposal(id, { before: repo, after, source: after }), archived(id, '2026-11-01')];
      });
      const { changed, refused } = applyProposals(sources, proposals, TODAY);
      expect(refused).toEqual([]);
      expect(changed.length).toBeGreaterThan(200);
      for (const { file, text: now } of changed) {
        const old = sources.find((source) => source.file === file)!.text.split('\n');
        const lost = old.filter((line) => !now.split('\n').includes(line));
        // The address, the status and lists on one line; nothing else.
        expect(lost.length, `${file}: ${lost.join('\n')}`).toBeLessThanOrEqual(6);
        for (const line of lost) expect(line).toMatch(/repo:|movedFrom:|status:|state:|since:|reason:|by:|^evidence:/);
      }
    },
  );
});

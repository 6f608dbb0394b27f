import type { Proposal, ProposalKind } from '../../domain/upkeep/proposals.ts';
import type { Applied } from '../../rules/apply-proposals.ts';
import type { RefreshResult } from '../refresh/run.ts';
import { table } from './markdown.ts';

export interface RefreshReport extends RefreshResult {
  today: string;
  /** What was written into entries; null where nothing was to be. */
  applied: Pick<Applied, 'applied' | 'refused'> | null;
  /** True where nothing was to be written at all. */
  dryRun: boolean;
  /** Entries whose repository is not on GitHub, or that name none. */
  elsewhere: number;
}

const KIND_WORDS: Record<ProposalKind, string> = {
  renamed: '改名或搬家',
  archived: '归档了',
  unarchived: '不再归档',
  'license-changed': '许可证变了',
  'license-differs': '许可证与条目不同',
  missing: '找不到了',
  replaced: '地址换了主人',
};

const LICENSE_WORDS: Record<string, string> = { NOASSERTION: '有文件，GitHub 认不出' };

function valueWord({ field }: Proposal, value: string | null): string {
  if (field === 'licenses.code') return value === null ? '没有许可证文件' : (LICENSE_WORDS[value] ?? value);
  return value ?? '';
}

function proposalTable(proposals: readonly Proposal[]): string {
  return table(
    ['条目', '变化', '字段', '原来', '现在', '来源'],
    proposals.map((proposal) => [
      proposal.project,
      `${KIND_WORDS[proposal.kind]}${proposal.since ? `（${proposal.since} 起）` : ''}`,
      proposal.field,
      valueWord(proposal, proposal.before),
      valueWord(proposal, proposal.after),
      proposal.source,
    ]),
  );
}

/** The text of a tombstone for a project whose repository is gone, to be pasted and completed by a person. */
function tombstone({ project, source, since }: Proposal, today: string): string {
  return [
    `**${project}**（先用浏览器看一眼，真的没有了再写；有存档就加 \`mirror\`）：`,
    '',
    '```yaml',
    '# status 换成',
    `status: { state: unavailable, since: ${since ?? today}, reason: GitHub 上打不开了 }`,
    '# changes 末尾加',
    `  - { date: ${since ?? today}, kind: status, text: 仓库打不开了 }`,
    '# evidence 末尾加',
    `  - { id: github-gone, url: ${source}, title: 仓库地址（打不开）, accessed: ${today}, supports: [status] }`,
    '```',
  ].join('\n');
}

function waitWords(seconds: number | null): string {
  if (seconds === null) return '过一小时';
  return seconds < 90 ? `${seconds} 秒后` : `${Math.ceil(seconds / 60)} 分钟后`;
}

/** Says in one sentence why a run ended early and what to do, or gives undefined where it did not. */
export function stopSentence({ stopped, counts }: RefreshResult): string | undefined {
  if (!stopped) return undefined;
  const rest = `还有 ${counts.waiting} 个仓库没有问到，已经问到的都存好了。`;
  switch (stopped.why) {
    case 'rate-limited':
      return `GitHub 的请求限额用完了。${rest}${waitWords(stopped.seconds)}再跑一次，会从没问到的接着问；设了 GITHUB_TOKEN 限额大得多。`;
    case 'bad-token':
      return `GitHub 不认 GITHUB_TOKEN 里的令牌。换一个，或者不设它（每小时只能问 60 个）。`;
    case 'unreachable':
      return `GitHub 连不上。${rest}检查网络或 GITHUB_API_URL 后再跑一次。`;
  }
}

function section(title: string, lead: string, body: string): string[] {
  return [`## ${title}`, '', ...(lead ? [lead, ''] : []), body, ''];
}

function mechanicalSections({ applied, proposals, dryRun }: RefreshReport): string[] {
  const mechanical = proposals.filter(({ kind }) => kind === 'renamed' || kind === 'archived');
  if (mechanical.length === 0) return [];
  if (!applied) {
    const lead = dryRun ? '这次什么都不写。' : '加上 `--apply` 就会写进条目。';
    return section('可以直接改的', lead, proposalTable(mechanical));
  }
  return [
    ...(applied.applied.length > 0
      ? section('已经写进条目的', '合并前请对照来源看一眼。', proposalTable(applied.applied))
      : []),
    ...(applied.refused.length > 0
      ? section(
          '没能写进去的',
          '这些文件没有动，要人来改。',
          table(
            ['条目', '变化', '现在', '为什么'],
            applied.refused.map(({ proposal, why }) => [
              proposal.project,
              KIND_WORDS[proposal.kind],
              valueWord(proposal, proposal.after),
              why,
            ]),
          ),
        )
      : []),
  ];
}

/** Prints a run as Markdown for a person who will review it: what was written, what needs a decision, what failed. */
export function printRefreshReport(report: RefreshReport): string {
  const { counts, proposals, failures, today, elsewhere } = report;
  const of = (...kinds: ProposalKind[]) => proposals.filter(({ kind }) => kinds.includes(kind));
  const decisions = of('unarchived', 'license-changed', 'replaced');
  const missing = of('missing');
  const differing = of('license-differs');
  const stop = stopSentence(report);
  const failed = new Set(failures.map(({ repo }) => repo)).size;
  const lines = [
    `# GitHub 核对（${today}）`,
    '',
    ...(stop ? [`**${stop}**`, ''] : []),
    `问了 ${counts.asked} 个仓库：${counts.news} 个有新答复，${counts.unchanged} 个没有变化，${counts.missing} 个找不到，${failed} 个没问成。还有 ${counts.waiting} 个没有问到；${elsewhere} 个条目没有 GitHub 仓库。`,
    '',
    ...(proposals.length === 0 ? ['没有要改的。', ''] : []),
    ...mechanicalSections(report),
    ...(decisions.length > 0 ? section('要人来定的', '', proposalTable(decisions)) : []),
    ...(missing.length > 0
      ? section(
          '找不到的仓库',
          '可能删了，也可能只是暂时设成私有。连着几次都找不到，再把条目写成墓碑；条目不删。',
          missing.map((proposal) => tombstone(proposal, today)).join('\n\n'),
        )
      : []),
    ...(differing.length > 0
      ? section(
          '许可证与条目不同的',
          'GitHub 只看仓库根目录的文件，不一定对；读过 LICENSE 再决定改不改。没有改的每次都会列在这里。',
          proposalTable(differing),
        )
      : []),
    ...(failures.length > 0
      ? section(
          '没问成的',
          '不影响别的，下次会再问。',
          table(
            ['条目', '仓库', '为什么'],
            failures.map(({ project, repo, why }) => [project, repo, why]),
          ),
        )
      : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

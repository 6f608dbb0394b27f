import { isExpectedDead, type LinkPlace } from '../../domain/upkeep/link-plan.ts';
import type { LinkSummary } from '../../domain/upkeep/link-summary.ts';
import type { Finding } from '../../rules/finding.ts';
import { printHuman } from './human.ts';
import { cell, table } from './markdown.ts';

const REASON_WORDS: Record<string, string> = {
  timeout: '等太久没有答复',
  network: '连不上',
  certificate: '证书有问题',
  'no-such-host': '没有这个主机',
  'host-left-alone': '这台主机一直不答或嫌太快，这次不再问它',
  'http-401': '401，要登录',
  'http-403': '403，不让看',
  'http-429': '429，嫌太快',
};

const EXPECTED_WORDS: Record<NonNullable<LinkPlace['expected']>, string> = {
  tombstone: '条目已写明下线',
  'old-address': '以前的地址',
  archived: '旁边有存档副本',
};

function reasonWord(reason: string): string {
  return REASON_WORDS[reason] ?? reason.replace(/^http-(\d+)$/, '$1');
}

/** Places as `file:line`, so that an editor makes them links; the first few, and how many more. */
function placesWord(places: readonly LinkPlace[]): string {
  const shown = places.slice(0, 5).map(({ file, line }) => `${file}:${line}`);
  return `${shown.join('，')}${places.length > shown.length ? ` 等 ${places.length} 处` : ''}`;
}

/** Prints the state of the links as Markdown: what is dead and where it stands, then what is known, then what could not be decided. */
export function printLinksReport(summary: LinkSummary, findings: readonly Finding[], today: string): string {
  const { counts, dead, expectedDead, reasons, hosts, moved, unusedExceptions, oldest } = summary;
  const section = (title: string, lead: string, body: string) => [
    `## ${title}`,
    '',
    ...(lead ? [lead, ''] : []),
    body,
    '',
  ];
  const offline = counts.asked > 0 && counts.alive === counts.cached && counts.dead + counts.expectedDead === 0;
  const lines = [
    `# 外链检查（${today}）`,
    '',
    `共 ${counts.all} 个地址：${counts.alive} 个正常，${counts.dead} 个打不开，${counts.expectedDead} 个打不开但在意料之中，${counts.undecided} 个说不准，${counts.excepted} 个例外，${counts.left} 个没有轮到。这次问了 ${counts.asked} 个${oldest ? `，${counts.cached} 个用的是以前的结果，最早的是 ${oldest}` : ''}。`,
    '',
    ...(offline && counts.undecided === counts.asked ? ['**这次一个地址也没有问成，大概是没有网络。**', ''] : []),
    ...(dead.length > 0
      ? section(
          '打不开的',
          '404、410 或主机没有了。换成新地址、存档副本或别的来源。',
          table(
            ['地址', '为什么', '写在哪里'],
            dead.map(({ link, result }) => [link.url, reasonWord(result.reason), placesWord(link.places)]),
          ),
        )
      : []),
    ...(reasons.length > 0
      ? section(
          '说不准的',
          '可能只是不理机器，也可能过一阵就好：不算打不开，下次再问。',
          [
            table(
              ['为什么', '个数'],
              reasons.map(({ reason, count }) => [reasonWord(reason), String(count)]),
            ),
            '',
            table(
              ['主机', '为什么', '个数'],
              hosts.map(({ host, reason, count }) => [host, reasonWord(reason), String(count)]),
            ),
          ].join('\n'),
        )
      : []),
    ...(expectedDead.length > 0
      ? section(
          '打不开但在意料之中的',
          '',
          table(
            ['地址', '为什么不意外', '写在哪里'],
            expectedDead.map(({ link }) => [
              link.url,
              [...new Set(link.places.map(({ expected }) => EXPECTED_WORDS[expected!]))].join('，'),
              placesWord(link.places),
            ]),
          ),
        )
      : []),
    ...(moved.length > 0 ? [`另有 ${moved.length} 个地址正常，但转到了别处；\`--json\` 里有转到哪里。`, ''] : []),
    ...(findings.length > 0
      ? section(
          '不算数的例外',
          '这些地址照查。',
          findings.map((one) => `- ${cell(printHuman([one], 1).split('\n')[0]!)}`).join('\n'),
        )
      : []),
    ...(unusedExceptions.length > 0
      ? section(
          '用不上的例外',
          '内容里已经没有这些地址，可以从例外里删掉。',
          unusedExceptions.map(({ url, host }) => `- ${cell(url ?? host!)}`).join('\n'),
        )
      : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Prints the state of the links as JSON for other programs. */
export function printLinksJson(summary: LinkSummary, findings: readonly Finding[], today: string): string {
  const { counts, reasons, hosts, unusedExceptions } = summary;
  const rows = (items: LinkSummary['dead']) =>
    items.map(({ link, result }) => ({
      url: link.url,
      ...result,
      expected: isExpectedDead(link),
      places: link.places,
    }));
  return JSON.stringify(
    {
      date: today,
      counts,
      dead: rows(summary.dead),
      expectedDead: rows(summary.expectedDead),
      undecided: rows(summary.undecided),
      undecidedByReason: reasons,
      undecidedByHost: hosts,
      moved: rows(summary.moved),
      refusedExceptions: findings,
      unusedExceptions,
    },
    null,
    2,
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/files/read-content.ts';
import { externalLinks } from '../../../src/rules/external-links.ts';
import { exceptionsOn, LINK_EXCEPTIONS_FILE, readLinkExceptions } from '../../../src/rules/link-exceptions.ts';
import { parseSource } from '../../../src/rules/source.ts';
import { ROOT } from '../../support/built.ts';
import { entryText, fixtureRoot } from '../../support/fixture-root.ts';

const source = (id: string, links: string, facts = '', body = '') =>
  parseSource('projects', `content/projects/${id}.md`, entryText(id, links, facts, body));

describe('externalLinks', () => {
  it('finds addresses in facts and body, once each, without fragment, with every place', () => {
    const body =
      '\n看[说明](https://a.example/x#二)和 https://b.example/ 。\n\n[图](/logo.svg)\n\n[注]: https://c.example/\n';
    const links = externalLinks([
      source('one', '{ repo: https://github.com/lab/one, homepage: https://a.example/x }', '', body),
    ]);
    expect(links.map(({ url, places }) => [url, places.map(({ line, column }) => `${line}:${column}`)])).toEqual([
      ['https://a.example/x', ['7:44', '13:2']],
      ['https://b.example/', ['13:31']],
      ['https://c.example/', ['17:1']],
      ['https://github.com/lab/one', ['7:10', '10:19']],
    ]);
  });

  it('knows where a dead link is no surprise: tombstones, old addresses, pages with an archived copy', () => {
    const places = externalLinks([
      source(
        'gone',
        '{ repo: https://github.com/lab/gone }',
        'status: { state: unavailable }\n',
        '\n[一](https://github.com/lab/gone/issues/1)、[二](https://lab.example)\n',
      ),
      source('moved', '{ repo: https://github.com/lab/moved, movedFrom: [https://github.com/old/moved] }'),
      source(
        'kept',
        '{ repo: https://github.com/lab/kept, homepage: https://a.example/, demo: https://b.example/ }',
        '',
        '\n[存档](https://web.archive.org/web/2023/https://a.example/)\n',
      ),
    ]);
    const expected = Object.fromEntries(places.map((link) => [link.url, link.places.map((one) => one.expected)]));
    expect(expected).toMatchObject({
      'https://github.com/lab/gone': ['tombstone', 'tombstone'],
      'https://github.com/lab/gone/issues/1': ['tombstone'],
      'https://lab.example/': [null],
      'https://github.com/old/moved': ['old-address'],
      'https://github.com/lab/moved': [null, null],
      'https://a.example/': ['archived'],
      'https://b.example/': [null],
    });
  });

  it('survives a file that does not parse', () => {
    const broken = parseSource(
      'projects',
      'content/projects/x.mdx',
      entryText('x', '{ repo: https://github.com/lab/x }', '', '\n{oops\n'),
    );
    expect(externalLinks([broken, parseSource('projects', 'content/projects/y.md', 'nothing')])).toHaveLength(1);
  });
});

describe('the exceptions', () => {
  const parse = (text: string) => {
    const { good, source: read } = readLinkExceptions(text);
    const { exceptions, findings } = exceptionsOn(good, '2026-11-24');
    return { exceptions, findings: [...read.findings, ...findings].map(({ line, message }) => `${line} ${message}`) };
  };

  it('hold for addresses and hosts until their last day', () => {
    const { exceptions, findings } = parse(
      '- { url: https://a.example/, reason: 不许机器看, until: 2026-11-24 }\n- { host: b.example, reason: 同上, until: 2027-01-01 }\n',
    );
    expect(findings).toEqual([]);
    expect(exceptions).toHaveLength(2);
  });

  it.each([
    ['without a reason', '- { host: b.example, until: 2027-01-01 }', '1 [0].reason: 缺少必填字段'],
    ['with an empty reason', "- { host: b.example, reason: '', until: 2027-01-01 }", '1 [0].reason: '],
    ['without a day', '- { host: b.example, reason: 某因 }', '1 [0].until: 缺少必填字段'],
    ['past its day', '\n- { host: b.example, reason: 某因, until: 2026-11-23 }', '2 b.example: 例外到 2026-11-23 为止'],
    ['of nothing', '- { reason: 某因, until: 2027-01-01 }', '1 [0].url: url 和 host 写一个'],
    ['of both', '- { url: https://b.example/, host: b.example, reason: 某因, until: 2027-01-01 }', '1 [0].url: '],
    [
      'with an unknown key',
      '- { host: b.example, reason: 某因, until: 2027-01-01, why: x }',
      "1 [0].why: 没有名为 'why'",
    ],
    ['in a file that is no list', 'host: b.example', '1 这里要写列表'],
    ['in a file that is no YAML', '- host: a.example\n  host: b.example', '2 同一个字段写了两次'],
  ])('refuse one %s', (_, text, start) => {
    const { exceptions, findings } = parse(text);
    expect(exceptions).toEqual([]);
    expect(findings[0]).toContain(start);
  });

  it('keep the good ones beside a bad one', () => {
    const { exceptions, findings } = parse(
      '- { host: a.example, until: 2027-01-01 }\n- { host: b.example, reason: 某因, until: 2027-01-01 }\n',
    );
    expect(findings).toHaveLength(1);
    expect(exceptions).toMatchObject([{ host: 'b.example' }]);
  });

  it('are checked with the content, all but their age', async () => {
    const root = fixtureRoot({ [LINK_EXCEPTIONS_FILE]: '- { host: b.example, until: 2020-01-01 }\n' });
    const wrong = (await readContent(root.path)).flatMap(({ findings }) => findings);
    root.remove();
    expect(wrong).toMatchObject([{ code: 'missing-field', file: LINK_EXCEPTIONS_FILE, line: 1 }]);
    const { source: own } = readLinkExceptions(readFileSync(join(ROOT, LINK_EXCEPTIONS_FILE), 'utf8'));
    expect(own.findings).toEqual([]);
  });
});

import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { markup } from '../../../../src/domain/compare/html.ts';
import { renderSources, renderTable } from '../../../../src/domain/compare/render.ts';
import { compareWords } from '../../../../src/outputs/compare-words.ts';
import { attributes, elementsIn, textOf } from '../../../support/built.ts';
import { FULL, tableOf } from '../../../support/compared.ts';
import { catalogOf } from '../../../support/make.ts';

const catalog = catalogOf({ full: FULL, bare: { name: '<b>Bare & "co"' } }, { corpus: { usedBy: ['full'] } });
const table = tableOf(catalog, ['full', 'bare']);
const render = (hasTools: boolean) => elementsIn(parseFragment(renderTable(table, compareWords, { hasTools })));

describe('markup', () => {
  it('escapes values and leaves out what is nothing', () => {
    expect(markup`<i title="${'"<&>'}">${[1, 'a<', markup`<b>${'x'}</b>`]}${null}${undefined}${false}</i>`.text).toBe(
      '<i title="&quot;&lt;&amp;&gt;">1a&lt;<b>x</b></i>',
    );
  });
});

describe('the table', () => {
  it('has a heading for every column and row, and a cell for every fact of every entry', () => {
    const elements = render(false);
    const withScope = (scope: string) => elements.filter((element) => attributes(element)['scope'] === scope);
    const rows = table.groups.flatMap((group) => group.rows);
    expect(withScope('col').map(textOf)).toEqual(['Full', '<b>Bare & "co"']);
    expect(withScope('row').map(textOf)).toEqual(rows.map(({ label }) => label));
    expect(withScope('rowgroup').map(textOf)).toEqual(table.groups.map(({ title }) => title));
    expect(elements.filter(({ tagName }) => tagName === 'td')).toHaveLength(rows.length * 2 + 1);
    expect(elements.filter(({ tagName }) => tagName === 'b')).toEqual([]);
  });

  it('marks rows that are alike, and groups with no others', () => {
    const alike = render(false).filter((element) => 'data-alike' in attributes(element));
    const rows = table.groups.flatMap((group) => group.rows).filter(({ differs }) => !differs);
    const groups = table.groups.filter((group) => group.rows.every(({ differs }) => !differs));
    expect(alike.filter(({ tagName }) => tagName === 'tr')).toHaveLength(rows.length);
    expect(alike.filter(({ tagName }) => tagName === 'tbody')).toHaveLength(groups.length);
  });

  it('leads from every mark to a source with its address and day', () => {
    const marks = render(false)
      .map(attributes)
      .filter((a) => a['class'] === 'mark');
    const sources = elementsIn(parseFragment(renderSources(table, compareWords)));
    const ids = sources.map((element) => attributes(element)['id']).filter(Boolean);
    expect(marks.length).toBeGreaterThan(10);
    for (const mark of marks) expect(ids).toContain(mark['href']!.slice(1));
    expect(ids).toEqual(['full-evidence-1', 'bare-evidence-1']);
    expect(sources.filter((element) => attributes(element)['href']).map(textOf)).toEqual(
      table.columns.map(({ sources: [first] }) => first!.title),
    );
  });

  it('has buttons to move and remove only where asked, and the ends stay reachable', () => {
    expect(render(false).filter(({ tagName }) => tagName === 'button')).toEqual([]);
    const buttons = render(true)
      .filter(({ tagName }) => tagName === 'button')
      .map(attributes);
    expect(buttons.map((a) => a['aria-label'])).toEqual([
      'Full 左移',
      'Full 右移',
      '去掉 Full',
      '<b>Bare & "co" 左移',
      '<b>Bare & "co" 右移',
      '去掉 <b>Bare & "co"',
    ]);
    expect(buttons.map((a) => a['aria-disabled'])).toEqual([
      'true',
      undefined,
      undefined,
      undefined,
      'true',
      undefined,
    ]);
  });
});

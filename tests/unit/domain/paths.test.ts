import { expect, it } from 'vitest';
import { createGitHubPaths, createPaths } from '../../../src/domain/paths.ts';

it.each([
  ['/', '/projects/moss/'],
  ['', '/projects/moss/'],
  ['/catalogue', '/catalogue/projects/moss/'],
  ['/catalogue/', '/catalogue/projects/moss/'],
])('builds addresses under %j', (base, expected) => expect(createPaths(base).project('moss')).toBe(expected));

it('escapes a query', () => {
  expect(createPaths('/').search('羊驼 & 7B')).toBe('/search/?q=%E7%BE%8A%E9%A9%BC%20%26%207B');
  expect(createPaths('/').search()).toBe('/search/');
});

it('leads to the editor and to a prefilled issue', () => {
  const github = createGitHubPaths('owner/name', 'main');
  expect(github.edit('content/projects/moss.md')).toBe(
    'https://github.com/owner/name/edit/main/content/projects/moss.md',
  );
  const issue = new URL(github.newIssue('MOSS：错了', '第一行\n第二行'));
  expect(issue.searchParams.get('title')).toBe('MOSS：错了');
  expect(issue.searchParams.get('body')).toBe('第一行\n第二行');
});

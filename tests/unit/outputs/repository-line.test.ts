import { expect, it } from 'vitest';
import { repositoryLine } from '../../../src/outputs/repository-line.ts';
import { record } from '../../support/github-record.ts';

it('says what GitHub said and on which day', () => {
  expect(repositoryLine(record())).toBe(
    'GitHub（2026-11-24 的快照）：12,345 颗星 · 最近推送 2024-06-27 · 识别出的许可证 MIT',
  );
  expect(repositoryLine(record({ stars: 0, pushed: null, archived: true, license: 'NOASSERTION' }))).toBe(
    'GitHub（2026-11-24 的快照）：0 颗星 · 已归档 · 许可证文件没有认出来',
  );
});

it('says nothing of a licence where GitHub found no file: that proves nothing', () => {
  expect(repositoryLine(record({ license: null }))).not.toContain('许可证');
});

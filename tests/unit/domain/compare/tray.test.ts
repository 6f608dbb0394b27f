import { expect, it } from 'vitest';
import { parseTray, toggled } from '../../../../src/domain/compare/tray.ts';

const entry = (id: string) => ({ id, name: id.toUpperCase() });

it.each([null, '', '{', '3', '"a"', '{"id":"a"}', '[null, 1, {"id":"a"}, {"name":"A"}, {"id":"<i>","name":"A"}]'])(
  'takes %j for an empty tray',
  (kept) => expect(parseTray(kept, 5)).toEqual([]),
);

it('comes back as it was kept, cut to what fits', () => {
  const tray = [entry('a'), entry('llama-3.1'), entry('c')];
  expect(parseTray(JSON.stringify(tray), 5)).toEqual(tray);
  expect(parseTray(JSON.stringify(tray), 2)).toEqual(tray.slice(0, 2));
});

it('puts in, takes out, and says when there is no room', () => {
  expect(toggled([], entry('a'), 2)).toEqual([entry('a')]);
  expect(toggled([entry('a'), entry('b')], entry('a'), 2)).toEqual([entry('b')]);
  expect(toggled([entry('a'), entry('b')], entry('c'), 2)).toBeNull();
});

import { expect, it } from 'vitest';
import { reasonSentence } from '../../../src/i18n/reasons.ts';

const license = { kind: 'license', layer: 'weights', license: 'x', name: 'X', conditions: [] as string[] } as const;

it('says what the condition is, not only that there is one', () => {
  expect(reasonSentence({ ...license, verdict: 'conditional', conditions: ['先登记', '不得军用', '附声明'] })).toBe(
    '权重用 X：满足条件才可商用（先登记；不得军用 等）。',
  );
  expect(reasonSentence({ ...license, verdict: 'conditional', conditions: ['先登记'] })).toBe(
    '权重用 X：满足条件才可商用（先登记）。',
  );
  expect(reasonSentence({ ...license, verdict: 'allowed', conditions: ['保留声明'] })).toBe('权重用 X：可以商用。');
});

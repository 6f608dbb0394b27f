import { describe, expect, it } from 'vitest';
import { latinLang } from '../../../src/domain/format/language.ts';
import {
  chineseParameters,
  parameterSpan,
  parseParameters,
  shortParameters,
} from '../../../src/domain/format/parameters.ts';
import { groupDigits } from '../../../src/domain/format/tokens.ts';

describe('parameters', () => {
  it.each([
    ['6.2B', 6_200_000_000, '62 亿'],
    ['405M', 405_000_000, '4.05 亿'],
    ['77M', 77_000_000, '7700 万'],
    ['1.5T', 1_500_000_000_000, '1.5 万亿'],
    ['560M', 560_000_000, '5.6 亿'],
    ['7B', 7_000_000_000, '70 亿'],
  ])('%s is %d, written %s', (text, count, chinese) => {
    expect(parseParameters(text)).toBe(count);
    expect(shortParameters(count)).toBe(text);
    expect(chineseParameters(count)).toBe(chinese);
  });

  it.each(['6.2', '6,2B', 'B', '6.2b', '-1B'])('refuses %s', (text) => {
    expect(() => parseParameters(text)).toThrow(RangeError);
  });

  it('spans from the smallest to the largest', () => {
    expect(parameterSpan([13e9, 7e9, 65e9])).toBe('7B–65B');
    expect(parameterSpan([7e9, 7e9])).toBe('7B');
    expect(parameterSpan([])).toBe('');
  });
});

it.each([
  [0, '0'],
  [999, '999'],
  [2048, '2,048'],
  [1048576, '1,048,576'],
])('groups %d as %s', (count, text) => expect(groupDigits(count)).toBe(text));

it('marks names without Chinese characters as Latin', () => {
  expect(latinLang('ChatGLM-6B')).toBe('en');
  expect(latinLang('智谱 ChatGLM')).toBeUndefined();
});

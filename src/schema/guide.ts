import { z } from 'zod';
import { sourceSchema } from './evidence.ts';
import { lineSchema } from './ids.ts';
import { daySchema } from './dates.ts';

/** Figures that a guide may place in its text, each alone on its line: `<ThreeSteps />`. */
export const GUIDE_FIGURES = ['ThreeSteps', 'StageProjects', 'LicenseLayers', 'ChoicePath', 'LlamaFamily'] as const;

export type GuideFigure = (typeof GUIDE_FIGURES)[number];

/** Front matter of `content/guides/<id>.mdx`: longer reading. */
export const guideSchema = z
  .strictObject({
    name: lineSchema.describe('标题'),
    aliases: z.array(lineSchema).default([]).describe('别人可能输入的名字'),
    order: z.int().describe('在列表里的次序，小的在前'),
    summary: lineSchema
      .min(20, { error: '一句话简介至少 20 字' })
      .max(80, { error: '一句话简介最多 80 字' })
      .describe('一句话说明讲什么，20–80 字'),
    updated: daySchema.describe('最近一次核对的日期'),
    sources: z.array(sourceSchema).min(1).describe('来源'),
  })
  .describe('一篇指南');

export type AuthoredGuide = z.output<typeof guideSchema>;

import { zhCN } from './zh-CN.ts';

/** The dictionary of the pages being built. */
export const t = zhCN;

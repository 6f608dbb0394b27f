/** Words about what GitHub says of a repository. */
export const upkeepZhCN = {
  /** Said before the rest of the line: where it comes from and of which day it is. */
  snapshot: (date: string) => `GitHub（${date} 的快照）`,
  stars: (count: string) => `${count} 颗星`,
  pushed: (date: string) => `最近推送 ${date}`,
  archived: '已归档',
  license: (id: string) => `识别出的许可证 ${id}`,
  licenseUnrecognised: '许可证文件没有认出来',
} as const;

/** Words of the pages that explain what the content checker finds. */
export const checksZhCN = {
  title: '检查会说什么',
  lead: '每种问题有一个代号。点进去看为什么要这样写，错的和对的各长什么样。',
  description: (title: string) => `内容检查的一种提示：${title}。为什么、怎么改、例子。`,
  groups: { files: '文件', fields: '字段', whole: '条目之间' },
  why: '为什么',
  wrong: '这样写通不过',
  wrongPath: '这个文件名通不过',
  says: '检查会这样说',
  right: '这样写就对了',
  warning: '提醒：不改也能通过。',
  fixable: '能自动改：',
  seeAlso: '每个字段写什么、能写哪些值：',
  fixCommand: 'npm run check -- --fix',
  /** Stands for what an example leaves out because it is too long. */
  cut: (count: number) => `……（共 ${count} 个字符）`,
} as const;

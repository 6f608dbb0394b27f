import type { Lesson } from './lesson.ts';

/** Codes about what the schema asks of each field. */
export const FIELD_LESSONS: readonly Lesson[] = [
  {
    code: 'unknown-field',
    title: '只写约定的字段',
    why: '多一个字母的字段不会被任何页面读到，等于没写。所以不认识的字段是错误，而不是被悄悄丢掉。',
    part: 'fields',
    wrong: 'zhname: 新对话 7B',
    right: 'zhName: 新对话 7B',
  },
  {
    code: 'missing-field',
    title: '必填的字段都要有',
    why: '必填的很少：没有它们，页面就不知道这是什么、从哪里来。其余的不知道就不写，页面会显示“未知”。',
    part: 'fields',
    wrong: 'variants:\n  - { parameters: 7B }',
    right: 'variants:\n  - { name: 7B, parameters: 7B }',
  },
  {
    code: 'wrong-type',
    title: '该是列表的写列表，该是数字的写数字',
    why: '两个名字写成一行文字，搜索只会把它当成一个名字。',
    part: 'fields',
    wrong: 'aliases: NewChat、新对话',
    right: 'aliases: [NewChat, 新对话]',
  },
  {
    code: 'bad-value',
    title: '值照约定的写法',
    why: '日期、参数量、网址和选项有固定的写法，这样才能排序、筛选和比较。',
    part: 'fields',
    wrong: 'released: 2024年5月1日',
    right: 'released: 2024-05-01',
  },
  {
    code: 'reference',
    title: '提到的分类、机构、许可证、上游、版本、证据都要真的存在',
    why: '每个名字都会变成链接。写错一个字母，链接就断了，结论也会跟着错。',
    part: 'fields',
    wrong: 'licenses: { code: mit, weights: MIT, data: unknown }',
    right: 'licenses: { code: MIT, weights: MIT, data: unknown }',
  },
  {
    code: 'repository-url',
    title: 'GitHub 仓库写成 https://github.com/OWNER/NAME',
    why: '同一个仓库有许多写法。统一了写法，重复的条目一眼就能看出来。',
    part: 'fields',
    wrong: 'links:\n  repo: https://github.com/lab/new-chat.git',
    right: 'links:\n  repo: https://github.com/lab/new-chat',
  },
  {
    code: 'key-order',
    title: '字段按约定的次序写',
    why: '次序相同，两个条目才好对着看，别人改动时也好找。这一条只是提醒，能自动改。',
    part: 'fields',
    wrong: 'kind: chat-model\ncategories: [independent]',
    right: 'categories: [independent]\nkind: chat-model',
  },
  {
    code: 'quotes',
    title: '引号用单引号',
    why: '单引号里不用转义，写法统一了，改动的对照也干净。这一条只是提醒，能自动改。',
    part: 'fields',
    wrong: 'zhName: "新对话 7B"',
    right: "zhName: '新对话 7B'",
  },
];

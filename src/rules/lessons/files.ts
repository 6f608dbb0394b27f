import { SAMPLE_BODY, type Lesson } from './lesson.ts';

const whole = (facts: string) => `---\n${facts}evidence:
  - { id: readme, url: https://github.com/lab/new-chat, accessed: 2026-11-20, supports: [links, licenses] }
---\n`;

const FACTS = `name: New Chat 7B
categories: [independent]
kind: chat-model
organizations: [lab]
summary: 例子里的对话模型，真的条目写它是什么、有多大、有什么不同。
links:
  repo: https://github.com/lab/new-chat
licenses: { code: MIT }
`;

/** Codes about files and how they are written. */
export const FILE_LESSONS: readonly Lesson[] = [
  {
    code: 'file-name',
    title: '文件名就是 id：小写字母、数字、连字符，后缀照目录的规矩',
    why: '文件名会成为网址的一部分，定下来就不改。大写、空格和汉字在不同的系统上会变样。',
    part: 'path',
    wrong: 'content/projects/New_Chat.md',
    right: 'content/projects/new-chat-7b.md',
  },
  {
    code: 'file-size',
    title: '一个条目最多二十万个字符',
    why: '条目是卡片，不是存档。太大的文件多半是误传，也会拖慢所有人的检查。',
    part: 'file',
    wrong: `${whole(FACTS)}\n${'太长了。'.repeat(60_000)}`,
    right: whole(FACTS),
  },
  {
    code: 'front-matter',
    title: '文件以 --- 包住的事实开头',
    why: '事实和正文靠两行 --- 分开。少一行，后面的内容就读不到。',
    part: 'file',
    wrong: whole(FACTS).replace('---\n', ''),
    right: whole(FACTS),
  },
  {
    code: 'hidden-character',
    title: '没有看不见的字符，用 UTF-8 保存',
    why: '零宽空格和改变书写方向的字符会让名字搜不到，也能把一段文字伪装成另一段。它们多半是复制时带来的。',
    part: 'file',
    wrong: whole(FACTS.replace('New Chat', 'New\u200b Chat')),
    right: whole(FACTS),
  },
  {
    code: 'yaml-syntax',
    title: '事实是合规矩的 YAML',
    why: '值里有“: ”时要给整个值加引号，缩进用两个空格，不用 Tab、别名和标签。',
    part: 'fields',
    wrong: 'summary: 对话模型: 真的条目写它是什么、有多大、和别的有什么不同。',
    right: "summary: '对话模型: 真的条目写它是什么、有多大、和别的有什么不同。'",
  },
  {
    code: 'body-safety',
    title: '正文只写 Markdown：没有 HTML、脚本、外站图片和奇怪的链接',
    why: '正文会原样出现在网页上。读者的浏览器不该为一个条目去运行代码，或向别的网站要东西。',
    part: 'body',
    wrong: `${SAMPLE_BODY}\n<img src="https://example.org/x.png">`,
    right: `${SAMPLE_BODY}\n[效果图](https://example.org/x.png)`,
  },
  {
    code: 'body-shape',
    title: '正文用约定的标题，长短合适',
    why: '每个条目的段落次序相同，读者才能两个对着看。标题是：是什么、技术路线、开放了什么、怎么开始、局限与争议。',
    part: 'body',
    wrong: SAMPLE_BODY.replace('是什么', '简介'),
    right: SAMPLE_BODY,
  },
];

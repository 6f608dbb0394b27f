/** Words in the figures of the guides. */
export const figuresZhCN = {
  threeSteps: {
    title: 'ChatGPT 的训练路线',
    text: '先预训练出底座模型，再走三步：监督微调、训练奖励模型、强化学习。每一步左边是数据，右边是得到的模型，结果交给下一步。',
    caption: '图：预训练之后的三步。每步的结果往下交；第三步同时用到第一步的模型和第二步的奖励模型。',
    head: ['数据', '做什么', '得到'],
    rows: [
      { data: ['网页、书、代码'], step: ['预训练'], result: ['底座模型'], number: '' },
      { data: ['人写的示范'], step: ['监督微调'], result: ['会听话的模型'], number: '一' },
      { data: ['人排的名次'], step: ['训练', '奖励模型'], result: ['会打分的模型'], number: '二' },
      { data: ['新的提示'], step: ['强化学习', 'PPO'], result: ['对齐后的模型'], number: '三' },
    ],
  },
  stageProjects: {
    caption: (n: number) => `表：目录里 ${n} 个带训练的项目，各步放出代码、数据或产物的有多少，由条目自动统计。`,
    count: (n: number) => `${n} 个`,
    more: ' 等',
  },
  licenseLayers: {
    title: '四层条款怎样合成一个结论',
    text: '代码可商用，权重有条件，底座不可商用，数据由 ChatGPT 生成只作提醒。合起来取最严的一层：不可商用。',
    caption: '图：一个假想的例子。实线的层要守，虚线的层是提醒；合起来取最严的。',
    together: '合起来',
    seal: ['不可', '商用'],
    layers: [
      { name: '代码', terms: 'Apache-2.0', verdict: '可商用', state: 'allowed', binds: true },
      { name: '权重', terms: '自定义许可证', verdict: '有条件', state: 'conditional', binds: true },
      { name: '底座', terms: 'LLaMA（一代）', verdict: '不可商用', state: 'forbidden', binds: true },
      { name: '数据', terms: 'ChatGPT 生成', verdict: '提醒', state: 'unknown', binds: false },
    ],
  },
  choicePath: {
    title: '四个问题选模型',
    text: '依次问：要不要商用，显卡多大，主要用什么语言，要不要自己再训。每个回答给出一类项目的链接。',
    caption: '图：四个问题。回答都可以点开，数字是目录里今天的个数。',
    product: {
      question: '拿来做产品吗？',
      allowed: (n: number) => `做产品：可商用的 ${n} 个`,
      conditional: (n: number) => `能守条件：再加 ${n} 个`,
    },
    card: {
      question: '显卡多大？',
      small: (n: number) => `8 GB 上下：30 亿以下 ${n} 个`,
      medium: (n: number) => `16–24 GB：30–100 亿 ${n} 个`,
      huge: (n: number) => `多卡：1000 亿以上 ${n} 个`,
      mine: '说出你的卡，看哪些放得下',
    },
    language: {
      question: '主要说中文吗？',
      chinese: (n: number) => `写明支持中文的 ${n} 个`,
    },
    train: {
      question: '自己还要再训吗？',
      training: (n: number) => `要训：训练框架 ${n} 个`,
      runtimes: (n: number) => `只跑：运行工具 ${n} 个`,
    },
  },
  llamaFamily: {
    title: 'LLaMA 家谱',
    text: '左边是 Meta 放出的各代底座，右边是目录里直接从它来的项目，按发布日期排。',
    caption: '图：左边是各代底座，右边是直接从它来的项目（按发布日期，前几个）。名字都可以点开。',
    more: (n: number) => `还有 ${n} 个`,
  },
} as const;

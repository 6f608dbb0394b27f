import type { Origin } from '../domain/timeline/sizes.ts';

/** Words of the timeline. */
export const timelineZhCN = {
  title: '时间线',
  lead: '从 ChatGPT 发布的那个月起，哪个月来了哪些项目，有多大，要多少显存。',
  since: (day: string) => `图从 ${day.slice(0, 7)} 开始：ChatGPT 在 ${day} 发布`,
  sinceSource: 'OpenAI 的公告',
  sinceRead: (day: string) => `（${day} 读的存档）`,
  earlier: (n: number) => `更早的有 ${n} 个：`,
  undated: (n: number) => `发布日期未知、不在图里的有 ${n} 个：`,
  stop: '。',
  comma: '、',
  dateNote: (date: string) => `（${date}）`,
  skip: '跳过这张图',
  /** Told where the script runs. */
  hint: '指着点或柱看它是谁。用键盘时按方向键逐个走，回车打开。',
  months: '按月',
  monthsCaption:
    '图 1：每月首次公开的项目。柱上的名字是里程碑，由目录自己数出来，理由在下面。点一根柱子，跳到那个月的清单。',
  monthsAxis: '个',
  bar: (month: string, n: number) => `${month}：${n} 个`,
  milestones: '里程碑',
  milestoneRule: (n: number) => `只标三种：某一类型里最早的，至少有 ${n} 个条目直接用了它的权重的，第一个万亿参数的。`,
  reason: {
    first: (kind: string) => `目录里最早的${kind}`,
    firstShared: (kind: string) => `目录里最早的${kind}之一（有的只知道月份，分不出先后）`,
    base: (n: number) => `目录里有 ${n} 个条目直接用了它的权重`,
    trillion: '目录里第一个参数到一万亿的',
    join: '；',
  },
  list: '按月的清单',
  listHead: { month: '月份', count: '个数', projects: '项目' },
  inList: (date: string, size: string) => (size ? `${date}，${size}` : date),
  lanes: '按分类',
  lanesCaption: '图 2：一个点是一个项目，一个月一摞，同一行是同一类。挂在几类下的，画在它的第一类。',
  lane: (name: string, n: number) => `${name} ${n}`,
  lanesList: '按分类的清单',
  sizes: '参数量',
  sizesCaption:
    '图 3：每个项目画在首次公开那天，高度是它最大的尺寸（对数刻度），竖线往下到最小的尺寸。后来补的尺寸也画在同一天。横线表示只知道月份。',
  sizesLeft: (n: number) => `参数量未知、不在图里的有 ${n} 个。小于 1 亿的画在底边。`,
  sizesList: '同样内容的表',
  sizesHead: { project: '项目', date: '首次公开', smallest: '最小', largest: '最大', origin: '预训练' },
  sizesAxis: '参数',
  origin: { own: '自己预训练', 'built-on': '建在别人的权重上', unknown: '来历未知' } satisfies Record<Origin, string>,
  legend: '图例',
  point: (name: string, note: string) => `${name}，${note}`,
  memory: '显存',
  memoryCaption:
    '图 4：项目自己给出的推理显存，对参数量，两轴都是对数刻度。斜线是只放下权重要的显存；点高出斜线的部分是缓存和别的开销，也有几条是整张显卡的容量。',
  memoryLeft: (precision: number, size: number) =>
    `没写精度的 ${precision} 条、分不清是哪个尺寸的 ${size} 条没有画，在表里。按公式算的不算在内。`,
  memoryList: '同样内容的表',
  memoryHead: { project: '项目', parameters: '参数', precision: '精度', vram: '显存', conditions: '条件' },
  memoryAxis: 'GB',
  memoryPoint: (name: string, size: string, precision: string, vram: string) =>
    `${name}，${size}，${precision}，${vram}`,
  bits: { 16: '16 位', 8: '8 位', 4: '4 位', 0: '其他精度' },
  weightLine: { 16: '16 位', 8: '8 位', 4: '4 位' } as Record<number, string>,
  openness: '它们公开了什么',
} as const;

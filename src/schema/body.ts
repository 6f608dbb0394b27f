/** Second-level headings of a project's body, in order; any may be left out. The key names the section where a text is asked for. */
export const PROJECT_SECTIONS = [
  { key: 'what', heading: '是什么' },
  { key: 'route', heading: '技术路线' },
  { key: 'open', heading: '开放了什么' },
  { key: 'start', heading: '怎么开始' },
  { key: 'limits', heading: '局限与争议' },
] as const;

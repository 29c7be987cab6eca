/** Findings about where and on what the show runs (场). */
export const findingPlaceZhCn = {
  'finding.gap.tag': '缺口 {sample} 处',
  'finding.gap.title': '{cause}，少了 {time} 的数据',
  'finding.gap.text': '来自{source}；最长的一段从 {from} 到 {to}。这段时间里的数字都不完整。',
  'finding.gap.next': '{advice}',
  'finding.gap.verify': '缺口合计少于 1 分钟',
} as const;

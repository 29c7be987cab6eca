/** Findings about who runs and hosts the show (人). */
export const findingPeopleZhCn = {
  'finding.silence.tag': '{from} 起 {minutes} 分钟',
  'finding.silence.title': '{minutes} 分钟没有弹讲解也没有提示，在线少了 {share}',
  'finding.silence.text': '{from} 在线 {before}，{to} 只剩 {after}。同时发生，不等于因果。',
  'finding.silence.next': '最多隔 5 分钟弹一次讲解，或给主播一条提示。',
  'finding.silence.verify': '没有超过 10 分钟的空档',
  'finding.unanswered_cues.tag': '{sample} 条提示',
  'finding.unanswered_cues.title': '给主播的提示有 {share} 没有讲完',
  'finding.unanswered_cues.text':
    '{open} 条没有“讲完了”，其中 {unseen} 条没有在主播屏上显示出来；讲完的中位用时 {time}。',
  'finding.unanswered_cues.next': '一次只发一条，开播前检查主播屏。',
  'finding.unanswered_cues.verify': '讲完的提示 ≥ 80%',
} as const;

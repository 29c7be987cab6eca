export const deskZhCn = {
  'desk.divider.people': '聊天与中间栏的分隔线',
  'desk.divider.action': '中间栏与货架的分隔线',
  'desk.divider.room': '曲线与流程的分隔线',
} as const;

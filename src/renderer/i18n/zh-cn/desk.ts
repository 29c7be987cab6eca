export const deskZhCn = {
  'desk.divider.people': '聊天与中间栏的分隔线',
  'desk.divider.action': '中间栏与货架的分隔线',
  'desk.divider.room': '曲线与流程的分隔线',
  'part.open.chat': '聊天：在单独窗口里打开',
  'part.open.shelf': '货架：在单独窗口里打开',
  'part.blocked': '浏览器拦下了新窗口：请允许这个地址弹出窗口，再按一次。',
  'part.noShow': '还没有场次',
  'part.noShowHint': '在操作台上选好一场，这里会自己跟上。',
  'part.cueSent': '已提示主播：{text}',
  'part.nextBlock': '已进入下一段流程',
} as const;

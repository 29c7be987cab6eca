/** The run of show as it is planned and worked, and what is gone through before it. */
export const planZhCn = {
  'keys.previousBlock': '上一段流程',
  'keys.extendBlock': '本段加 1 分钟',
  'keys.extendBlockMore': '本段加 5 分钟',
  'keys.holdBlock': '本段停表、继续走表',
  'keys.skipNextBlock': '跳过下一段',
  'blocks.previous': '回到上一段',
  'blocks.extend': '本段加 1 分钟',
  'blocks.extendMore': '本段加 5 分钟',
  'blocks.holdOrGo': '本段停表、继续走表',
  'blocks.skipNext': '跳过下一段 {title}',
  'blocks.skip': '跳过 {title}',
  'blocks.unskip': '不跳过 {title}',
} as const;

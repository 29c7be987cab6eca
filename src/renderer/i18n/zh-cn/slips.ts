/** What the host said and should not have (口误). */
export const slipsZhCn = {
  'keys.logSlip': '记口误',
  'slips.log': '记一次口误',
  'slips.describe': '补充最近一次口误',
  'slips.withdrawLast': '撤回最近一次口误 {word}',
  'slips.logged': '口误已记',
  'mark.slip': '口误 {label}',
  'mark.short.slip': '误',
  'review.mark.slip': '口误',
} as const;

import type { slipsZhCn } from '../zh-cn/slips.ts';

export const slipsEn: Record<keyof typeof slipsZhCn, string> = {
  'keys.logSlip': 'log a slip',
  'slips.log': 'Log a spoken slip',
  'slips.describe': 'Say more of the last slip',
  'slips.withdrawLast': 'Take back the last slip {word}',
  'slips.logged': 'Slip logged',
  'mark.slip': 'Slip {label}',
  'mark.short.slip': 'X',
  'review.mark.slip': 'Slip',
};

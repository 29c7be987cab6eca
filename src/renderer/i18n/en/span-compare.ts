import type { spanCompareZhCn } from '../zh-cn/span-compare.ts';

export const spanCompareEn: Record<keyof typeof spanCompareZhCn, string> = {
  'spanCompare.title': 'Before, during, after',
  'spanCompare.figure': 'A minute',
  'spanCompare.before': 'Before',
  'spanCompare.during': 'During',
  'spanCompare.after': 'After',
  'spanCompare.change.during': 'During on before',
  'spanCompare.change.after': 'After on before',
  'spanCompare.figure.viewers': 'Online',
  'spanCompare.figure.joins': 'Entries',
  'spanCompare.figure.chats': 'Chat',
  'spanCompare.figure.follows': 'Follows',
  'spanCompare.figure.gifts': 'Gifts',
  'spanCompare.figure.ordersPaid': 'Paid orders',
  'spanCompare.figure.paidMinor': 'Paid',
  'spanCompare.shortBefore': 'There is less time before it.',
  'spanCompare.shortAfter': 'There is less time after it.',
  'spanCompare.gap': 'A gap lies in it: figures are lower than what was.',
  'spanCompare.minutes.one': 'Whole minutes, {count} on each side.',
  'spanCompare.minutes.other': 'Whole minutes, {count} on each side.',
};

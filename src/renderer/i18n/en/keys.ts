import type { keysZhCn } from '../zh-cn/keys.ts';

export const keysEn: Record<keyof typeof keysZhCn, string> = {
  'keys.title': 'Keys',
  'keys.hint': 'Not while typing in a field',
  'keys.digits': 'arm by link number',
  'keys.digitsLong': 'Arm by link number; two digits in a row for 10 and above',
  'keys.pinned': 'pinned cues',
  'keys.go': 'pin it',
  'keys.disarm': 'disarm',
  'keys.undo': 'undo within 5 s',
  'keys.nextBlock': 'next block',
  'keys.bookmark': 'bookmark',
  'keys.searchChat': 'search chat',
  'keys.filterShelf': 'filter products',
  'keys.toggleChartSpan': 'chart span',
  'keys.approveScreen': 'let the waiting device in',
  'keys.refuseScreen': 'refuse the waiting device',
  'keys.togglePalette': 'commands',
  'keys.toggleKeys': 'all keys',
  'keys.reorder': 'move product',
  'keys.typed': 'Link {digits}…',
  'keys.bookmarked': 'Moment bookmarked',
};

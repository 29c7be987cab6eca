import type { blocksZhCn } from '../zh-cn/blocks.ts';

export const blocksEn: Record<keyof typeof blocksZhCn, string> = {
  'blocks.title': 'Run of show',
  'blocks.empty': 'No run of show',
  'blocks.next': 'Next block',
  'blocks.left': '{time} left',
  'blocks.over': '{time} over',
  'blocks.planned': '{time} planned',
  'blocks.state.done': 'Done',
  'blocks.state.now': 'Now',
  'blocks.state.ahead': 'Ahead',
  'blocks.role.warmup': 'Warm-up',
  'blocks.role.traffic': 'Traffic',
  'blocks.role.benefit': 'Benefit',
  'blocks.role.hero': 'Hero',
  'blocks.role.margin': 'Margin',
  'blocks.role.giveaway': 'Giveaway',
  'blocks.role.questions': 'Questions',
  'blocks.role.close': 'Close',
  'blocks.role.encore': 'Encore',
  'blocks.role.preview': 'Preview',
};

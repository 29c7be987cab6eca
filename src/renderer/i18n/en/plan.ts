import type { planZhCn } from '../zh-cn/plan.ts';

export const planEn: Record<keyof typeof planZhCn, string> = {
  'keys.previousBlock': 'back to the block before',
  'keys.extendBlock': 'one minute more for this block',
  'keys.extendBlockMore': 'five minutes more for this block',
  'keys.holdBlock': 'hold the clock of this block, let it go on',
  'keys.skipNextBlock': 'pass over the next block',
  'blocks.previous': 'Back to the block before',
  'blocks.extend': 'One minute more for this block',
  'blocks.extendMore': 'Five minutes more for this block',
  'blocks.holdOrGo': 'Hold the clock of this block, or let it go on',
  'blocks.skipNext': 'Pass over the next block, {title}',
  'blocks.skip': 'Pass over {title}',
  'blocks.unskip': 'Do not pass over {title}',
};

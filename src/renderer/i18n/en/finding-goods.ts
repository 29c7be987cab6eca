import type { findingGoodsZhCn } from '../zh-cn/finding-goods.ts';

export const findingGoodsEn: Record<keyof typeof findingGoodsZhCn, string> = {
  'finding.slow_product.tag': '{time} on the shelf · {orders} orders',
  'finding.slow_product.title': '#{number} {name} sold {share} a minute of what the others did',
  'finding.slow_product.text':
    '{airShare} of the airtime, {paidShare} of the sales; {own} a minute, the median of the other {sample} products is {median}.',
  'finding.slow_product.next': 'Benefits before the price, and at most {minutes} minutes.',
  'finding.slow_product.verify': 'at least {goal} a minute',
  'finding.unsold_product.tag': '{time} on the shelf · pinned {pushes}×',
  'finding.unsold_product.title': '#{number} {name} was shown for {time} without an order',
  'finding.unsold_product.text':
    'At the pace of the others about {expected} would have come; products shown for 3 minutes and more had {orders} in all.',
  'finding.unsold_product.next': 'Check price, stock and link; if they are right, move it back.',
  'finding.unsold_product.verify': 'orders while it is shown',
  'finding.push_lift.tag': 'comparisons: {sample}',
  'finding.push_lift.title': '{what} rose most after #{number} {name} was pinned',
  'finding.push_lift.text':
    '{before} a minute in the 3 minutes before, {after} in the 3 after; only pins with no other pin or gap beside them count, here {sample}. It happened together; that is no proof of a cause.',
  'finding.push_lift.next': 'Pin {name} again while many are watching.',
  'finding.push_lift.verify': 'the rise holds in 3 more comparisons',
};

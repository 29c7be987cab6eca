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
  'finding.push_lift.title': '{what} rose clearly after #{number} {name} was pinned',
  'finding.push_lift.text':
    '{before} a minute in the 3 minutes before, {after} in the 3 after; only pins with no other pin or gap beside them count, here {sample}. It happened together; that is no proof of a cause.',
  'finding.push_lift.next': 'Pin {name} again while many are watching.',
  'finding.push_lift.verify': 'the rise holds in 3 more comparisons',
  'finding.under_aired.tag': '{time} on the shelf · {orders} orders',
  'finding.under_aired.title': '#{number} {name} sold best a minute, with {share} of the airtime',
  'finding.under_aired.text':
    '{own} a minute, the median of the others is {median}. More time brings less each minute, so the range begins at 0.',
  'finding.under_aired.next': 'Give it {minutes} more minutes, taken from what sold slowly.',
  'finding.under_aired.verify': 'more airtime at the same sales a minute',
  'finding.low_ctor.tag': '{clicks} clicks · {orders} orders',
  'finding.low_ctor.title': '#{number} {name}: many clicks, few orders',
  'finding.low_ctor.text':
    'Orders ÷ clicks {share} (against {against}): {orders} orders from {clicks} clicks.',
  'finding.low_ctor.next': 'Price, guarantee and sizes first, then the call to order.',
  'finding.low_ctor.verify': 'orders ÷ clicks at least {goal}',
  'finding.low_ctr.tag': '{shown} people shown',
  'finding.low_ctr.title': 'Only {share} of those who saw a product clicked it',
  'finding.low_ctr.text': '{shown} saw one, {clickers} clicked; the preset is {against}.',
  'finding.low_ctr.next': 'A close-up, and point at the link while the benefits are told.',
  'finding.low_ctr.verify': 'click rate at least {against}',
  'finding.traffic_without_orders.tag': '{minutes} min from {from} · {orders} orders',
  'finding.traffic_without_orders.title': '{more} more viewers, and orders did not follow',
  'finding.traffic_without_orders.text':
    '{online} online and {orders} orders; at the rate of the rest about {expected} would have come. The people came, the offer did not hold them.',
  'finding.traffic_without_orders.next': 'Show the surest product while many watch, benefit first.',
  'finding.traffic_without_orders.verify': 'orders keep pace with viewers in the next peak',
  'finding.orders_without_traffic.tag': '{minutes} min from {from} · {orders} orders',
  'finding.orders_without_traffic.title':
    'Most orders came with {less} fewer viewers than the median',
  'finding.orders_without_traffic.text':
    '{orders} orders in {minutes} minutes ({usual} otherwise) with {online} online. The offer is right, people were missing.',
  'finding.orders_without_traffic.next':
    'Put the same product and script where many watch, or bring traffic before it.',
  'finding.orders_without_traffic.verify': 'more entries in the same block',
  'finding.unpaid_orders.tag': '{placed} orders placed',
  'finding.unpaid_orders.title': '{share} of the orders were never paid for',
  'finding.unpaid_orders.text': '{unpaid} of {placed} were not paid for; the preset is {against}.',
  'finding.unpaid_orders.next':
    'One spoken nudge to pay after the price, with true stock and time.',
  'finding.unpaid_orders.verify': 'unpaid share at most {against}',
  'finding.cancelled_orders.tag': '{orders} orders',
  'finding.cancelled_orders.title': '{share} were cancelled or refunded',
  'finding.cancelled_orders.text': '{lost} of {orders} orders. More refunds come days later.',
  'finding.cancelled_orders.next':
    'Tell size, fabric and shipping time, and have service answer alike.',
  'finding.cancelled_orders.verify': 'under 10% cancelled or refunded',
  'finding.sold_out_on_shelf.tag': '{time} sold out on the shelf',
  'finding.sold_out_on_shelf.title': '#{number} {name} was sold out and stayed on for {time}',
  'finding.sold_out_on_shelf.text': 'It was sold out from {from} on and still on the shelf.',
  'finding.sold_out_on_shelf.next': 'Change within a minute, with the next one prepared.',
  'finding.sold_out_on_shelf.verify': 'under a minute on the shelf once sold out',
};

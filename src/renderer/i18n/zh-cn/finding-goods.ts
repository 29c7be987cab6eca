/** Findings about what is sold (货). */
export const findingGoodsZhCn = {
  'finding.slow_product.tag': '讲解 {time} · {orders} 单',
  'finding.slow_product.title': '{number} 号 {name} 每分钟成交只有别的商品的 {share}',
  'finding.slow_product.text':
    '占讲解时间 {airShare}、成交 {paidShare}；每分钟 {own}，其他 {sample} 个商品中位 {median}。',
  'finding.slow_product.next': '先讲卖点再报价，讲解缩到 {minutes} 分钟以内。',
  'finding.slow_product.verify': '每分钟成交 ≥ {goal}',
  'finding.unsold_product.tag': '讲解 {time} · {pushes} 次',
  'finding.unsold_product.title': '{number} 号 {name} 讲了 {time}，没有一单',
  'finding.unsold_product.text':
    '按其他商品的节奏，这段时间约有 {expected} 单；讲过 3 分钟以上的商品共 {orders} 单。',
  'finding.unsold_product.next': '先核对价格、库存和链接，没有问题就往后排。',
  'finding.unsold_product.verify': '开讲后有订单',
  'finding.push_lift.tag': '{sample} 次对照',
  'finding.push_lift.title': '弹 {number} 号 {name} 之后，{what}涨得最多',
  'finding.push_lift.text':
    '弹前 3 分钟每分钟 {before}，弹后 {after}；只算前后没有别的讲解和缺口的 {sample} 次。同时发生，不等于因果。',
  'finding.push_lift.next': '人多的时段再弹一次 {name}。',
  'finding.push_lift.verify': '再做 3 次对照，涨幅还在',
} as const;

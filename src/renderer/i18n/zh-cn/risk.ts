/** What is said of a phrase that should not be said. */
export const riskZhCn = {
  'risk.note': '别说“{phrase}”：{why}',
  'risk.noteWarn': '“{phrase}”要有凭据：{why}',
  'risk.instead': '，可以说“{instead}”',
  'risk.more': '，另有 {count} 处',
  'risk.class.superlative': '绝对化用语',
  'risk.class.efficacy': '夸大功效',
  'risk.class.promise': '保证效果',
  'risk.class.price': '价格说法要有依据',
  'risk.class.scarcity': '虚假紧迫',
  'risk.class.contact': '引到站外',
  'risk.class.endorse': '冒用名义',
  'risk.class.finance': '承诺收益',
  'risk.class.vulgar': '低俗或诱导',
  'risk.class.minor': '诱导未成年人',
  'risk.class.own': '本直播间的违禁词',
} as const;

import type { riskZhCn } from '../zh-cn/risk.ts';

export const riskEn: Record<keyof typeof riskZhCn, string> = {
  'risk.note': 'Do not say “{phrase}”: {why}',
  'risk.noteWarn': '“{phrase}” needs proof: {why}',
  'risk.instead': '; say “{instead}”',
  'risk.more': '; {count} more',
  'risk.class.superlative': 'an absolute claim',
  'risk.class.efficacy': 'an exaggerated effect',
  'risk.class.promise': 'a guaranteed result',
  'risk.class.price': 'a price claim that must be provable',
  'risk.class.scarcity': 'false urgency',
  'risk.class.contact': 'leads off the platform',
  'risk.class.endorse': 'an endorsement that is not ours',
  'risk.class.finance': 'promised earnings',
  'risk.class.vulgar': 'crude or baiting',
  'risk.class.minor': 'aims at minors',
  'risk.class.own': 'this room’s own risk word',
};

import type { TriggerRule } from '../../model/cue-trigger.ts';

const common: Omit<TriggerRule, 'id' | 'test' | 'cueKind'> = {
  name: null,
  isOn: true,
  holdMin: 1,
  cooldownMin: 5,
  roles: [],
  isAuto: false,
  priority: 'normal',
};

/** Words a room hears when it wants to know something; the operator's own take their place. */
const TOPIC_WORDS = ['尺码', '发货', '优惠券', '退货', 'size', 'shipping', 'coupon', 'return'];

/**
 * The trade's triggers as they ship; every one can be changed or switched off. Thresholds are
 * practitioners' presets, never facts of a platform (mazza92/tiktok-live-assistant, 518wcb.com/7918):
 * counts must clear chance as well, and those per minute are for 1,000 people online.
 */
export const PRESET_TRIGGERS: readonly TriggerRule[] = [
  {
    ...common,
    id: 'risk-word',
    priority: 'safety',
    test: { kind: 'risk' },
    cueKind: 'correction',
    cooldownMin: 1,
  },
  {
    ...common,
    id: 'complaint',
    priority: 'high',
    test: { kind: 'complaint', people: 3, windowMin: 3 },
    cueKind: 'calm',
  },
  {
    ...common,
    id: 'sold-out',
    priority: 'high',
    test: { kind: 'soldOut' },
    cueKind: 'next',
    cooldownMin: 2,
  },
  {
    ...common,
    id: 'stock-low',
    priority: 'high',
    test: { kind: 'stock', percent: 20 },
    cueKind: 'close',
  },
  {
    ...common,
    id: 'inflow-falls',
    priority: 'high',
    test: { kind: 'change', figure: 'entries', direction: 'fall', percent: 10, windowMin: 5 },
    // Twice in a row, against chance.
    holdMin: 2,
    cueKind: 'rescue',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'traffic-dump',
    priority: 'high',
    test: { kind: 'change', figure: 'viewers', direction: 'rise', percent: 50, windowMin: 2 },
    cueKind: 'welcome',
  },
  {
    ...common,
    id: 'same-question',
    priority: 'high',
    test: { kind: 'question', people: 3, windowMin: 2 },
    cueKind: 'question',
    cooldownMin: 2,
  },
  {
    ...common,
    id: 'block-overrun',
    test: { kind: 'overrun', overS: 60 },
    cueKind: 'wrap',
  },
  {
    ...common,
    id: 'unpaid-rising',
    test: { kind: 'unpaidRising', points: 10, exposure: 20, windowMin: 5 },
    cueKind: 'close',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'order-burst',
    test: { kind: 'change', figure: 'ordersPaid', direction: 'rise', percent: 100, windowMin: 1 },
    cueKind: 'thanks',
  },
  {
    ...common,
    id: 'ctr-low',
    test: { kind: 'ctr', below: 0.03, exposure: 200, forS: 90 },
    cueKind: 'demo',
  },
  {
    ...common,
    id: 'ctor-low',
    test: { kind: 'ctor', below: 0.05, percent: 20, exposure: 60 },
    cueKind: 'price',
  },
  {
    ...common,
    id: 'chat-thin',
    test: {
      kind: 'threshold',
      figure: 'chats',
      direction: 'below',
      value: 5,
      perThousand: true,
      windowMin: 5,
    },
    holdMin: 2,
    cueKind: 'question',
  },
  {
    ...common,
    id: 'chat-silent',
    test: { kind: 'silent', windowMin: 5 },
    cueKind: 'question',
  },
  {
    ...common,
    id: 'topic',
    test: { kind: 'keyword', words: TOPIC_WORDS, people: 10, windowMin: 5 },
    cueKind: 'question',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'milestone-viewers',
    test: { kind: 'milestone', figure: 'viewers', from: 100 },
    cueKind: 'thanks',
    cooldownMin: 2,
  },
  {
    ...common,
    id: 'milestone-likes',
    test: { kind: 'milestone', figure: 'likes', from: 1_000 },
    cueKind: 'thanks',
    cooldownMin: 2,
  },
  {
    ...common,
    id: 'anchor-rest',
    test: { kind: 'onAir', minutes: 45 },
    cueKind: 'rest',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'likes-thin',
    priority: 'low',
    test: {
      kind: 'threshold',
      figure: 'likes',
      direction: 'below',
      value: 10,
      perThousand: true,
      windowMin: 3,
    },
    holdMin: 2,
    cueKind: 'likes',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'likes-high',
    priority: 'low',
    test: {
      kind: 'threshold',
      figure: 'likes',
      direction: 'above',
      value: 50,
      perThousand: true,
      windowMin: 2,
    },
    holdMin: 2,
    cueKind: 'thanks',
    cooldownMin: 10,
  },
  {
    ...common,
    id: 'newcomers',
    priority: 'low',
    test: { kind: 'newcomers', percent: 40, windowMin: 5 },
    cueKind: 'welcome',
    cooldownMin: 10,
  },
];

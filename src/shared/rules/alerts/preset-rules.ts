import type { AlertRule } from '../../model/alert-rule.ts';

const common = { name: null, isOn: true, holdMin: 2, cooldownMin: 10 } as const;

/**
 * The trade's alerts as they ship; every one can be changed or switched off. Thresholds are
 * practitioners' presets, never facts of a platform: inflow −10 % in 5 min (518wcb.com/7918), chat
 * below 5 a minute or silent for 5, likes above 50 (mazza92/tiktok-live-assistant), all scaled to
 * 1,000 people online; comparison with the room's own median needs three past shows.
 */
export const PRESET_RULES: readonly AlertRule[] = [
  {
    ...common,
    id: 'inflow-falls',
    severity: 'warn',
    test: { kind: 'change', figure: 'entries', direction: 'fall', percent: 10, windowMin: 5 },
    action: { kind: 'cue', cueKind: 'retain' },
  },
  {
    ...common,
    id: 'viewers-jump',
    severity: 'notice',
    // A dump of traffic (online +50 %): the traffic item first.
    test: { kind: 'change', figure: 'viewers', direction: 'rise', percent: 50, windowMin: 2 },
    holdMin: 1,
    action: { kind: 'cue', cueKind: 'welcome' },
  },
  {
    ...common,
    id: 'viewers-drop',
    severity: 'danger',
    test: { kind: 'change', figure: 'viewers', direction: 'fall', percent: 20, windowMin: 5 },
    action: { kind: 'cue', cueKind: 'giveaway' },
  },
  {
    ...common,
    id: 'chat-thin',
    severity: 'warn',
    test: {
      kind: 'threshold',
      figure: 'chats',
      direction: 'below',
      value: 5,
      perThousand: true,
      windowMin: 5,
    },
    action: { kind: 'cue', cueKind: 'question' },
  },
  {
    ...common,
    id: 'orders-fall',
    severity: 'warn',
    test: { kind: 'change', figure: 'ordersPaid', direction: 'fall', percent: 40, windowMin: 10 },
    cooldownMin: 20,
    action: { kind: 'cue', cueKind: 'price' },
  },
  {
    ...common,
    id: 'unpaid-high',
    severity: 'warn',
    test: { kind: 'unpaidShare', direction: 'above', value: 0.4, exposure: 30, windowMin: 15 },
    cooldownMin: 20,
    action: { kind: 'cue', cueKind: 'close' },
  },
  {
    ...common,
    id: 'inflow-below-usual',
    severity: 'warn',
    test: { kind: 'usual', figure: 'entries', direction: 'below', percent: 30, windowMin: 5 },
    cooldownMin: 20,
    action: { kind: 'cue', cueKind: 'retain' },
  },
  {
    ...common,
    id: 'viewers-below-usual',
    severity: 'warn',
    test: { kind: 'usual', figure: 'viewers', direction: 'below', percent: 30, windowMin: 5 },
    cooldownMin: 20,
    action: { kind: 'cue', cueKind: 'giveaway' },
  },
  {
    ...common,
    id: 'source-silent',
    severity: 'danger',
    test: { kind: 'state', state: 'source_silent', forMin: 0.5 },
    holdMin: 1,
    cooldownMin: 1,
    action: { kind: 'look', at: 'sources' },
  },
  {
    ...common,
    id: 'viewers-frozen',
    severity: 'warn',
    test: { kind: 'state', state: 'viewers_frozen', forMin: 5 },
    holdMin: 1,
    action: { kind: 'look', at: 'sources' },
  },
  {
    ...common,
    id: 'store-failing',
    severity: 'danger',
    test: { kind: 'state', state: 'store_failing', forMin: 0 },
    holdMin: 1,
    cooldownMin: 1,
    action: { kind: 'look', at: 'store' },
  },
  {
    ...common,
    id: 'output-bad',
    severity: 'danger',
    // A quarter of a minute: a reconnect that works is over before (OBS tries again after 2 s).
    test: { kind: 'state', state: 'output_bad', forMin: 0.25 },
    holdMin: 1,
    cooldownMin: 3,
    action: { kind: 'look', at: 'outlets' },
  },
  {
    ...common,
    id: 'shelf-talk',
    severity: 'warn',
    test: { kind: 'state', state: 'shelf_talk', forMin: 0.5 },
    holdMin: 1,
    cooldownMin: 3,
    action: { kind: 'arm' },
  },
];

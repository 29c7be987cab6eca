import { describe, expect, test } from 'vitest';

import { FIRST_TRIGGER_SETTINGS, type TriggerRule } from '#shared/model/cue-trigger.ts';
import { lackOf } from '#shared/rules/cue-triggers/trigger-needs.ts';
import {
  triggerFaults,
  triggersOf,
  withoutTrigger,
  withTrigger,
} from '#shared/rules/cue-triggers/trigger-set.ts';
import { PRESET_TRIGGERS } from '#shared/rules/cue-triggers/preset-triggers.ts';
import { presetTrigger } from '#tests/support/trigger-moments.ts';

const overrun = presetTrigger('block-overrun');
const thin = presetTrigger('chat-thin');
const own = (rule: TriggerRule, part: Partial<TriggerRule> = {}): TriggerRule => ({
  ...rule,
  id: 'own-1',
  name: 'Mine',
  ...part,
});

describe('the rules', () => {
  test('as they ship contradict nothing', () => {
    expect(triggerFaults(PRESET_TRIGGERS)).toEqual([]);
  });

  test('are kept where they differ, and go back to what they were', () => {
    const changed = { ...overrun, cooldownMin: 9 };
    const settings = withTrigger(withTrigger(FIRST_TRIGGER_SETTINGS, changed), own(thin));
    expect(settings.rules).toEqual([changed, own(thin)]);
    expect(triggersOf(settings).find(({ id }) => id === overrun.id)).toEqual(changed);
    expect(withTrigger(settings, overrun).rules).toEqual([own(thin)]);
    expect(withoutTrigger(settings, 'own-1').rules).toEqual([changed]);
  });

  test.each([
    ['name_missing', own(thin, { name: null })],
    [
      'no_words',
      own(presetTrigger('topic'), {
        test: { kind: 'keyword', words: [], people: 3, windowMin: 5 },
      }),
    ],
    [
      'never',
      own(presetTrigger('ctr-low'), { test: { kind: 'ctr', below: 0, exposure: 200, forS: 90 } }),
    ],
    [
      'safety_auto',
      own(presetTrigger('risk-word'), { isAuto: true, cueKind: 'calm', roles: ['hero'] }),
    ],
    ['same_test', own(overrun)],
    ['contradicts', own(overrun, { cueKind: 'thanks' })],
  ] as const)('%s is refused by name', (fault, rule) => {
    const faults = triggerFaults([...PRESET_TRIGGERS, rule]);
    expect(faults).toContainEqual(expect.objectContaining({ fault, ruleId: 'own-1' }));
  });

  test('below one number and above a smaller one is always: the other is named', () => {
    const rule = own(thin, {
      test: {
        kind: 'threshold',
        figure: 'chats',
        direction: 'above',
        value: 2,
        perThousand: true,
        windowMin: 5,
      },
    });
    expect(triggerFaults([thin, rule])).toEqual([
      { fault: 'always', ruleId: 'own-1', otherId: 'chat-thin' },
    ]);
    // In blocks that are never at the same time they do not meet.
    const apart = [
      { ...thin, roles: ['hero' as const] },
      { ...rule, roles: ['giveaway' as const] },
    ];
    expect(triggerFaults(apart)).toEqual([]);
  });
});

describe('a rule on what nobody tells here', () => {
  const nothing = {
    viewers: false,
    joins: false,
    follows: false,
    orders: false,
    gifts: false,
    chat: false,
  };
  const blind = {
    sources: [{ can: nothing, likes: null }],
    isShownTold: false,
    areClicksTold: false,
    isStockTold: false,
    hasUsual: false,
  };

  test.each([
    ['inflow-falls', 'entries'],
    ['traffic-dump', 'viewers'],
    ['chat-thin', 'chat'],
    ['likes-thin', 'likes'],
    ['unpaid-rising', 'orders'],
    ['ctr-low', 'shown'],
    ['ctor-low', 'clicks'],
    ['stock-low', 'stock'],
    ['block-overrun', null],
    ['risk-word', null],
  ])('%s lacks %s', (id, lack) => {
    expect(lackOf(presetTrigger(id), blind)).toBe(lack);
  });

  test('lacks nothing where all of it is told', () => {
    const can = {
      viewers: true,
      joins: true,
      follows: true,
      orders: true,
      gifts: true,
      chat: true,
    };
    const told = {
      sources: [{ can, likes: 3 }],
      isShownTold: true,
      areClicksTold: true,
      isStockTold: true,
      hasUsual: true,
    };
    expect(PRESET_TRIGGERS.flatMap((rule) => lackOf(rule, told) ?? [])).toEqual([]);
  });
});

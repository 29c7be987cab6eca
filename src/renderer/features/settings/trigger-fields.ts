import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { TriggerRule, TriggerTest } from '#shared/model/cue-trigger.ts';
import { isMinuteTest } from '#shared/rules/cue-triggers/judge-minutes.ts';

import type { NumberBounds } from './alert-fields.ts';

/** A number of a rule that can be changed. */
export type TriggerField = NumberBounds & {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly set: (value: number) => TriggerRule;
};

type Limits = readonly [min: number, max: number, isWhole: boolean];

const PERCENT: Limits = [1, 1_000, false];
const SHARE: Limits = [0, 1, false];
const WINDOW: Limits = [1, 30, true];
const PEOPLE: Limits = [1, 10_000, true];
const EXPOSURE: Limits = [1, 100_000, true];

/** The numbers of a rule, what it says first, when it says it last. */
export function triggerFields(i18n: I18n, rule: TriggerRule): readonly TriggerField[] {
  const { t } = i18n;
  const own = testFields(i18n, rule);
  const at = (
    id: 'holdMin' | 'cooldownMin',
    label: string,
    [min, max, isWhole]: Limits,
  ): TriggerField => {
    const bounds = { id, label, min, max, isWhole, value: rule[id] };
    return { ...bounds, set: (value) => ({ ...rule, [id]: value }) };
  };
  return [
    ...own,
    ...(isMinuteTest(rule.test) ? [at('holdMin', t('settings.triggerHold'), WINDOW)] : []),
    at('cooldownMin', t('settings.triggerCooldown'), [1, 240, true]),
  ];
}

function testFields({ t }: I18n, rule: TriggerRule): readonly TriggerField[] {
  const { test } = rule;
  const field = (
    id: string,
    label: string,
    [min, max, isWhole]: Limits,
    value: number,
    change: (value: number) => TriggerTest,
  ): TriggerField => ({
    id,
    label,
    min,
    max,
    isWhole,
    value,
    set: (next) => ({ ...rule, test: change(next) }),
  });
  const window = (held: Extract<TriggerTest, { windowMin: number }>): TriggerField =>
    field('windowMin', t('settings.triggerWindow'), WINDOW, held.windowMin, (windowMin) => ({
      ...held,
      windowMin,
    }));
  switch (test.kind) {
    case 'change':
    case 'usual': {
      const figure = t(`alerts.figure.${test.figure}`);
      const label = t(`settings.alertPercent.${test.direction}`, { figure });
      const percent = field('percent', label, PERCENT, test.percent, (next) => ({
        ...test,
        percent: next,
      }));
      return [percent, window(test)];
    }
    case 'threshold': {
      const figure = t(`alerts.figure.${test.figure}`);
      const unit = test.perThousand ? 'settings.alertPerThousand' : 'settings.alertPerMinute';
      const label = [t(`settings.alertValue.${test.direction}`, { figure }), t(unit)];
      const value = field(
        'value',
        label.join(t('common.listSeparator')),
        [0, 10_000_000, false],
        test.value,
        (next) => ({ ...test, value: next }),
      );
      return [value, window(test)];
    }
    case 'unpaidShare':
      return [
        field('value', t('settings.alertShare'), SHARE, test.value, (value) => ({
          ...test,
          value,
        })),
        field('exposure', t('settings.alertExposure'), EXPOSURE, test.exposure, (exposure) => ({
          ...test,
          exposure,
        })),
        window(test),
      ];
    case 'newcomers': {
      const label = t('settings.trigger.newcomers');
      const set = (percent: number) => ({ ...test, percent });
      return [field('percent', label, PERCENT, test.percent, set), window(test)];
    }
    case 'silent':
      return [window(test)];
    case 'unpaidRising':
      return [
        field('points', t('settings.trigger.points'), [1, 100, false], test.points, (points) => ({
          ...test,
          points,
        })),
        field('exposure', t('settings.trigger.orders'), EXPOSURE, test.exposure, (exposure) => ({
          ...test,
          exposure,
        })),
        window(test),
      ];
    case 'question':
    case 'complaint':
    case 'keyword': {
      const isMore = test.kind === 'keyword';
      const label = t(isMore ? 'settings.trigger.peopleMore' : 'settings.trigger.people');
      const set = (people: number) => ({ ...test, people });
      return [field('people', label, PEOPLE, test.people, set), window(test)];
    }
    case 'ctr':
      return [
        field('below', t('settings.trigger.below'), SHARE, test.below, (below) => ({
          ...test,
          below,
        })),
        field('exposure', t('settings.trigger.shown'), EXPOSURE, test.exposure, (exposure) => ({
          ...test,
          exposure,
        })),
        field('forS', t('settings.trigger.forS'), [0, 3_600, true], test.forS, (forS) => ({
          ...test,
          forS,
        })),
      ];
    case 'ctor':
      return [
        field('below', t('settings.trigger.below'), SHARE, test.below, (below) => ({
          ...test,
          below,
        })),
        field('percent', t('settings.trigger.clickRise'), PERCENT, test.percent, (percent) => ({
          ...test,
          percent,
        })),
        field('exposure', t('settings.trigger.clicks'), EXPOSURE, test.exposure, (exposure) => ({
          ...test,
          exposure,
        })),
      ];
    case 'stock': {
      const set = (percent: number) => ({ ...test, percent });
      return [field('percent', t('settings.trigger.stock'), [1, 100, false], test.percent, set)];
    }
    case 'milestone': {
      const set = (from: number) => ({ ...test, from });
      return [field('from', t('settings.trigger.from'), [1, 100_000_000, true], test.from, set)];
    }
    case 'overrun': {
      const set = (overS: number) => ({ ...test, overS });
      return [field('overS', t('settings.trigger.overS'), [0, 3_600, true], test.overS, set)];
    }
    case 'onAir': {
      const set = (minutes: number) => ({ ...test, minutes });
      return [field('minutes', t('settings.trigger.minutes'), [5, 600, true], test.minutes, set)];
    }
    case 'soldOut':
    case 'risk':
      return [];
  }
}

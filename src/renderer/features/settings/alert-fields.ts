import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { AlertRule, AlertTest } from '#shared/model/alert-rule.ts';

/** What a number may be. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  /** Whole numbers alone make sense. */
  readonly isWhole: boolean;
}

/** A number of a rule that can be changed. */
export interface AlertField extends NumberBounds {
  readonly id:
    | 'percent'
    | 'value'
    | 'exposure'
    | 'windowMin'
    | 'forMin'
    | 'holdMin'
    | 'cooldownMin';
  readonly label: string;
  readonly value: number;
  readonly set: (value: number) => AlertRule;
}

/** The numbers of a rule, what it says first, when it says it last. */
export function fieldsOf({ t }: I18n, rule: AlertRule): readonly AlertField[] {
  const { test, holdMin, cooldownMin } = rule;
  const figure = 'figure' in test ? t(`alerts.figure.${test.figure}`) : '';
  const ofTest = (
    id: AlertField['id'],
    label: string,
    bounds: Pick<AlertField, 'min' | 'max' | 'isWhole' | 'value'>,
    change: (value: number) => AlertTest,
  ): AlertField => ({ id, label, ...bounds, set: (value) => ({ ...rule, test: change(value) }) });

  const fields: AlertField[] = [];
  if (test.kind === 'change' || test.kind === 'usual') {
    const label = t(`settings.alertPercent.${test.direction}`, { figure });
    const bounds = { min: 1, max: 1_000, isWhole: false, value: test.percent };
    fields.push(ofTest('percent', label, bounds, (percent) => ({ ...test, percent })));
  }
  if (test.kind === 'threshold') {
    const unit =
      test.figure === 'viewers'
        ? ''
        : t(test.perThousand ? 'settings.alertPerThousand' : 'settings.alertPerMinute');
    const label = [t(`settings.alertValue.${test.direction}`, { figure }), unit]
      .filter((part) => part !== '')
      .join(t('common.listSeparator'));
    const bounds = { min: 0, max: 10_000_000, isWhole: false, value: test.value };
    fields.push(ofTest('value', label, bounds, (value) => ({ ...test, value })));
  }
  if (test.kind === 'unpaidShare') {
    const share = { min: 0, max: 1, isWhole: false, value: test.value };
    fields.push(ofTest('value', t('settings.alertShare'), share, (value) => ({ ...test, value })));
    const least = { min: 1, max: 100_000, isWhole: true, value: test.exposure };
    const exposed = t('settings.alertExposure');
    fields.push(ofTest('exposure', exposed, least, (exposure) => ({ ...test, exposure })));
  }
  if (test.kind === 'state') {
    const bounds = { min: 0, max: 60, isWhole: false, value: test.forMin };
    fields.push(
      ofTest('forMin', t('settings.alertForMin'), bounds, (forMin) => ({ ...test, forMin })),
    );
  } else {
    const bounds = { min: 1, max: 30, isWhole: true, value: test.windowMin };
    fields.push(
      ofTest('windowMin', t('settings.alertWindow'), bounds, (windowMin) => ({
        ...test,
        windowMin,
      })),
      {
        id: 'holdMin',
        label: t('settings.alertHold'),
        min: 1,
        max: 30,
        isWhole: true,
        value: holdMin,
        set: (value) => ({ ...rule, holdMin: value }),
      },
    );
  }
  fields.push({
    id: 'cooldownMin',
    label: t('settings.alertCooldown'),
    min: 1,
    max: 240,
    isWhole: true,
    value: cooldownMin,
    set: (value) => ({ ...rule, cooldownMin: value }),
  });
  return fields;
}

/** The number that was typed; null where it is none or out of its bounds. */
export function readNumber({ min, max, isWhole }: NumberBounds, typed: string): number | null {
  const value = Number(typed.trim().replace(',', '.'));
  if (typed.trim() === '' || !Number.isFinite(value) || value < min || value > max) return null;
  return isWhole && !Number.isInteger(value) ? null : value;
}

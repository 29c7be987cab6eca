import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { triggerName } from '#renderer/ui/trigger-name.ts';
import type { TriggerRule, TriggerSettings } from '#shared/model/cue-trigger.ts';
import { triggersOf } from '#shared/rules/cue-triggers/trigger-set.ts';

import styles from './SettingsSheet.module.css';
import { TriggerRuleForm } from './TriggerRuleForm.tsx';

const QUIET_S = [0, 15, 30, 45, 60, 90, 120] as const;
const BUDGETS = [4, 8, 12, 20, 40, 60] as const;
const PRICE_S = [0, 10, 20, 30, 60] as const;

/** What cues the desk proposes by, one rule at a time, and how often. */
export function TriggersRow(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const { triggers } = useShownSettings();
  const rules = triggersOf(triggers);
  const [chosen, setChosen] = useState<string | null>(null);
  const rule = rules.find(({ id }) => id === chosen) ?? rules[0];
  const textId = useId();

  function change(part: Partial<TriggerSettings>): void {
    perform({ type: 'changeSettings', change: { triggers: { ...triggers, ...part } } });
  }

  function labelOf(each: TriggerRule): string {
    const name = triggerName(i18n, each.id, each.name);
    if (!each.isOn) return t('settings.alertRuleOff', { name });
    const isChanged = each.name === null && triggers.rules.some(({ id }) => id === each.id);
    return isChanged ? t('settings.alertRuleChanged', { name }) : name;
  }

  /** The listed numbers, and the one that holds where it is none of them. */
  function numbers(
    listed: readonly number[],
    now: number,
    words: 'settings.triggerQuietOf' | 'settings.triggerBudgetOf',
  ) {
    const all = listed.includes(now) ? listed : [...listed, now];
    return all.map((count) => ({ value: String(count), label: t(words, { count }) }));
  }

  return (
    <div className={styles.row} aria-describedby={textId}>
      <p id={textId} className={styles.text}>
        {t('settings.triggersText')}
      </p>
      <SelectField
        label={t('settings.triggerRule')}
        value={rule?.id ?? ''}
        options={rules.map((each) => ({ value: each.id, label: labelOf(each) }))}
        onChange={setChosen}
      />
      {rule !== undefined && (
        // Anew with each rule, and with what was saved of it.
        <TriggerRuleForm
          key={JSON.stringify(rule)}
          rule={rule}
          triggers={triggers}
          onShow={setChosen}
        />
      )}
      <SelectField
        label={t('settings.triggerQuiet')}
        value={String(triggers.quietS)}
        options={numbers(QUIET_S, triggers.quietS, 'settings.triggerQuietOf')}
        onChange={(count) => change({ quietS: Number(count) })}
      />
      <SelectField
        label={t('settings.triggerBudget')}
        value={String(triggers.hourlyBudget)}
        options={numbers(BUDGETS, triggers.hourlyBudget, 'settings.triggerBudgetOf')}
        onChange={(count) => change({ hourlyBudget: Number(count) })}
      />
      <SelectField
        label={t('settings.triggerPrice')}
        value={String(triggers.priceHoldS)}
        options={numbers(PRICE_S, triggers.priceHoldS, 'settings.triggerQuietOf')}
        onChange={(count) => change({ priceHoldS: Number(count) })}
      />
    </div>
  );
}

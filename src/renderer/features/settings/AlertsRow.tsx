import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useHostKind } from '#renderer/store/selectors.ts';
import { alertName } from '#renderer/ui/alert-name.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { AlertRule, AlertSettings } from '#shared/model/alert-rule.ts';
import { rulesOf } from '#shared/rules/alerts/rule-set.ts';

import { AlertRuleForm } from './AlertRuleForm.tsx';
import styles from './SettingsSheet.module.css';

const BUDGETS = [2, 4, 6, 10, 20, 60] as const;

/** What the desk alerts by, one rule at a time, and how it makes itself noticed. */
export function AlertsRow(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const { alerts } = useShownSettings();
  const isApp = useHostKind() === 'app';
  const rules = rulesOf(alerts);
  const [chosen, setChosen] = useState<string | null>(null);
  const rule = rules.find(({ id }) => id === chosen) ?? rules[0];
  const textId = useId();
  const [isDenied, setDenied] = useState(false);

  function change(part: Partial<AlertSettings>): void {
    perform({ type: 'changeSettings', change: { alerts: { ...alerts, ...part } } });
  }

  async function switchNotice(isOn: boolean): Promise<void> {
    const isAllowed = !isOn || (await Notification.requestPermission()) === 'granted';
    setDenied(!isAllowed);
    if (isAllowed) change({ hasNotice: isOn });
  }

  function labelOf(each: AlertRule): string {
    const name = each.name ?? alertName(i18n, each.id);
    if (!each.isOn) return t('settings.alertRuleOff', { name });
    const isChanged = each.name === null && alerts.rules.some(({ id }) => id === each.id);
    return isChanged ? t('settings.alertRuleChanged', { name }) : name;
  }

  const budgets = BUDGETS.some((each) => each === alerts.hourlyBudget)
    ? BUDGETS
    : [...BUDGETS, alerts.hourlyBudget];
  return (
    <div className={styles.row}>
      <p id={textId} className={styles.text}>
        {t('settings.alertsText')}
      </p>
      <SelectField
        label={t('settings.alertRule')}
        value={rule?.id ?? ''}
        options={rules.map((each) => ({ value: each.id, label: labelOf(each) }))}
        onChange={setChosen}
      />
      {rule !== undefined && (
        // Anew with each rule, and with what was saved of it.
        <AlertRuleForm key={JSON.stringify(rule)} rule={rule} alerts={alerts} onShow={setChosen} />
      )}
      <SelectField
        label={t('settings.alertBudget')}
        value={String(alerts.hourlyBudget)}
        options={budgets.map((count) => ({
          value: String(count),
          label: t('settings.alertBudgetOf', { count }),
        }))}
        onChange={(count) => change({ hourlyBudget: Number(count) })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={alerts.hasSound}
          onChange={(event) => change({ hasSound: event.target.checked })}
        />
        {t('settings.alertSound')}
      </label>
      {/* The app's own pages are refused every permission, this one too. */}
      <label className={styles.check}>
        <input
          type="checkbox"
          disabled={isApp}
          checked={alerts.hasNotice && !isApp}
          onChange={(event) => void switchNotice(event.target.checked)}
        />
        {t('settings.alertNotice')}
      </label>
      {(isDenied || isApp) && (
        <p className={styles.fault} role="status">
          {t(isApp ? 'settings.alertNoticeBrowser' : 'settings.alertNoticeDenied')}
        </p>
      )}
    </div>
  );
}

import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { alertName } from '#renderer/ui/alert-name.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ALERT_NAME_MAX, type AlertRule, type AlertSettings } from '#shared/model/alert-rule.ts';
import {
  isPreset,
  ruleFaults,
  rulesOf,
  withoutRule,
  withRule,
} from '#shared/rules/alerts/rule-set.ts';

import { fieldsOf, readNumber } from './alert-fields.ts';
import { AlertPreview } from './AlertPreview.tsx';
import { RuleButtons } from './RuleButtons.tsx';
import styles from './SettingsSheet.module.css';

interface AlertRuleFormProps {
  readonly rule: AlertRule;
  readonly alerts: AlertSettings;
  /** Which rule is shown next: one that was copied, or null after one went. */
  readonly onShow: (ruleId: string | null) => void;
}

/** One rule: its numbers as they are typed, when it would have alerted, and saving it whole. */
export function AlertRuleForm({ rule, alerts, onShow }: AlertRuleFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const [draft, setDraft] = useState(rule);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fields = fieldsOf(i18n, draft);
  const isWrong = fields.some((field) => {
    const text = typed[field.id];
    return text !== undefined && readNumber(field, text) === null;
  });
  const next = useMemo(() => withRule(alerts, draft), [alerts, draft]);
  const faults = ruleFaults(rulesOf(next)).filter(({ ruleId }) => ruleId === draft.id);
  const isOwn = !isPreset(rule.id);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(rule);
  const isOutOfBox = !alerts.rules.some(({ id }) => id === rule.id);

  function save(changed: AlertSettings): void {
    perform({ type: 'changeSettings', change: { alerts: changed } });
  }

  function copy(): void {
    const own = alerts.rules.filter(({ id }) => !isPreset(id)).length + 1;
    const id = `own-${own}-${Date.now().toString(36)}`;
    const name = t('settings.alertCopyName', { name: rule.name ?? alertName(i18n, rule.id) });
    save(withRule(alerts, { ...rule, id, name: name.slice(0, ALERT_NAME_MAX) }));
    onShow(id);
  }

  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.isOn}
          onChange={(event) => setDraft({ ...draft, isOn: event.target.checked })}
        />
        {t('settings.alertIsOn')}
      </label>
      {isOwn && (
        <TextField
          label={t('settings.alertName')}
          value={draft.name ?? ''}
          maxLength={ALERT_NAME_MAX}
          onChange={(name) => setDraft({ ...draft, name: name === '' ? null : name })}
        />
      )}
      <div className={styles.numbers}>
        {fields.map((field) => {
          const text = typed[field.id] ?? String(field.value);
          const { min, max } = field;
          const isBad = readNumber(field, text) === null;
          return (
            <TextField
              key={field.id}
              label={field.label}
              inputMode="decimal"
              maxLength={12}
              value={text}
              error={isBad ? t('settings.alertNumber', { min, max }) : null}
              onChange={(now) => {
                setTyped((before) => ({ ...before, [field.id]: now }));
                const value = readNumber(field, now);
                if (value !== null) setDraft(field.set(value));
              }}
            />
          );
        })}
      </div>
      <div role="status">
        {faults.map(({ fault, ...rest }) => (
          <p key={fault} className={styles.fault}>
            {t(`alerts.fault.${fault}`, {
              other: 'otherId' in rest ? nameOf(rest.otherId) : '',
            })}
          </p>
        ))}
        {faults.length === 0 && !isWrong && <AlertPreview rule={draft} />}
      </div>
      <RuleButtons
        of="alert"
        isOwn={isOwn}
        isAsItCame={isOutOfBox}
        canSave={isChanged && !isWrong && faults.length === 0}
        onRemove={() => {
          save(withoutRule(alerts, rule.id));
          onShow(null);
        }}
        onReset={() => save(withoutRule(alerts, rule.id))}
        onCopy={copy}
        onSave={() => save(next)}
      />
    </>
  );

  function nameOf(ruleId: string): string {
    const other = rulesOf(next).find(({ id }) => id === ruleId);
    return other?.name ?? alertName(i18n, ruleId);
  }
}

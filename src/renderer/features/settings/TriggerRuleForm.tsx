import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { triggerName } from '#renderer/ui/trigger-name.ts';
import { CUE_KINDS } from '#shared/model/cue.ts';
import {
  TRIGGER_NAME_MAX,
  TRIGGER_PRIORITIES,
  type TriggerRule,
  type TriggerSettings,
} from '#shared/model/cue-trigger.ts';
import {
  isPresetTrigger,
  triggerFaults,
  triggersOf,
  withoutTrigger,
  withTrigger,
} from '#shared/rules/cue-triggers/trigger-set.ts';

import { readNumber } from './alert-fields.ts';
import { RuleButtons } from './RuleButtons.tsx';
import styles from './SettingsSheet.module.css';
import { triggerFields } from './trigger-fields.ts';
import { TriggerPreview } from './TriggerPreview.tsx';
import { TriggerFigure, TriggerRoles, TriggerWords } from './TriggerScope.tsx';

interface TriggerRuleFormProps {
  readonly rule: TriggerRule;
  readonly triggers: TriggerSettings;
  /** Which rule is shown next: one that was copied, or null after one went. */
  readonly onShow: (ruleId: string | null) => void;
}

/** One rule: condition, window, cool-down, priority and blocks as they are typed, saved whole. */
export function TriggerRuleForm({ rule, triggers, onShow }: TriggerRuleFormProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const [draft, setDraft] = useState(rule);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [areWordsWrong, setWordsWrong] = useState(false);
  const fields = triggerFields(i18n, draft);
  const isWrong = fields.some((field) => {
    const text = typed[field.id];
    return text !== undefined && readNumber(field, text) === null;
  });
  const next = useMemo(() => withTrigger(triggers, draft), [triggers, draft]);
  const faults = triggerFaults(triggersOf(next)).filter(
    (fault) => fault.ruleId === draft.id || ('otherId' in fault && fault.otherId === draft.id),
  );
  const isOwn = !isPresetTrigger(rule.id);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(rule);
  const isOutOfBox = !triggers.rules.some(({ id }) => id === rule.id);

  function save(changed: TriggerSettings): void {
    perform({ type: 'changeSettings', change: { triggers: changed } });
  }

  /** Off, until it says something else: the same condition twice is refused. */
  function copy(): void {
    const own = triggers.rules.filter(({ id }) => !isPresetTrigger(id)).length + 1;
    const id = `own-${own}-${Date.now().toString(36)}`;
    const name = t('settings.alertCopyName', { name: triggerName(i18n, rule.id, rule.name) });
    const copied = { ...rule, id, name: name.slice(0, TRIGGER_NAME_MAX), isOn: false };
    save(withTrigger(triggers, copied));
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
        {t('settings.triggerIsOn')}
      </label>
      {isOwn && (
        <TextField
          label={t('settings.triggerName')}
          value={draft.name ?? ''}
          maxLength={TRIGGER_NAME_MAX}
          onChange={(name) => setDraft({ ...draft, name: name === '' ? null : name })}
        />
      )}
      {isOwn && <TriggerFigure rule={draft} onChange={setDraft} />}
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
      <TriggerWords rule={draft} onChange={setDraft} onWrong={setWordsWrong} />
      <SelectField
        label={t('settings.triggerKind')}
        value={draft.cueKind}
        options={CUE_KINDS.map((value) => ({ value, label: t(`cues.kindOf.${value}`) }))}
        onChange={(cueKind) => setDraft({ ...draft, cueKind })}
      />
      <SelectField
        label={t('settings.triggerPriority')}
        value={draft.priority}
        options={TRIGGER_PRIORITIES.map((value) => ({
          value,
          label: t(`triggers.priority.${value}`),
        }))}
        onChange={(priority) => setDraft({ ...draft, priority })}
      />
      <TriggerRoles rule={draft} onChange={setDraft} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.isAuto}
          onChange={(event) => setDraft({ ...draft, isAuto: event.target.checked })}
        />
        {t('settings.triggerIsAuto')}
      </label>
      <div role="status">
        {faults.map((fault) => (
          <p key={fault.fault} className={styles.fault}>
            {t(`triggers.fault.${fault.fault}`, {
              other: 'otherId' in fault ? nameOf(otherOf(fault)) : '',
            })}
          </p>
        ))}
        {faults.length === 0 && !isWrong && <TriggerPreview rule={draft} />}
      </div>
      <RuleButtons
        of="trigger"
        isOwn={isOwn}
        isAsItCame={isOutOfBox}
        canSave={isChanged && !isWrong && !areWordsWrong && faults.length === 0}
        onRemove={() => {
          save(withoutTrigger(triggers, rule.id));
          onShow(null);
        }}
        onReset={() => save(withoutTrigger(triggers, rule.id))}
        onCopy={copy}
        onSave={() => save(next)}
      />
    </>
  );

  function otherOf(fault: { readonly ruleId: string; readonly otherId: string }): string {
    return fault.ruleId === draft.id ? fault.otherId : fault.ruleId;
  }

  function nameOf(ruleId: string): string {
    const other = triggersOf(next).find(({ id }) => id === ruleId);
    return triggerName(i18n, ruleId, other?.name ?? null);
  }
}

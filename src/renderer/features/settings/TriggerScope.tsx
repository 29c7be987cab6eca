import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import {
  TRIGGER_WORD_MAX,
  TRIGGER_WORDS_MAX,
  type TriggerRule,
} from '#shared/model/cue-trigger.ts';
import { WatchedFigure } from '#shared/model/alert-rule.ts';
import { BlockRole } from '#shared/model/run-of-show.ts';

import styles from './SettingsSheet.module.css';

interface ScopeProps {
  readonly rule: TriggerRule;
  readonly onChange: (rule: TriggerRule) => void;
}

/** In which blocks a rule holds. */
export function TriggerRoles({ rule, onChange }: ScopeProps): ReactElement {
  const { t } = useI18n();
  return (
    <fieldset className={styles.roles}>
      <legend>{t('settings.triggerRoles')}</legend>
      {BlockRole.options.map((role) => (
        <label key={role} className={styles.check}>
          <input
            type="checkbox"
            checked={rule.roles.includes(role)}
            onChange={(event) => {
              const others = rule.roles.filter((each) => each !== role);
              const chosen = event.target.checked ? [...others, role] : others;
              const roles = BlockRole.options.filter((each) => chosen.includes(each));
              onChange({ ...rule, roles });
            }}
          />
          {t(`blocks.role.${role}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Which figure a rule of one's own compares, and which way; nothing for other rules. */
export function TriggerFigure({ rule, onChange }: ScopeProps): ReactElement | null {
  const { t } = useI18n();
  const { test } = rule;
  if (test.kind !== 'change' && test.kind !== 'threshold' && test.kind !== 'usual') return null;
  const directions: readonly FigureTest['direction'][] =
    test.kind === 'change' ? ['fall', 'rise'] : ['below', 'above'];
  return (
    <>
      <SelectField
        label={t('settings.triggerFigure')}
        value={test.figure}
        options={WatchedFigure.options.map((value) => ({
          value,
          label: t(`alerts.figure.${value}`),
        }))}
        onChange={(figure) => onChange({ ...rule, test: { ...test, figure } })}
      />
      <SelectField
        label={t('settings.triggerDirection')}
        value={test.direction}
        options={directions.map((value) => ({
          value,
          label: t(`settings.triggerDirection.${value}`),
        }))}
        onChange={(direction) => onChange({ ...rule, test: turned(test, direction) })}
      />
    </>
  );
}

type FigureTest = Extract<TriggerRule['test'], { kind: 'change' | 'threshold' | 'usual' }>;

/** A direction of another kind of test changes nothing. */
function turned(test: FigureTest, direction: FigureTest['direction']): FigureTest {
  if (test.kind === 'change') {
    return direction === 'fall' || direction === 'rise' ? { ...test, direction } : test;
  }
  return direction === 'below' || direction === 'above' ? { ...test, direction } : test;
}

/** Words a rule listens for; nothing for one that listens for none. */
export function TriggerWords({
  rule,
  onChange,
  onWrong,
}: ScopeProps & { readonly onWrong: (isWrong: boolean) => void }): ReactElement | null {
  const { t } = useI18n();
  const { test } = rule;
  const [typed, setTyped] = useState(test.kind === 'keyword' ? test.words.join('，') : '');
  if (test.kind !== 'keyword') return null;
  const words = wordsOf(typed);
  const limits = { max: TRIGGER_WORDS_MAX, chars: TRIGGER_WORD_MAX };
  return (
    <TextField
      label={t('settings.triggerWords')}
      value={typed}
      error={words === null ? t('settings.triggerWordsWrong', limits) : null}
      onChange={(now) => {
        setTyped(now);
        const next = wordsOf(now);
        onWrong(next === null);
        if (next !== null) onChange({ ...rule, test: { ...test, words: [...next] } });
      }}
    />
  );
}

/** Null where there are too many of them, or one is too long. */
function wordsOf(typed: string): readonly string[] | null {
  const words = typed
    .split(/[,，、;；\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const once = [...new Set(words)];
  if (once.length > TRIGGER_WORDS_MAX) return null;
  return once.some((word) => word.length > TRIGGER_WORD_MAX) ? null : once;
}

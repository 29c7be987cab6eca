import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { keyManners } from '#renderer/actions/action-table.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { keyNames } from '#renderer/actions/key-table.ts';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { KEY_DEFAULTS, type KeyAction } from '#shared/model/key-binding.ts';
import { bindKey, isFirstKey, resetKey } from '#shared/rules/key-bindings.ts';
import { parseChord, type Chord } from '#shared/rules/key-chord.ts';

import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './SettingsSheet.module.css';
import { useShownKeys } from './use-shown-keys.ts';

/** One action and its key: chosen by pressing it, put back to the first one. */
export function KeyRow({ action }: { readonly action: KeyAction }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { table, faults } = useShownKeys();
  const { keys } = useShownSettings();
  const [isRecording, setRecording] = useState(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  // The recorder had the focus, and goes.
  useEffect(() => {
    const hasEnded = wasRecording.current && !isRecording;
    wasRecording.current = isRecording;
    if (hasEnded && document.activeElement === document.body) changeButton.current?.focus();
  }, [isRecording]);

  const what = t(keyManners(action).label);
  const fault = faults.find((each) => each.action === action) ?? null;
  const first = printed(parseChord(KEY_DEFAULTS[action]));
  const isFirst = isFirstKey(table, action) && fault === null;

  function choose(chord: Chord): void {
    setRecording(false);
    perform({ type: 'changeSettings', change: { keys: bindKey(keys, action, chord) } });
  }

  return (
    <div className={styles.keyRow} role="group" aria-label={what}>
      <span className={styles.keyName}>{what}</span>
      <span className={styles.keyNow}>
        {keyNames(table[action]).map((name) => (
          <Kbd key={name}>{name}</Kbd>
        ))}
      </span>
      {!isRecording && (
        <span className={styles.keyButtons}>
          {!isFirst && (
            <Button
              tone="quiet"
              aria-label={t('settings.resetNamed', { what, key: first })}
              onClick={() =>
                perform({ type: 'changeSettings', change: { keys: resetKey(keys, action) } })
              }
            >
              {t('settings.reset')}
            </Button>
          )}
          <Button
            ref={changeButton}
            aria-label={t('settings.changeNamed', { what })}
            onClick={() => setRecording(true)}
          >
            {t('settings.change')}
          </Button>
        </span>
      )}
      {isRecording && (
        <KeyRecorder action={action} onChoose={choose} onCancel={() => setRecording(false)} />
      )}
      {fault !== null && (
        <p className={styles.fault}>
          {typeof fault.why === 'string'
            ? t('settings.faultStored', { key: fault.chord, first })
            : t('settings.faultTaken', {
                key: printed(parseChord(fault.chord)),
                other: t(keyManners(fault.why.takenBy).label),
                first,
              })}
        </p>
      )}
    </div>
  );
}

function printed(chord: Chord | null): string {
  return chord === null ? '—' : keyNames(chord).join(' ');
}

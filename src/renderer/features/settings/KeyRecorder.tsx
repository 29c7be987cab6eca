import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, ReactElement } from 'react';

import { keyManners } from '#renderer/actions/action-table.ts';
import { chordOfEvent } from '#renderer/actions/event-chord.ts';
import { keyNames } from '#renderer/actions/key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import type { KeyAction } from '#shared/model/key-binding.ts';
import { keyConflict } from '#shared/rules/key-bindings.ts';
import { chordFault, type Chord, type ChordFault } from '#shared/rules/key-chord.ts';

import styles from './SettingsSheet.module.css';
import { useShownKeys } from './use-shown-keys.ts';

interface KeyRecorderProps {
  readonly action: KeyAction;
  readonly onChoose: (chord: Chord) => void;
  readonly onCancel: () => void;
}

type Heard =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly key: string; readonly why: ChordFault | 'alt' }
  | { readonly state: 'taken'; readonly chord: Chord; readonly by: KeyAction };

/** Waits for the new key. One that another action has is named: they change places, or nothing happens. */
export function KeyRecorder({ action, onChoose, onCancel }: KeyRecorderProps): ReactElement {
  const { t } = useI18n();
  const { table } = useShownKeys();
  const [heard, setHeard] = useState<Heard>({ state: 'waiting' });
  const area = useRef<HTMLDivElement>(null);
  const isTaken = heard.state === 'taken';

  // The key is heard at once; where two would change places, that answer has the focus.
  useEffect(() => {
    area.current?.querySelector('button')?.focus();
  }, [isTaken]);

  const latest = useRef({ onChoose, onCancel, table });
  useEffect(() => {
    latest.current = { onChoose, onCancel, table };
  });

  // The sheet around it listens to the document's own events and must not hear these.
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      const isListening = event.target instanceof Element && event.target.matches('[data-listens]');
      if (!isListening || isComposing(event) || event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      const now = latest.current;
      if (event.key === 'Escape') return now.onCancel();
      const chord = chordOfEvent(event);
      if (chord === null || event.repeat) return;
      const why = event.altKey ? 'alt' : chordFault(chord);
      const by = keyConflict(now.table, action, chord);
      if (why !== null) setHeard({ state: 'refused', key: keyNames(chord).join(' '), why });
      else if (by !== null) setHeard({ state: 'taken', chord, by });
      else now.onChoose(chord);
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [action]);

  function onBlur(event: FocusEvent): void {
    const { relatedTarget } = event;
    const isInside = relatedTarget instanceof Node && area.current?.contains(relatedTarget);
    // To the other answer, or because this one has just gone.
    if (relatedTarget !== null && !isInside) onCancel();
  }

  return (
    <div ref={area} className={styles.recorder} onBlur={onBlur}>
      {heard.state === 'taken' ? (
        <>
          <span role="alert">
            {t('settings.taken', {
              key: keyNames(heard.chord).join(' '),
              other: t(keyManners(heard.by).label),
            })}
          </span>
          <Button tone="go" onClick={() => onChoose(heard.chord)}>
            {t('settings.swap')}
          </Button>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
        </>
      ) : (
        <>
          <Button
            className={styles.listening}
            aria-label={t('settings.pressNamed', { what: t(keyManners(action).label) })}
            data-listens
          >
            {t('settings.press')}
          </Button>
          <Button tone="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          {heard.state === 'refused' && (
            <span role="alert" className={styles.fault}>
              {t(`settings.fault.${heard.why}`, { key: heard.key })}
            </span>
          )}
        </>
      )}
    </div>
  );
}

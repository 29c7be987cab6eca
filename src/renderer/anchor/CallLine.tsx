import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';

import styles from './CallLine.module.css';
import { ScriptText } from './ScriptText.tsx';
import type { AnswerState } from './use-answer.ts';
import type { CallControl, CallState } from './use-calls.ts';

const CALL_WORDS: Readonly<Record<Exclude<CallState, 'open'>, MessageKey>> = {
  sending: 'anchor.sending',
  waiting: 'anchor.waiting',
  asked: 'anchor.helpTaken',
  seen: 'anchor.helpSeen',
  refused: 'anchor.refused',
};
const HELP_WORDS: Readonly<Record<Exclude<AnswerState, 'open'>, MessageKey>> = {
  sending: 'anchor.sending',
  waiting: 'anchor.waiting',
  taken: 'anchor.helpTaken',
  refused: 'anchor.refused',
};

interface CallLineProps {
  readonly calls: CallControl;
  /** The help that was asked for with the cue. */
  readonly help: AnswerState;
}

/** What has become of a call for help; nothing while there is none. */
export function CallLine({ calls, help }: CallLineProps): ReactElement | null {
  const { t } = useI18n();
  const { newest } = calls;
  if (newest !== null && newest.state !== 'open') {
    return (
      <p className={styles.line} data-state={newest.state} role="status">
        <ScriptText text={`${t(`stage.reason.${newest.reason}`)} `} />
        <ScriptText text={t(CALL_WORDS[newest.state])} />
      </p>
    );
  }
  if (help === 'open') return null;
  return (
    <p className={styles.line} data-state={help} role="status">
      <ScriptText text={t(HELP_WORDS[help])} />
    </p>
  );
}

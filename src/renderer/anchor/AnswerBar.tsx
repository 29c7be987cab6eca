import type { MouseEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';

import styles from './AnswerBar.module.css';
import { HelpKeys } from './HelpKeys.tsx';
import { LinkBadge } from './LinkBadge.tsx';
import { ScriptText } from './ScriptText.tsx';
import type { AnswerControl, AnswerState } from './use-answer.ts';
import type { CallControl } from './use-calls.ts';
import type { DeskLink } from '#renderer/connection/use-desk-link.ts';

interface AnswerBarProps {
  readonly answer: AnswerControl;
  /** Stands beside the answers; null where it stands elsewhere. */
  readonly link: DeskLink | null;
  /** What is shown goes on: the forward key turns the page before it says done. */
  readonly hasMorePages: boolean;
  readonly calls: CallControl;
  /** What the forward key does to the prompter; null where there is a cue, or no prompter. */
  readonly prompt: MessageKey | null;
  onForward(): void;
}

function labelOf(state: AnswerState, open: MessageKey, taken: MessageKey): MessageKey {
  switch (state) {
    case 'open':
      return open;
    case 'sending':
      return 'anchor.sending';
    case 'waiting':
      return 'anchor.waiting';
    case 'taken':
      return taken;
    case 'refused':
      return 'anchor.refused';
  }
}

/** Takes the focus away after a tap, so that a pedal's Enter is not the button's. */
function leaveAfterTap(event: MouseEvent<HTMLButtonElement>): void {
  if (event.detail > 0) event.currentTarget.blur();
}

/** What is asked for, done, and the state of the link, in reach of a hand. */
export function AnswerBar(props: AnswerBarProps): ReactElement {
  const { answer, calls, link, hasMorePages, prompt, onForward } = props;
  const { t } = useI18n();
  const doneLabel =
    prompt ??
    (hasMorePages ? 'anchor.nextPage' : labelOf(answer.done, 'anchor.done', 'anchor.doneTaken'));
  const isReady = answer.isPossible || hasMorePages || prompt !== null;
  const isAnswer = prompt === null && answer.isPossible;

  return (
    <footer className={styles.bar}>
      <HelpKeys calls={calls} />
      <button
        type="button"
        className={styles.done}
        data-state={!isAnswer ? 'page' : hasMorePages ? 'open' : answer.done}
        disabled={!isReady}
        aria-keyshortcuts="Space Enter PageDown ArrowRight ArrowDown"
        onClick={(event) => {
          leaveAfterTap(event);
          onForward();
        }}
      >
        <span role={isAnswer && answer.done !== 'open' ? 'status' : undefined}>
          <ScriptText text={t(doneLabel)} />
        </span>
      </button>
      {link !== null && <LinkBadge link={link} />}
    </footer>
  );
}

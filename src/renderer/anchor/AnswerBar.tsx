import type { MouseEvent, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';

import styles from './AnswerBar.module.css';
import { LinkBadge } from './LinkBadge.tsx';
import { ScriptText } from './ScriptText.tsx';
import type { AnswerControl, AnswerState } from './use-answer.ts';
import type { DeskLink } from '#renderer/connection/use-desk-link.ts';

interface AnswerBarProps {
  readonly answer: AnswerControl;
  /** Stands beside the answers; null where it stands elsewhere. */
  readonly link: DeskLink | null;
  /** What is shown goes on: the forward key turns the page before it says done. */
  readonly hasMorePages: boolean;
  onForward(): void;
  onHelp(): void;
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

/** Two big targets and the state of the link, in reach of a hand. */
export function AnswerBar({
  answer,
  link,
  hasMorePages,
  onForward,
  onHelp,
}: AnswerBarProps): ReactElement {
  const { t } = useI18n();
  const doneLabel = hasMorePages
    ? 'anchor.nextPage'
    : labelOf(answer.done, 'anchor.done', 'anchor.doneTaken');
  const helpLabel = labelOf(answer.help, 'anchor.help', 'anchor.helpTaken');

  return (
    <footer className={styles.bar}>
      <button
        type="button"
        className={styles.help}
        data-state={answer.help}
        disabled={!answer.isPossible}
        aria-keyshortcuts="H PageUp ArrowLeft ArrowUp"
        onClick={(event) => {
          leaveAfterTap(event);
          onHelp();
        }}
      >
        <span role={answer.help === 'open' ? undefined : 'status'}>
          <ScriptText text={t(helpLabel)} />
        </span>
      </button>
      <button
        type="button"
        className={styles.done}
        data-state={!answer.isPossible ? 'page' : hasMorePages ? 'open' : answer.done}
        disabled={!answer.isPossible && !hasMorePages}
        aria-keyshortcuts="Space Enter PageDown ArrowRight ArrowDown"
        onClick={(event) => {
          leaveAfterTap(event);
          onForward();
        }}
      >
        <span role={answer.done === 'open' ? undefined : 'status'}>
          <ScriptText text={t(doneLabel)} />
        </span>
      </button>
      {link !== null && <LinkBadge link={link} />}
    </footer>
  );
}

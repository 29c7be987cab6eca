import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { SentCue } from '#shared/model/cue.ts';
import type { Show } from '#shared/model/show.ts';

import styles from './IdleView.module.css';
import { ScriptText } from './ScriptText.tsx';

interface IdleViewProps {
  readonly show: Show | null;
  /** The newest cue that was sent in this show. */
  readonly last: SentCue | null;
  /** The phrase of the product on air; empty for none. */
  readonly say: string;
}

function idleKey(show: Show | null, last: SentCue | null): MessageKey {
  if (show === null || show.state === 'planned') return 'anchor.noShow';
  if (show.state === 'ended') return 'anchor.ended';
  if (show.state === 'paused') return 'anchor.paused';
  return last?.state === 'done' ? 'anchor.doneLine' : 'anchor.noCue';
}

/** Nothing to say: quiet, so that a cue stands out when it comes. */
export function IdleView({ show, last, say }: IdleViewProps): ReactElement {
  const { t } = useI18n();
  return (
    <section className={styles.idle} aria-label={t('anchor.currentCue')}>
      <p role="status">
        <ScriptText text={t(idleKey(show, last))} />
      </p>
      {say !== '' && (
        <p className={styles.say}>
          <ScriptText text={say} />
        </p>
      )}
    </section>
  );
}

import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { SentCue } from '#shared/model/cue.ts';
import type { Show } from '#shared/model/show.ts';

import styles from './IdleView.module.css';
import { PageButton } from './PageButton.tsx';
import { ScriptText } from './ScriptText.tsx';
import type { TalkPoint } from './talk-points.ts';
import { TalkTrack } from './TalkTrack.tsx';
import type { PageTurner } from './use-pages.ts';

interface IdleViewProps {
  readonly show: Show | null;
  /** The newest cue that was sent in this show. */
  readonly last: SentCue | null;
  /** What there is to say about the product on air; empty for none. */
  readonly points: readonly TalkPoint[];
  readonly pages: PageTurner;
}

function idleKey(show: Show | null, last: SentCue | null): MessageKey {
  if (show === null || show.state === 'planned') return 'anchor.noShow';
  if (show.state === 'ended') return 'anchor.ended';
  if (show.state === 'paused') return 'anchor.paused';
  return last?.state === 'done' ? 'anchor.doneLine' : 'anchor.noCue';
}

/** No cue: quiet, so that one stands out when it comes. */
export function IdleView({ show, last, points, pages }: IdleViewProps): ReactElement {
  const { t } = useI18n();
  const hasPoints = points.length > 0;
  return (
    <section className={styles.idle} aria-label={t('anchor.currentCue')} data-talk={hasPoints}>
      <div className={styles.head}>
        <p role="status">
          <ScriptText text={t(idleKey(show, last))} />
        </p>
        <PageButton pages={pages} />
      </div>
      {hasPoints && <TalkTrack points={points} page={pages.page} onPages={pages.setCount} />}
    </section>
  );
}

import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, useShow } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { blockName } from '#renderer/ui/block-name.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import { blockTime } from '#shared/rules/block-time.ts';

import styles from './BlockBar.module.css';
import { LinkBadge } from './LinkBadge.tsx';
import { ScriptText } from './ScriptText.tsx';
import type { DeskLink } from '#renderer/connection/use-desk-link.ts';

const TICK_MS = 250;

interface BlockBarProps {
  /** Stands beside what is next; null where it stands elsewhere. */
  readonly link: DeskLink | null;
}

/** The block now with its time left, and what comes next. */
export function BlockBar({ link }: BlockBarProps): ReactElement {
  const { t } = useI18n();
  const show = useShow();
  const { blocks, currentId } = useBlocks();
  const current = blocks.find((block) => block.id === currentId) ?? null;
  const next = blocks.find((block) => block.position > (current?.position ?? 0)) ?? null;
  const name = (block: Block): string => blockName(block, t(`blocks.role.${block.role}`));
  const nowText = current === null ? '' : name(current);
  const noNext = current === null ? '' : t('anchor.noNext');
  const nextText = next === null ? noNext : t('anchor.next', { name: name(next) });

  return (
    <header
      className={styles.bar}
      aria-label={t('anchor.block')}
      data-rehearsal={show?.origin === 'rehearsal'}
    >
      {show?.origin === 'rehearsal' && (
        <b className={styles.rehearsal}>
          <ScriptText text={t('topBar.origin.rehearsal')} />
        </b>
      )}
      {current !== null && (
        <b className={styles.now} title={nowText}>
          <ScriptText text={nowText} />
        </b>
      )}
      <span className={styles.next} title={nextText}>
        {nextText !== '' && <ScriptText text={nextText} />}
      </span>
      {current !== null && <BlockTimer block={current} />}
      {link !== null && <LinkBadge link={link} />}
    </header>
  );
}

function BlockTimer({ block }: { readonly block: Block }): ReactElement | null {
  const { t, format } = useI18n();
  const now = useShowNow(TICK_MS);
  if (now === null || block.startedTs === null) return null;
  const { leftMs, phase } = blockTime(block, now);
  const text =
    leftMs < 0 ? t('anchor.overBy', { time: format.span(-leftMs) }) : format.span(leftMs + 999);
  return (
    <span className={styles.timer} role="timer" data-phase={phase}>
      <ScriptText text={text} />
    </span>
  );
}

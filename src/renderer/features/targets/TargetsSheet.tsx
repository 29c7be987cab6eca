import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import type { HeldTarget } from '#shared/model/show-target.ts';
import { plannedLength } from '#shared/rules/targets/planned-length.ts';

import { PastedTargets } from './PastedTargets.tsx';
import styles from './TargetsSheet.module.css';
import { TypedTargets } from './TypedTargets.tsx';
import { useShowTargets } from './use-targets.ts';

interface TargetsSheetProps {
  readonly showId: ShowId;
  readonly onClose: () => void;
}

/** What a show shall come to: typed, pasted or as in the last show; taken back by undo. */
export function TargetsSheet({ showId, onClose }: TargetsSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const targets = useShowTargets(showId);
  const isCurrent = useShow()?.id === showId;
  const { blocks } = useBlocks();
  const { read, error, said } = targets;
  const lastSeq = read?.lastSeq ?? null;
  const earlier = read?.earlier ?? null;
  return (
    <Dialog title={t('targets.title')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.text}>{t('targets.text')}</p>
        <div className={styles.bar}>
          <Button
            disabled={lastSeq === null}
            onClick={() => {
              if (lastSeq !== null) void targets.withdraw(lastSeq);
            }}
          >
            {t('targets.undo')}
          </Button>
          <Button disabled={earlier === null} onClick={() => void targets.carry()}>
            {t('targets.carry')}
          </Button>
          <p className={styles.said}>
            {read === null
              ? ''
              : earlier === null
                ? t('targets.carryNone')
                : t('targets.carryFrom', { title: earlier.title, count: earlier.count })}
          </p>
        </div>
        <p className={styles.said} role="status">
          {said === null ? '' : t(said.key, { count: said.count })}
        </p>
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        {read !== null && (
          <>
            <p className={styles.text}>
              {plannedText(i18n, read.targets, isCurrent ? blocks : [])}
            </p>
            <TypedTargets
              key={lastSeq ?? 0}
              currency={read.currency}
              held={read.targets}
              onSet={(values) => void targets.set(values, 'typed')}
              onRemove={(name) => void targets.remove(name)}
            />
            <PastedTargets
              key={`paste ${lastSeq ?? 0}`}
              currency={read.currency}
              onSet={(values) => void targets.set(values, 'pasted')}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** By what totals are held against a pace, or why they are not. */
function plannedText(
  { t, format }: I18n,
  held: readonly HeldTarget[],
  blocks: readonly Block[],
): string {
  const ms = plannedLength(held, blocks);
  if (ms === null) return t('targets.notPlanned');
  const isOwn = held.some(({ name }) => name === 'onAir');
  return t(isOwn ? 'targets.planned' : 'targets.plannedBlocks', { time: format.span(ms) });
}

import { memo } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import type { SearchHit } from '#shared/model/search.ts';

import { textParts } from './hit-groups.ts';
import styles from './SearchSheet.module.css';

export function hitRowId(seq: number): string {
  return `search-hit-${seq}`;
}

/** The hit a click fell on; null beside the rows. */
export function clickedHit(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-hit-seq]') : null;
  return row === null ? null : Number(row.getAttribute('data-hit-seq'));
}

interface HitRowProps {
  readonly hit: SearchHit;
  readonly startedTs: number | null;
  readonly isPicked: boolean;
}

/** One message: when in its show, where, who, and the words with what was looked for marked. */
export const HitRow = memo(function HitRow({
  hit,
  startedTs,
  isPicked,
}: HitRowProps): ReactElement {
  const { t, format } = useI18n();
  const { seq, ts, kind, platform, person, isRemoved, money, value } = hit;
  const isMoment = startedTs !== null && ts >= startedTs;
  return (
    <div
      id={hitRowId(seq)}
      role="option"
      aria-selected={isPicked}
      tabIndex={-1}
      className={classNames(styles.row, isPicked && styles.picked)}
      data-hit-seq={seq}
    >
      <span className={styles.time} title={format.dateTime(ts, null)}>
        {isMoment ? format.clock(ts - startedTs) : format.time(ts, null)}
      </span>
      <PlatformMark platform={platform} />
      <span className={styles.words}>
        <b className={styles.name} translate="no">
          {person?.displayName ?? t('search.someone')}
        </b>{' '}
        {kind !== 'chat' && <span className={styles.kind}>{t(`search.kind.${kind}`)}</span>}
        {money !== null && (
          <span className={styles.money}>
            {format.money(money.amountMinor, money.currency, money.exponent)}
          </span>
        )}
        {value !== null && <span className={styles.money}>{format.number(value.quantity)}</span>}
        {isRemoved && <span className={styles.removed}>{t('search.removed')}</span>}
        <span
          className={classNames(styles.text, isRemoved && styles.struck)}
          dir="auto"
          translate="no"
        >
          {textParts(hit).map(({ text, isMarked }, index) =>
            isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </span>
      </span>
    </div>
  );
});

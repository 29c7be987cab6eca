import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { BlockTimer } from './BlockTimer.tsx';
import { OnAirState } from './OnAirState.tsx';
import styles from './PartLine.module.css';
import { RoomChip } from './RoomChip.tsx';
import { SourceChips } from './SourceChips.tsx';
import { StoreChip } from './StoreChip.tsx';

/** The room in a thin line, for a window that shows one part of the desk: time, state, trouble first. */
export function PartLine(): ReactElement {
  const { t } = useI18n();
  return (
    <header className={styles.line} aria-label={t('topBar.label')}>
      <RoomChip />
      <OnAirState />
      <BlockTimer />
      <div className={styles.chips}>
        <SourceChips />
        <StoreChip />
      </div>
    </header>
  );
}

import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { BlockTimer } from './BlockTimer.tsx';
import { DeskMenu } from './DeskMenu.tsx';
import { OnAirState } from './OnAirState.tsx';
import { OutputChips } from './OutputChips.tsx';
import { RoomChip } from './RoomChip.tsx';
import { ScreenChip } from './ScreenChip.tsx';
import { ShowControls } from './ShowControls.tsx';
import { ShowTitle } from './ShowTitle.tsx';
import { SourceChips } from './SourceChips.tsx';
import { StoreChip } from './StoreChip.tsx';
import styles from './TopBar.module.css';

/** The room in one line: time, state, block, sources, streams, screens, disk; and the show's controls. */
export function TopBar(): ReactElement {
  const { t } = useI18n();
  return (
    <header className={styles.bar} aria-label={t('topBar.label')}>
      <RoomChip />
      <OnAirState />
      <ShowTitle />
      <BlockTimer />
      <div className={styles.states}>
        <SourceChips />
        <OutputChips />
        <StoreChip />
        <ScreenChip />
      </div>
      <ShowControls />
      <DeskMenu />
    </header>
  );
}

import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { AboutSheet } from '#renderer/features/about/AboutSheet.tsx';
import { loadNotices } from '#renderer/features/about/load-notices.ts';
import { Bands } from '#renderer/features/top-bar/Bands.tsx';
import { CommandPalette } from '#renderer/features/palette/CommandPalette.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { GlobalKeyNote } from '#renderer/features/keys/GlobalKeyNote.tsx';
import { useGlobalKeys } from '#renderer/features/keys/use-global-keys.ts';
import { DataSheet } from '#renderer/features/data/DataSheet.tsx';
import { PasteSheet } from '#renderer/features/paste/PasteSheet.tsx';
import { useTakeTable } from '#renderer/features/paste/use-take-table.ts';
import { RequestStrip } from '#renderer/features/pairing/RequestStrip.tsx';
import { SecondScreens } from '#renderer/features/pairing/SecondScreens.tsx';
import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { ScreenSetUp } from '#renderer/features/pairing/ScreenSetUp.tsx';
import { SetUpSteps } from '#renderer/features/set-up/SetUpSteps.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { SetUpPage } from '#renderer/features/set-up/SetUpPage.tsx';
import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import { SourcesPanel } from '#renderer/features/sources/SourcesPanel.tsx';
import { StoreSheet } from '#renderer/features/store/StoreSheet.tsx';
import { TopBar } from '#renderer/features/top-bar/TopBar.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useIsSettingUp } from '#renderer/store/use-setting-up.ts';
import { guardComposition } from '#renderer/ui/composing.ts';
import { PasteOfferProvider } from '#renderer/ui/paste-offer.ts';
import { useHasSnapshot, useLink, useShow } from '#renderer/store/selectors.ts';

import styles from './Desk.module.css';
import { LiveView } from './LiveView.tsx';
import { LockedPage } from './LockedPage.tsx';
import { StrayPaste } from './StrayPaste.tsx';
import { useSettingsSync } from './use-settings-sync.ts';

/** The operator's window: what is wrong, the room in one line, and the view below. */
export function Desk(): ReactElement {
  const { state } = useLink();
  const hasSnapshot = useHasSnapshot();
  const panel = useDeskStore((desk) => desk.panel);
  const isLive = useDeskStore((desk) => desk.view.name === 'live');
  const show = useShow();
  const hasShow = show !== null;
  const takesTables = isLive && show !== null && show.state !== 'ended';
  const takeTable = useTakeTable();
  const isSettingUp = useIsSettingUp();
  const isRoomShown = isLive && hasShow && !isSettingUp;
  useDeskKeys(isRoomShown);
  useGlobalKeys(isRoomShown);
  useSettingsSync();
  useEffect(() => guardComposition(window), []);
  const closePanel = useDeskStore((desk) => desk.closePanel);
  if (state === 'refused') return <LockedPage />;
  return (
    <PasteOfferProvider value={takesTables ? takeTable : null}>
      <div className={styles.desk} data-stale={state !== 'live'}>
        <Bands />
        <div className={styles.stage}>
          {hasSnapshot && <View />}
          {panel === 'sources' && <SourcesPanel />}
          {panel === 'screens' && <SecondScreens onClose={closePanel} />}
          {panel === 'store' && <StoreSheet onClose={closePanel} />}
          {panel === 'products' && takesTables && <PasteSheet onClose={closePanel} />}
          {panel === 'data' && <DataSheet onClose={closePanel} />}
          {panel === 'settings' && <SettingsSheet onClose={closePanel} />}
          {panel === 'about' && <AboutSheet loadNotices={loadNotices} onClose={closePanel} />}
          <RequestStrip />
          <CommandPalette />
          <StrayPaste takeTable={takesTables ? takeTable : null} />
          <GlobalKeyNote />
        </div>
      </div>
    </PasteOfferProvider>
  );
}

function View(): ReactElement {
  const view = useDeskStore((desk) => desk.view);
  const show = useShow();
  const isSettingUp = useIsSettingUp();
  if (view.name === 'review') {
    return (
      <div className={styles.page}>
        <ReviewPage showId={view.showId} />
      </div>
    );
  }
  if (isSettingUp) {
    return (
      <div className={styles.page}>
        <TopBar />
        <SetUpSteps products={<ShelfPanel />} screens={<ScreenSetUp />} />
      </div>
    );
  }
  if (show === null) {
    return (
      <div className={styles.page}>
        <TopBar />
        <SetUpPage />
      </div>
    );
  }
  return <LiveView />;
}

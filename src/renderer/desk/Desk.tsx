import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { GlobalKeyNote } from '#renderer/features/keys/GlobalKeyNote.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { useGlobalKeys } from '#renderer/features/keys/use-global-keys.ts';
import { RequestStrip } from '#renderer/features/pairing/RequestStrip.tsx';
import { ScreenSetUp } from '#renderer/features/pairing/ScreenSetUp.tsx';
import { SetUpPage } from '#renderer/features/set-up/SetUpPage.tsx';
import { SetUpSteps } from '#renderer/features/set-up/SetUpSteps.tsx';
import { ShelfPanel } from '#renderer/features/shelf/ShelfPanel.tsx';
import { TopBar } from '#renderer/features/top-bar/TopBar.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useHasSnapshot, useLink, useShow } from '#renderer/store/selectors.ts';
import { useIsSettingUp } from '#renderer/store/use-setting-up.ts';
import { guardComposition } from '#renderer/ui/composing.ts';

import styles from './Desk.module.css';
import { DeskFrame } from './DeskFrame.tsx';
import { LaterReview } from './later-parts.ts';
import { LiveView } from './LiveView.tsx';
import { LockedPage } from './LockedPage.tsx';
import { PartDesk } from './PartDesk.tsx';
import { useForgetErased } from './use-forget-erased.ts';
import { useSettingsSync } from './use-settings-sync.ts';

/** A window of the operator: the whole desk, or one part of it. */
export function Desk(): ReactElement {
  const { state } = useLink();
  const part = useDeskStore((desk) => desk.part);
  useSettingsSync();
  useForgetErased();
  useEffect(() => guardComposition(window), []);
  if (state === 'refused') return <LockedPage />;
  return part === null ? <WholeDesk /> : <PartDesk part={part} />;
}

/** What is wrong, the room in one line, and the view below. */
function WholeDesk(): ReactElement {
  const { t } = useI18n();
  useEffect(() => {
    document.title = t('common.appName');
  }, [t]);
  const hasSnapshot = useHasSnapshot();
  const isLive = useDeskStore((desk) => desk.view.name === 'live');
  const show = useShow();
  const isSettingUp = useIsSettingUp();
  const isRoomShown = isLive && show !== null && !isSettingUp;
  useDeskKeys(isRoomShown);
  useGlobalKeys(isRoomShown);
  return (
    <DeskFrame takesTables={isLive && show !== null && show.state !== 'ended'}>
      {hasSnapshot && <View />}
      <RequestStrip />
      <GlobalKeyNote />
    </DeskFrame>
  );
}

function View(): ReactElement {
  const view = useDeskStore((desk) => desk.view);
  const show = useShow();
  const isSettingUp = useIsSettingUp();
  if (view.name === 'review') {
    return (
      <div className={styles.page}>
        <LaterReview showId={view.showId} />
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

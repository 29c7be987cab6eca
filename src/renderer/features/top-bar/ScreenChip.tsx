import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useScreens, useShow } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Screen } from '#shared/model/screen.ts';
import type { Show } from '#shared/model/show.ts';

import styles from './TopBar.module.css';

/** How many second screens are connected, or that the host's was lost; opens the sheet that pairs them. */
export function ScreenChip(): ReactElement {
  const { t, format } = useI18n();
  const { screens } = useScreens();
  const show = useShow();
  const wallNow = useWallNow(1_000);
  const openPanel = useDeskStore((state) => state.openPanel);
  const second = screens.filter(({ role }) => role === 'anchor' || role === 'overlay');
  const connected = second.filter((screen) => screen.isConnected);
  const lost = lostScreen(second, show);
  const anchors = connected.filter((screen) => screen.role === 'anchor').length;
  const overlays = connected.length - anchors;
  const parts = [
    lost === null
      ? ''
      : t('topBar.anchorLost', { time: format.span(Math.max(0, wallNow - lost.lastSeenTs)) }),
    anchors > 0 ? t('topBar.anchorScreens', { count: anchors }) : '',
    overlays > 0 ? t('topBar.overlayScreens', { count: overlays }) : '',
  ].filter((part) => part !== '');
  const tone = chipTone(lost, connected.length);
  return (
    <span className={styles.spare} data-idle={tone === 'idle'}>
      <Chip
        tone={tone}
        title={t('topBar.screensHint', { connected: connected.length, paired: second.length })}
        onPress={() => openPanel('screens')}
      >
        {parts.length > 0 ? parts.join(t('common.separator')) : t('topBar.noScreens')}
      </Chip>
    </span>
  );
}

function chipTone(lost: Screen | null, connected: number): 'warn' | 'ok' | 'idle' {
  if (lost !== null) return 'warn';
  return connected > 0 ? 'ok' : 'idle';
}

/**
 * A host's screen that was there in this show and is gone while it is on air. One that was not used
 * in it is missed by nobody, and OBS takes an overlay away with its scene.
 */
function lostScreen(screens: readonly Screen[], show: Show | null): Screen | null {
  if (show === null || show.startedTs === null || show.state === 'ended') return null;
  const since = show.startedTs;
  return (
    screens.find(
      ({ role, isConnected, lastSeenTs }) =>
        role === 'anchor' && !isConnected && lastSeenTs >= since,
    ) ?? null
  );
}

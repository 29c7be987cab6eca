import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useScreens } from '#renderer/store/selectors.ts';
import { Chip } from '#renderer/ui/Chip.tsx';

/** How many second screens are connected; opens the sheet that pairs them. */
export function ScreenChip(): ReactElement {
  const { t } = useI18n();
  const { screens } = useScreens();
  const openPanel = useDeskStore((state) => state.openPanel);
  const second = screens.filter(({ role }) => role === 'anchor' || role === 'overlay');
  const connected = second.filter((screen) => screen.isConnected);
  const anchors = connected.filter((screen) => screen.role === 'anchor').length;
  const overlays = connected.length - anchors;
  const parts = [
    anchors > 0 ? t('topBar.anchorScreens', { count: anchors }) : '',
    overlays > 0 ? t('topBar.overlayScreens', { count: overlays }) : '',
  ].filter((part) => part !== '');
  return (
    <Chip
      tone={connected.length > 0 ? 'ok' : 'idle'}
      title={t('topBar.screensHint', { connected: connected.length, paired: second.length })}
      onPress={() => openPanel('screens')}
    >
      {parts.length > 0 ? parts.join(t('common.separator')) : t('topBar.noScreens')}
    </Chip>
  );
}

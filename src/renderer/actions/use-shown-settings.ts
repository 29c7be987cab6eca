import { useMemo } from 'react';

import { useSettings } from '#renderer/store/selectors.ts';
import { NO_SETTINGS, type Settings } from '#shared/model/settings.ts';

import { useActionState } from './desk-actions-context.tsx';

/** The settings as this window shows them: the core's, with its own changes on their way to it. */
export function useShownSettings(): Settings {
  const stored = useSettings();
  const own = useActionState(({ ownSettings }) => ownSettings);
  return useMemo(() => {
    const { damaged: _told, ...settings } = stored ?? { ...NO_SETTINGS, damaged: null };
    return { ...settings, ...own };
  }, [stored, own]);
}

import { useEffect, useRef } from 'react';

import { useActionState } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useSettings } from '#renderer/store/selectors.ts';
import { NO_SETTINGS, type Settings } from '#shared/model/settings.ts';

/**
 * Appearance, text size and language as they were chosen in any window of the data folder. What this window
 * remembers itself is only for its first drawing. While a change of its own is under way the older
 * value that still arrives is left aside.
 */
export function useSettingsSync(): void {
  const settings = useSettings();
  const isSettled = useActionState(({ settingsChanges }) => settingsChanges === 0);
  const { setLanguage } = useI18n();
  const setTheme = useDeskStore((desk) => desk.setTheme);
  const setTextSize = useDeskStore((desk) => desk.setTextSize);
  const taken = useRef<Settings>(NO_SETTINGS);

  useEffect(() => {
    if (settings === null || !isSettled) return;
    const { language, theme, textSize } = settings;
    if (language !== null && language !== taken.current.language) setLanguage(language);
    if (theme !== null && theme !== taken.current.theme) setTheme(theme);
    const isFirst = taken.current === NO_SETTINGS;
    if (isFirst || textSize !== taken.current.textSize) setTextSize(textSize);
    taken.current = settings;
  }, [settings, isSettled, setLanguage, setTheme, setTextSize]);
}

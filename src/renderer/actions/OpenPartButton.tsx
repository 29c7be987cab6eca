import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useIsSettingUp } from '#renderer/store/use-setting-up.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { DeskPart } from '#shared/model/desk-part.ts';

import { usePerform } from './desk-actions-context.tsx';
import styles from './OpenPartButton.module.css';

/** Opens the part in a window of its own; the desk keeps it as well, so that nothing jumps. */
export function OpenPartButton({ part }: { readonly part: DeskPart }): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  const isSettingUp = useIsSettingUp();
  if (isOwnWindow || isSettingUp) return null;
  const words = t(`part.open.${part}`);
  return (
    <Button
      tone="quiet"
      className={styles.button}
      aria-label={words}
      title={words}
      onClick={() => perform({ type: 'openPart', part })}
    >
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7" />
      </svg>
    </Button>
  );
}

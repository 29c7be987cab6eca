import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';

interface OpenPanelProps {
  readonly panel: 'figures' | 'targets' | 'imported' | 'benefits';
  readonly words: MessageKey;
}

/** Opens the sheet beside the review in which what is missing can be entered. */
export function OpenPanel({ panel, words }: OpenPanelProps): ReactElement {
  const { t } = useI18n();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return <Button onClick={() => openPanel(panel)}>{t(words)}</Button>;
}

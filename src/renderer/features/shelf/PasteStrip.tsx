import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

/** What was pasted last and the way back, until the next change or until it is put away. */
export function PasteStrip(): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const { lastPaste } = useShelf();
  const [seenId, setSeenId] = useState<number | null>(null);
  if (lastPaste === null || lastPaste.pasteId === seenId) return null;
  const { pasteId, added, changed } = lastPaste;
  return (
    <Notice tone="info" onDismiss={() => setSeenId(pasteId)}>
      {t('pasteProducts.done', { added, changed })}{' '}
      <Button onClick={() => perform({ type: 'undoPaste' })}>{t('pasteProducts.undo')}</Button>
    </Notice>
  );
}

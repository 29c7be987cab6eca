import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import type { ActionArea } from './desk-action.ts';
import { useNotice } from './desk-actions-context.tsx';

/** What is good to know goes by itself; a refusal stays until the next action or until it is closed. */
const INFO_SHOWN_MS = 4_000;

/** What came of the last action of an area, in words; nothing when all is well. */
export function AreaNotice({ area }: { readonly area: ActionArea }): ReactElement | null {
  const i18n = useI18n();
  const { notice, dismiss } = useNotice(area);

  useEffect(() => {
    if (notice === null || notice.kind === 'refused' || notice.kind === 'standing') {
      return undefined;
    }
    const timer = setTimeout(dismiss, INFO_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);

  if (notice === null) return null;
  if (notice.kind === 'refused') {
    return (
      <Notice tone="danger" onDismiss={dismiss}>
        {errorMessage(i18n, notice.error)}
      </Notice>
    );
  }
  return (
    <Notice tone={notice.kind === 'info' ? 'info' : 'warn'} onDismiss={dismiss}>
      {i18n.t(notice.key, notice.params)}
    </Notice>
  );
}

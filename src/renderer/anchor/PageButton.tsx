import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './PageButton.module.css';
import { ScriptText } from './ScriptText.tsx';
import type { PageTurner } from './use-pages.ts';

/** Which page this is, and a tap to the next; nothing where there is one page only. */
export function PageButton({ pages }: { readonly pages: PageTurner }): ReactElement | null {
  const { t } = useI18n();
  if (pages.count < 2) return null;
  return (
    <button
      type="button"
      className={styles.page}
      onClick={(event) => {
        // A pedal's Enter is not this button's.
        if (event.detail > 0) event.currentTarget.blur();
        pages.turn();
      }}
    >
      <ScriptText text={t('anchor.page', { page: pages.page + 1, pages: pages.count })} />
    </button>
  );
}

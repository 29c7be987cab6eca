import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { storeLine } from '#renderer/i18n/store-line.ts';
import { useShow, useStoreState } from '#renderer/store/selectors.ts';

import styles from './Desk.module.css';

/** What is on disk, at the end of the footer. */
export function StoreLine(): ReactElement | null {
  const i18n = useI18n();
  const hasShow = useShow() !== null;
  const store = useStoreState();
  if (store === null) return null;
  return <span className={styles.storeLine}>{storeLine(i18n, { store, hasShow })}</span>;
}

import { useEffect, useId, useRef } from 'react';
import type { CSSProperties, ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { Button } from './Button.tsx';
import { isComposing } from './composing.ts';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Over everything but the column of what is armed and on the shelf. */
  readonly isWide?: boolean;
  /** Beside the chat, which goes on in sight; above its newest rows where the chat is all there is. */
  readonly place?: 'besideChat' | 'aboveChat' | null;
  /** How wide the column is that stays in sight, where it was resized; null for its first size. */
  readonly besideWidth?: string | null;
  readonly children: ReactNode;
}

/**
 * A sheet at the side that leaves the desk usable: never modal while on air. Takes the focus when
 * it opens and gives it back; Esc inside closes it.
 */
export function Dialog(props: DialogProps): ReactElement {
  const { title, onClose, isWide = false, place = null, besideWidth = null, children } = props;
  const { t } = useI18n();
  const titleId = useId();
  const sheet = useRef<HTMLElement>(null);
  useKeptFocus(sheet);

  useEffect(() => {
    const before = document.activeElement;
    // A row of a list may be gone by then, but never the list.
    const around = before?.closest('[role="listbox"]') ?? null;
    sheet.current?.focus();
    return () => {
      const back = before?.isConnected === true ? before : around;
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);

  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      // Esc also ends an input method's composition, which must not close the sheet.
      if (event.key !== 'Escape' || isComposing(event)) return;
      // Not the desk's Esc: that one disarms.
      event.stopPropagation();
      onClose();
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  return (
    <section
      ref={sheet}
      className={classNames(styles.sheet, isWide && styles.wide, place !== null && styles[place])}
      style={edgeOf(besideWidth, isWide, place)}
      role="dialog"
      aria-modal="false"
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button tone="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function edgeOf(
  besideWidth: string | null,
  isWide: boolean,
  place: DialogProps['place'],
): CSSProperties | undefined {
  if (besideWidth === null) return undefined;
  if (isWide) return { right: besideWidth };
  return place === 'besideChat' ? { left: besideWidth } : undefined;
}

import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { keyNames } from '#renderer/actions/key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import styles from './PasteSheet.module.css';
import { useTakeTable } from './use-take-table.ts';

/** Where the rows of a spreadsheet are pasted or dropped. */
export function PasteField(): ReactElement {
  const { t } = useI18n();
  const take = useTakeTable();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);

  useEffect(() => field.current?.focus(), []);

  function taken(event: { preventDefault(): void }, data: DataTransfer): void {
    event.preventDefault();
    const html = data.getData('text/html');
    setEmpty(!take({ text: data.getData('text/plain'), html: html === '' ? null : html }));
  }

  return (
    <div className={styles.start}>
      <p>
        {t('pasteProducts.intro', {
          keys: keyNames({ key: 'v', hasMod: true, hasShift: false }).join('+'),
        })}
      </p>
      <p className={styles.quiet}>{t('pasteProducts.introNext')}</p>
      <label htmlFor={id} className={styles.quiet}>
        {t('pasteProducts.field')}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.field}
        value=""
        readOnly
        onPaste={(event) => taken(event, event.clipboardData)}
        onDrop={(event) => taken(event, event.dataTransfer)}
      />
      {isEmpty && <Notice tone="warn">{t('pasteProducts.noTable')}</Notice>}
    </div>
  );
}

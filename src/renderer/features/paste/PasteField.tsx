import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { keyNames } from '#renderer/actions/key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import hidden from '#renderer/ui/VisuallyHidden.module.css';
import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';

import styles from './PasteSheet.module.css';
import { useTakeFile } from './use-take-file.ts';
import { useTakeTable } from './use-take-table.ts';

/** Where the rows of a spreadsheet are pasted or dropped, or its file is chosen. */
export function PasteField({
  destination,
}: {
  readonly destination: PasteDestination;
}): ReactElement {
  const { t } = useI18n();
  const takeTable = useTakeTable(destination);
  const { reading, failed, take: takeFile } = useTakeFile(destination);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const keys = keyNames({ key: 'v', hasMod: true, hasShift: false }).join('+');

  useEffect(() => field.current?.focus(), []);

  function taken(event: { preventDefault(): void }, data: DataTransfer): void {
    event.preventDefault();
    const [file] = data.files ?? [];
    setEmpty(false);
    if (file !== undefined) {
      void takeFile(file);
      return;
    }
    const html = data.getData('text/html');
    setEmpty(!takeTable({ text: data.getData('text/plain'), html: html === '' ? null : html }));
  }

  return (
    <div className={styles.start}>
      <p>{t(destination === 'shelf' ? 'pasteProducts.intro' : 'import.intro', { keys })}</p>
      <p className={styles.quiet}>{t('pasteProducts.introNext')}</p>
      <div className={styles.buttons}>
        <Button
          tone={destination === 'shelf' ? undefined : 'go'}
          disabled={reading !== null}
          onClick={() => chooser.current?.click()}
        >
          {t('sheetFile.choose')}
        </Button>
        <span className={styles.quiet}>{t('sheetFile.hint')}</span>
        <input
          ref={chooser}
          type="file"
          className={hidden.hidden}
          tabIndex={-1}
          aria-label={t('sheetFile.choose')}
          accept=".xlsx,.csv,.tsv,.txt"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void takeFile(file);
            // The same file again, after it was put right, is a change too.
            target.value = '';
          }}
        />
      </div>
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
      <div role="status">
        {reading !== null && <p>{t('sheetFile.reading', { name: reading })}</p>}
      </div>
      {isEmpty && <Notice tone="warn">{t('pasteProducts.noTable')}</Notice>}
      {failed !== null && (
        <Notice tone="danger">
          {t('sheetFile.failed', {
            name: failed.name,
            reason: t(`sheetFile.${failed.fault}`),
          })}
        </Notice>
      )}
    </div>
  );
}

import { useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import hidden from '#renderer/ui/VisuallyHidden.module.css';

import type { FailedSheet } from './use-sheet-file.ts';

interface SheetChooserProps {
  readonly label: string;
  readonly onChoose: (file: File) => void;
}

/** A button that asks for a table's file. */
export function SheetChooser({ label, onChoose }: SheetChooserProps): ReactElement {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>{label}</Button>
      <input
        ref={chooser}
        type="file"
        className={hidden.hidden}
        tabIndex={-1}
        aria-label={label}
        accept=".xlsx,.csv,.tsv,.txt"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) onChoose(chosen);
          // The same file again, after it was put right, is a change too.
          target.value = '';
        }}
      />
    </>
  );
}

/** Why a file was not read; nothing where it was. */
export function SheetFailure({
  failed,
}: {
  readonly failed: FailedSheet | null;
}): ReactElement | null {
  const { t } = useI18n();
  if (failed === null) return null;
  return (
    <Notice tone="danger">
      {t('sheetFile.failed', { name: failed.name, reason: t(`sheetFile.${failed.fault}`) })}
    </Notice>
  );
}

import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SheetChooser, SheetFailure } from '#renderer/sheet-files/SheetChooser.tsx';
import { useSheetFile } from '#renderer/sheet-files/use-sheet-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';

import { HeldImports } from './HeldImports.tsx';
import styles from './ImportedSheet.module.css';
import { TableImport } from './TableImport.tsx';
import { useImports } from './use-imports.ts';
import type { TakenTable } from './use-table-draft.ts';

interface ImportedSheetProps {
  readonly showId: ShowId;
  readonly onClose: () => void;
}

/** Platforms' exports: chosen or pasted, looked at row by row, taken in, taken back. */
export function ImportedSheet({ showId, onClose }: ImportedSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const imports = useImports(showId);
  const { sheet, failed, take, drop } = useSheetFile();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState<TakenTable | null>(null);
  const { ground, said } = imports;
  const table = useMemo(
    () => (sheet === null ? taken : { name: sheet.name, rows: sheet.rows, blob: sheet.file }),
    [sheet, taken],
  );

  function again(): void {
    drop();
    setTaken(null);
    setText('');
  }
  function paste(pasted: string): void {
    setText(pasted);
    const rows = readCells(pasted);
    const isTable = rows.length > 1;
    setTaken(isTable ? { name: t('imported.pasted'), rows, blob: new Blob([pasted]) } : null);
  }

  return (
    <Dialog title={t('imported.title')} onClose={onClose} isWide besideWidth="0">
      <div className={styles.sheet}>
        {table === null && <p className={styles.quiet}>{t('imported.text')}</p>}
        <div className={styles.bar}>
          <SheetChooser label={t('imported.choose')} onChoose={(file) => void take(file, null)} />
          {table !== null && (
            <>
              <b className={styles.file}>{table.name}</b>
              <Button tone="quiet" onClick={again}>
                {t('imported.another')}
              </Button>
            </>
          )}
          {sheet?.sheets !== null && sheet !== null && sheet.sheets.names.length > 1 && (
            <SelectField
              label={t('imported.sheet')}
              value={String(sheet.sheets.index)}
              options={sheet.sheets.names.map((label, index) => ({ value: String(index), label }))}
              onChange={(index) => void take(sheet.file, Number(index))}
            />
          )}
          <p className={styles.quiet} role="status">
            {said === null ? '' : t(said.key, { count: said.count })}
          </p>
          {imports.lastId !== null && (
            <Button onClick={() => void imports.undo()}>{t('imported.undo')}</Button>
          )}
        </div>
        <SheetFailure failed={failed} />
        {imports.error !== null && (
          <Notice tone="danger">{errorMessage(i18n, imports.error)}</Notice>
        )}
        {table === null && (
          <div className={styles.paste}>
            <TextArea
              label={t('imported.paste')}
              value={text}
              onChange={paste}
              rows={4}
              hint=""
              error={null}
            />
          </div>
        )}
        {table !== null && ground !== null && (
          <TableImport
            key={table.name}
            taken={table}
            ground={ground}
            showId={showId}
            onTake={async (input) => {
              if (await imports.put(input)) again();
            }}
          />
        )}
        {table === null && ground !== null && (
          <HeldImports
            imports={ground.imports}
            onRemove={(id) => void imports.remove(id)}
            onRestore={(id) => void imports.restore(id)}
          />
        )}
      </div>
    </Dialog>
  );
}

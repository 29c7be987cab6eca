import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import { ExportPlatform } from '#shared/model/platform-import.ts';
import { rowsToImport, type TableRefusal } from '#shared/rules/platform-tables/read-table.ts';

import { ColumnChoices } from './ColumnChoices.tsx';
import { exportPlatformName } from './export-platform-name.ts';
import styles from './ImportedSheet.module.css';
import { TableRows } from './TableRows.tsx';
import type { ImportGround, ImportInput } from './use-imports.ts';
import { useTableDraft, type TakenTable } from './use-table-draft.ts';

interface TableImportProps {
  readonly taken: TakenTable;
  readonly ground: ImportGround;
  readonly showId: ShowId;
  readonly onTake: (input: ImportInput) => Promise<void>;
}

/** One table before it is taken in: whose it is, what its columns are, and what comes of each row. */
export function TableImport({ taken, ground, showId, onTake }: TableImportProps): ReactElement {
  const i18n = useI18n();
  const { t, tn, format } = i18n;
  const draft = useTableDraft(taken, ground);
  const { table, reading, platform, hash } = draft;
  if (table === null || reading === null) {
    return <Notice tone="danger">{t('imported.refusal.noColumns')}</Notice>;
  }
  const rows = rowsToImport(reading);
  const holding = ground.imports.filter(({ removedTs }) => removedTs === null);
  const known = holding.find((each) => each.fileHash === hash && each.kind === table.kind);
  const before = holding.find((each) => each.platform === platform && each.kind === table.kind);
  const said = (each: { fileName: string; importedTs: number }) => ({
    file: each.fileName,
    time: format.dateTime(each.importedTs, null),
  });

  function take(): void {
    if (table === null || hash === null) return;
    void onTake({
      showId,
      platform,
      kind: table.kind,
      fileName: taken.name.slice(0, 255),
      fileHash: hash,
      headings: table.headings.map((heading) => heading.slice(0, 200)),
      columns: [...table.columns],
      rows: [...rows],
      replaces: before?.id ?? null,
    });
  }

  return (
    <>
      <div className={styles.bar}>
        <SelectField
          label={t('imported.platform')}
          value={platform}
          options={ExportPlatform.options.map((value) => ({
            value,
            label: exportPlatformName(i18n, value),
          }))}
          onChange={draft.setPlatform}
        />
        <span className={styles.kind}>{t(`imported.kindOf.${table.kind}`)}</span>
      </div>
      <ColumnChoices table={table} onChange={draft.setColumns} />
      {reading.refusal !== null && <Notice tone="danger">{refusalText(reading.refusal)}</Notice>}
      {reading.rows.length > 0 && (
        <TableRows
          rows={reading.rows}
          ground={ground}
          chosen={draft.chosen}
          onChoose={draft.choose}
        />
      )}
      {known !== undefined && <Notice tone="warn">{t('imported.known', said(known))}</Notice>}
      {known === undefined && before !== undefined && (
        <Notice tone="warn">{t('imported.replaces', said(before))}</Notice>
      )}
      <div className={styles.bar}>
        <Button
          tone="go"
          disabled={rows.length === 0 || known !== undefined || hash === null}
          onClick={take}
        >
          {before === undefined
            ? tn('imported.take', rows.length)
            : t('imported.takeReplacing', { count: rows.length })}
        </Button>
      </div>
    </>
  );

  function refusalText(refusal: TableRefusal): string {
    return t(`imported.refusal.${refusal.code}`, {
      given: refusal.given,
      currency: ground.currency,
      show: format.dateTime(ground.fromTs, ground.timeZone),
    });
  }
}

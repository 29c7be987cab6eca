import { useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { LANGUAGES } from '#renderer/i18n/messages.ts';
import { translate } from '#renderer/i18n/translate.ts';
import { SheetChooser, SheetFailure } from '#renderer/sheet-files/SheetChooser.tsx';
import { useSheetFile } from '#renderer/sheet-files/use-sheet-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';
import { OWN_RISKS_MAX, type RiskSettings } from '#shared/model/risk-settings.ts';
import type { RiskClass } from '#shared/model/risk-word.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import {
  readRiskRows,
  withRiskRows,
  type RiskTableRow,
} from '#shared/rules/risk-words/risk-table.ts';

import { rowFaultText } from './row-fault-text.ts';
import styles from './RiskSheet.module.css';

/** As the list and the form call it, in either language. */
function classNamesOf(of: RiskClass): readonly string[] {
  return LANGUAGES.flatMap((language) => [
    translate(language, `risk.class.${of}`, {}),
    translate(language, `slips.class.${of}`, {}),
  ]);
}

interface RiskImportProps {
  readonly risk: RiskSettings;
  readonly onChange: (risk: RiskSettings) => void;
  readonly onDone: () => void;
}

/** A table that is pasted or a file, shown row by row before anything changes. */
export function RiskImport({ risk, onChange, onDone }: RiskImportProps): ReactElement {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const { sheet: file, failed, take } = useSheetFile();
  const [how, setHow] = useState<'merge' | 'replace'>('merge');
  const pasted = useMemo(() => (text.trim() === '' ? [] : readCells(text)), [text]);
  const rows = useMemo(
    () => readRiskRows(file?.rows ?? pasted, risk, classNamesOf),
    [file, pasted, risk],
  );
  const good = rows.filter(({ fault }) => fault === null);
  const next = withRiskRows(risk, rows, how);

  return (
    <section className={styles.sheet} aria-label={t('riskWords.import')}>
      <div className={styles.pick}>
        <SheetChooser
          label={t('riskWords.chooseFile')}
          onChoose={(chosen) => void take(chosen, null)}
        />
        <SelectField
          label={t('riskWords.how')}
          value={how}
          options={(['merge', 'replace'] as const).map((value) => ({
            value,
            label: t(`riskWords.how.${value}`),
          }))}
          onChange={setHow}
        />
      </div>
      {file === null && (
        <TextArea
          label={t('riskWords.paste')}
          value={text}
          rows={5}
          hint={t('riskWords.pasteHint')}
          error={null}
          onChange={setText}
        />
      )}
      <SheetFailure failed={failed} />
      {rows.length > 0 && <Preview rows={rows} />}
      {next === null && (
        <Notice tone="warn">{t('riskWords.tooMany', { max: OWN_RISKS_MAX })}</Notice>
      )}
      <div className={styles.acts}>
        <Button
          tone="go"
          disabled={good.length === 0 || next === null}
          onClick={() => {
            if (next === null) return;
            onChange(next);
            onDone();
          }}
        >
          {t('riskWords.take', { count: good.length })}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}

function Preview({ rows }: { readonly rows: readonly RiskTableRow[] }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const box = useRef<HTMLDivElement>(null);
  useScrollStop(box);
  const faults = rows.filter(({ fault }) => fault !== null).length;
  return (
    <>
      <p className={styles.quiet} role="status">
        {t('riskWords.previewed', { rows: rows.length, faults })}
      </p>
      <div ref={box} className={styles.preview} role="region" aria-label={t('riskWords.preview')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('riskWords.row')}</th>
              <th scope="col">{t('riskWords.phrase')}</th>
              <th scope="col">{t('riskWords.class')}</th>
              <th scope="col">{t('riskWords.preview')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{row.phrase}</td>
                <td>
                  {row.isException
                    ? t('riskWords.isException')
                    : row.entry === null
                      ? '—'
                      : t(`risk.class.${row.entry.class}`)}
                </td>
                <td className={row.fault === null ? undefined : styles.fault}>
                  {row.fault !== null
                    ? rowFaultText(i18n, row.fault)
                    : t(row.isKnown ? 'riskWords.willPut' : 'riskWords.willAdd')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import { CARD_LANGUAGES, CUE_KINDS, DECK_MAX } from '#shared/model/cue.ts';
import type { CardLanguage, CueCard, CueKind } from '#shared/model/cue.ts';
import { readCues, rowsOfLines } from '#shared/rules/cue-table/read-cues.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { SheetChooser, SheetFailure } from '#renderer/sheet-files/SheetChooser.tsx';
import { useSheetFile } from '#renderer/sheet-files/use-sheet-file.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';

import { ImportPreview } from './ImportPreview.tsx';
import styles from './Library.module.css';

interface LibraryImportProps {
  readonly deck: readonly CueCard[];
  onDone(): void;
}

/** Lines or a table that are pasted, or a file; shown row by row before anything is added. */
export function LibraryImport({ deck, onDone }: LibraryImportProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [text, setText] = useState('');
  const { sheet: file, failed, take } = useSheetFile();
  const [kind, setKind] = useState<CueKind>('free');
  const [language, setLanguage] = useState<CardLanguage>('any');
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const rows = useMemo(
    () => readCues(file?.rows ?? rowsOfLines(text), { kind, language }, deck),
    [deck, file, kind, language, text],
  );
  const fresh = rows.filter(({ fault, isKnown }) => fault === null && !isKnown);
  const isTooMany = fresh.length > DECK_MAX;

  async function add(): Promise<void> {
    setBusy(true);
    const cards = fresh.map((row) => {
      return { kind: row.kind, text: row.text, language: row.language, tone: row.tone };
    });
    const result = await run('cue.addCards', { cards, isStarter: false });
    setBusy(false);
    if (result.ok) onDone();
    else setError(result.error);
  }

  return (
    <div className={styles.sheet}>
      <div className={styles.filters}>
        <SelectField
          label={t('library.pasteKind')}
          value={kind}
          options={CUE_KINDS.map((value) => ({ value, label: t(`cues.kindOf.${value}`) }))}
          onChange={setKind}
        />
        <SelectField
          label={t('library.pasteLanguage')}
          value={language}
          options={CARD_LANGUAGES.map((value) => ({
            value,
            label: t(`library.languageOf.${value}`),
          }))}
          onChange={setLanguage}
        />
        <span className={styles.hostButtons}>
          <SheetChooser
            label={t('library.chooseFile')}
            onChoose={(chosen) => void take(chosen, null)}
          />
          {file !== null && <span className={styles.quiet}>{file.name}</span>}
        </span>
      </div>
      {file === null && (
        <TextArea
          label={t('library.pasteField')}
          value={text}
          onChange={setText}
          rows={6}
          hint={t('library.pasteHint')}
          error={null}
        />
      )}
      <SheetFailure failed={failed} />
      {rows.length > 0 && <ImportPreview rows={rows} />}
      {isTooMany && <Notice tone="warn">{t('library.tooMany', { max: DECK_MAX })}</Notice>}
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      <div className={styles.tools}>
        <Button
          tone="go"
          disabled={isBusy || fresh.length === 0 || isTooMany}
          onClick={() => void add()}
        >
          {t('library.add', { count: fresh.length })}
        </Button>
        <Button onClick={onDone}>{t('library.back')}</Button>
      </div>
    </div>
  );
}

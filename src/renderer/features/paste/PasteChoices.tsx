import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { PasteDraft } from '#renderer/store/paste-draft.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { layoutWithHeader } from '#shared/rules/product-paste/paste-columns.ts';
import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';

import styles from './PasteSheet.module.css';
import { useTakeFile } from './use-take-file.ts';

interface PasteChoicesProps {
  readonly draft: PasteDraft;
  readonly currency: string;
  onChange(draft: PasteDraft): void;
}

const DESTINATIONS = ['catalogue', 'shelf'] as const satisfies readonly PasteDestination[];

/** Where the heading is, and where the products go. */
export function PasteChoices({ draft, currency, onChange }: PasteChoicesProps): ReactElement {
  const { t, tn } = useI18n();
  const show = useShow();
  const { headerIndex } = draft.layout;
  const line = draft.rows[headerIndex ?? 0]?.line ?? 1;
  return (
    <div className={styles.choice}>
      {draft.fileName !== null && <span className={styles.file}>{draft.fileName}</span>}
      {draft.workbook !== null && draft.workbook.sheets.length > 1 && (
        <SheetChoice
          workbook={draft.workbook}
          destination={draft.destination}
          isEdited={draft.edits.size > 0}
        />
      )}
      <label>
        <input
          type="checkbox"
          checked={headerIndex !== null}
          onChange={({ target }) =>
            onChange({
              ...draft,
              layout: layoutWithHeader(draft.rows, target.checked ? 0 : null, currency),
              layoutFrom: 'guess',
            })
          }
        />
        {t('pasteProducts.header', { line })}
      </label>
      {headerIndex !== null && headerIndex > 0 && (
        <span className={styles.quiet}>{tn('pasteProducts.titles', headerIndex)}</span>
      )}
      {draft.layoutFrom === 'memory' && (
        <span className={styles.quiet}>{t('import.remembered')}</span>
      )}
      {show !== null && show.state !== 'ended' && (
        <label>
          {t('import.destination')}
          <select
            className={styles.select}
            value={draft.destination}
            onChange={({ target }) => {
              const destination = DESTINATIONS.find((each) => each === target.value);
              if (destination !== undefined) onChange({ ...draft, destination });
            }}
          >
            {DESTINATIONS.map((each) => (
              <option key={each} value={each}>
                {t(`import.destination.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Which sheet of a workbook is read; one that cannot be leaves the table as it is, and says why. */
function SheetChoice(props: {
  readonly workbook: NonNullable<PasteDraft['workbook']>;
  readonly destination: PasteDestination;
  /** A list that was corrected is not thrown away for another one. */
  readonly isEdited: boolean;
}): ReactElement {
  const { t } = useI18n();
  const { file, sheets, sheet } = props.workbook;
  const { reading, failed, take } = useTakeFile(props.destination);
  return (
    <>
      <label>
        {t('sheetFile.sheet')}
        <select
          className={styles.select}
          value={sheet}
          disabled={reading !== null || props.isEdited}
          title={props.isEdited ? t('pasteProducts.kept') : undefined}
          onChange={({ target }) => void take(file, Number(target.value))}
        >
          {sheets.map((name, index) => (
            // Tabs may not have one name twice.
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {failed !== null && (
        <span className={styles.fault} role="alert">
          {t(`sheetFile.${failed.fault}`)}
        </span>
      )}
    </>
  );
}

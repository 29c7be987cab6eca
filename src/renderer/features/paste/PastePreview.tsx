import { useRef, useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import { IMPORT_MAX_ROWS, PASTE_MAX_ROWS } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { headingsOf, withEdit, withLines, type PasteDraft } from '#renderer/store/paste-draft.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import { PasteChoices } from './PasteChoices.tsx';
import { PasteFixAll } from './PasteFixAll.tsx';
import styles from './PasteSheet.module.css';
import { PasteTable } from './PasteTable.tsx';
import { putProducts } from './put-products.ts';
import { usePreview } from './use-preview.ts';
import { useRememberedLayout } from './use-remembered-layout.ts';

interface PastePreviewProps {
  readonly draft: PasteDraft;
  onClose(): void;
}

/** What the pasted rows become; one press adds what is right, what is wrong stays to be put right. */
export function PastePreview({ draft, onClose }: PastePreviewProps): ReactElement {
  const i18n = useI18n();
  const { t, tn, format } = i18n;
  const run = useCommand();
  const setDraft = useDeskStore((desk) => desk.setPasteDraft);
  const { rows, currency, isReady, error, retry } = usePreview(draft);
  const [isBusy, setBusy] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const products = rows.flatMap(productOf);
  const wrong = rows.filter(({ state }) => state === 'wrong');
  const mostRows = draft.destination === 'shelf' ? PASTE_MAX_ROWS : IMPORT_MAX_ROWS;
  const isTooMany = rows.length > mostRows;
  useRememberedLayout(draft);

  function change(next: PasteDraft): void {
    setRefusal(null);
    setDraft(next);
  }

  async function add(): Promise<void> {
    setBusy(true);
    const result = await putProducts(run, products);
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.error);
      return;
    }
    const headings = headingsOf(draft);
    // A help for the next time: should it fail, the products are there all the same.
    if (headings !== null) {
      void run('catalogue.keepLayout', { headings, columns: [...draft.layout.columns] });
    }
    const left = withLines(draft, new Set(wrong.map(({ line }) => line)));
    setDraft(left);
    if (left === null) onClose();
    // The button that was pressed has nothing to add now, and would keep no focus.
    else sheet.current?.closest<HTMLElement>('[role="dialog"]')?.focus();
  }

  return (
    <div ref={sheet} className={styles.sheet}>
      <div className={styles.top}>
        <PasteChoices draft={draft} currency={currency} onChange={change} />
        <PasteFixAll draft={draft} rows={rows} onChange={change} />
      </div>
      <PasteTable
        draft={draft}
        rows={rows}
        currency={currency}
        onDraft={change}
        onEdit={(line, patch) => change(withEdit(draft, line, patch))}
      />
      <div className={styles.foot}>
        {refusal !== null && <Notice tone="danger">{errorMessage(i18n, refusal)}</Notice>}
        {error !== null && (
          <Notice tone="danger">
            {errorMessage(i18n, error)} <Button onClick={retry}>{t('common.retry')}</Button>
          </Notice>
        )}
        {isTooMany && (
          <Notice tone="danger">
            {t('pasteProducts.tooMany', {
              rows: format.number(rows.length),
              max: format.number(mostRows),
            })}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button
            tone="go"
            disabled={isBusy || !isReady || isTooMany || products.length === 0}
            onClick={() => void add()}
          >
            {products.length === 0
              ? t('pasteProducts.addNone')
              : tn('pasteProducts.add', products.length)}
          </Button>
          <span className={styles.quiet}>
            {wrong.length > 0 && products.length > 0
              ? tn('pasteProducts.wrongStay', wrong.length)
              : t('pasteProducts.emptyCells')}
          </span>
          <span className={styles.discard}>
            <ConfirmButton
              tone="quiet"
              label={t('pasteProducts.discard')}
              confirmLabel={t('pasteProducts.confirmDiscard')}
              onConfirm={() => setDraft(null)}
            />
          </span>
        </div>
      </div>
    </div>
  );
}

/** What is sent of a row: nothing for one that is wrong, left out, or as it is already. */
function productOf(row: PasteRow): PastedProduct[] {
  const { state, fields, details, linkNumber, groupName, target, isStockStated } = row;
  if ((state !== 'new' && state !== 'changed') || fields === null) return [];
  const productId = target?.productId ?? null;
  return [{ productId, fields, details, linkNumber, groupName, isStockStated }];
}

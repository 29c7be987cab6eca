import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { PasteDraft } from '#renderer/store/paste-draft.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import type { RowEdit } from '#shared/rules/product-paste/paste-row.ts';

import { PasteHead } from './PasteHead.tsx';
import { PasteRows } from './PasteRows.tsx';
import styles from './PasteTable.module.css';

const KINDS = ['all', 'wrong', 'new', 'changed', 'same', 'out'] as const;
type Kind = (typeof KINDS)[number];
/** Drawn at once; more on request, so that a thousand rows do not hold up the desk. */
const PAGE_ROWS = 100;

interface PasteTableProps {
  readonly draft: PasteDraft;
  readonly rows: readonly PasteRow[];
  readonly currency: string;
  onDraft(draft: PasteDraft): void;
  onEdit(line: number, patch: Partial<RowEdit>): void;
}

/** The pasted table with what becomes of each row. */
export function PasteTable({
  draft,
  rows,
  currency,
  onDraft,
  onEdit,
}: PasteTableProps): ReactElement {
  const { t } = useI18n();
  const [kind, setKind] = useState<Kind>('all');
  // Rows stay in the list they were chosen in while they are put right.
  const [held, setHeld] = useState<ReadonlySet<number> | null>(null);
  const [limit, setLimit] = useState(PAGE_ROWS);
  const shown = held === null ? rows : rows.filter(({ line }) => held.has(line));
  const rest = shown.length - limit;

  function choose(next: Kind): void {
    const lines = rows.filter((row) => isOfKind(row, next)).map(({ line }) => line);
    setKind(next);
    setHeld(next === 'all' ? null : new Set(lines));
    setLimit(PAGE_ROWS);
  }

  return (
    <>
      <Tabs
        label={t('pasteProducts.tabs')}
        tabs={KINDS.map((id) => ({
          id,
          label: t(`pasteProducts.tab.${id}`),
          count: rows.filter((row) => isOfKind(row, id)).length,
        }))}
        selected={kind}
        onSelect={choose}
      />
      <div className={styles.frame}>
        <table className={styles.table} aria-label={t('pasteProducts.table')}>
          <PasteHead draft={draft} onChange={onDraft} />
          <tbody>
            {shown.slice(0, limit).map((row) => (
              <PasteRows
                key={row.line}
                draft={draft}
                row={row}
                currency={currency}
                onEdit={onEdit}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className={styles.none}>{t('pasteProducts.noRows')}</p>}
        {rest > 0 && (
          <Button onClick={() => setLimit(limit + PAGE_ROWS)}>
            {t('pasteProducts.more', { count: Math.min(rest, PAGE_ROWS) })}
          </Button>
        )}
      </div>
    </>
  );
}

function isOfKind({ state }: PasteRow, kind: Kind): boolean {
  if (kind === 'all') return true;
  if (kind === 'out') return state === 'leftOut' || state === 'repeated';
  return state === kind;
}

import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { editOf, withEdit, type PasteDraft } from '#renderer/store/paste-draft.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import type { PasteFix } from '#shared/rules/product-paste/paste-row.ts';

import { editOfFix } from './PasteRows.tsx';
import styles from './PasteSheet.module.css';

interface PasteFixAllProps {
  readonly draft: PasteDraft;
  readonly rows: readonly PasteRow[];
  onChange(draft: PasteDraft): void;
}

const KINDS = ['reading', 'currency', 'same', 'nextFree'] as const;
type Kind = (typeof KINDS)[number];
/** A single one is put right in its own row. */
const FEWEST = 2;

/** One press for what is wrong with many rows in the same way. */
export function PasteFixAll({ draft, rows, onChange }: PasteFixAllProps): ReactElement | null {
  const { t } = useI18n();
  const offers = KINDS.map((kind) => ({
    kind,
    fixes: rows.flatMap(({ line, faults }) =>
      faults.flatMap(({ fixes }) => {
        const fix = fixes.find((each) => kindOf(each) === kind);
        return fix === undefined ? [] : [{ line, fix }];
      }),
    ),
  })).filter(({ fixes }) => fixes.length >= FEWEST);
  if (offers.length === 0) return null;

  function apply(fixes: readonly { readonly line: number; readonly fix: PasteFix }[]): void {
    onChange(
      fixes.reduce(
        (next, { line, fix }) => withEdit(next, line, editOfFix(editOf(next, line), fix)),
        draft,
      ),
    );
  }

  return (
    <div className={styles.fixes}>
      {offers.map(({ kind, fixes }) => (
        <Button key={kind} onClick={() => apply(fixes)}>
          {t(`pasteProducts.fixAll.${kind}`, { count: fixes.length })}
        </Button>
      ))}
    </div>
  );
}

function kindOf(fix: PasteFix): Kind {
  if (fix.kind === 'cell') return fix.field === 'currency' ? 'currency' : 'reading';
  return fix.kind === 'sameProduct' ? 'same' : 'nextFree';
}

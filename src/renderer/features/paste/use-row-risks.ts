import { useMemo } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { riskWords, useRiskFinder } from '#renderer/ui/use-risk-note.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { claimsOfCell, SAID_FIELDS } from '#shared/rules/risk-words/said-fields.ts';

type RowRisk = { readonly field: PasteField; readonly words: string };

/** What should not be said in the texts of a pasted row, field by field. It hinders nothing. */
export function useRowRisks(row: PasteRow): readonly RowRisk[] {
  const i18n = useI18n();
  const claimed = row.cells.bannedClaims ?? '';
  const claims = useMemo(() => claimsOfCell(claimed), [claimed]);
  const find = useRiskFinder(claims);
  return useMemo(
    () =>
      [...SAID_FIELDS].flatMap((field) => {
        const text = row.cells[field] ?? '';
        const hits = find(text);
        const worst = hits.find(({ entry }) => entry.level === 'ban') ?? hits[0];
        if (worst === undefined) return [];
        return [{ field, words: riskWords(i18n, worst, text, hits.length - 1) }];
      }),
    [row.cells, find, i18n],
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { toTsv, type TsvCell } from '#shared/rules/tsv.ts';

/** A table for a spreadsheet: raw numbers in units that add up. */
export function CopyTable({
  rows,
}: {
  readonly rows: () => readonly (readonly TsvCell[])[];
}): ReactElement {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  return (
    <span>
      <span role="status">
        {outcome !== 'none' && t(outcome === 'copied' ? 'shows.copied' : 'shows.copyFailed')}
      </span>{' '}
      <Button
        tone="quiet"
        onClick={() =>
          void copyText(toTsv(rows())).then((isDone) => setOutcome(isDone ? 'copied' : 'failed'))
        }
      >
        {t('shows.copyTable')}
      </Button>
    </span>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ReportSheet } from '#shared/model/report-sheet.ts';

const FORMATS = ['xlsx', 'csv'] as const;

type Outcome =
  | { readonly kind: 'none' | 'busy' }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'failed'; readonly error: AppError };

/** A table as a file in the data folder's exports; where it is, is said. */
export function SaveTable({ sheet }: { readonly sheet: () => ReportSheet }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  async function save(format: (typeof FORMATS)[number]): Promise<void> {
    setOutcome({ kind: 'busy' });
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const result = await run('screening.save', { format, timeZone, sheet: sheet() });
    setOutcome(
      result.ok
        ? { kind: 'saved', path: result.value.path }
        : { kind: 'failed', error: result.error },
    );
  }

  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          tone="quiet"
          disabled={outcome.kind === 'busy'}
          onClick={() => void save(format)}
        >
          {t(`screening.save.${format}`)}
        </Button>
      ))}
      <span role="status">
        {outcome.kind === 'saved' && (
          <span translate="no">{t('screening.saved', { path: outcome.path })}</span>
        )}
        {outcome.kind === 'failed' && errorMessage(i18n, outcome.error)}
      </span>
    </>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { Review } from '#shared/model/review.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { Notice } from '#renderer/ui/Notice.tsx';

import { csvFiles, pageFile, type ReviewFile } from './report/review-files.ts';
import styles from './ExportButtons.module.css';

type Outcome =
  | { readonly kind: 'saved'; readonly path: string; readonly count: number }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The review as a page of its own, and its tables: into the data folder, whose path is then shown. */
export function ExportButtons({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isCopied, setCopied] = useState(false);

  async function save(files: readonly ReviewFile[]): Promise<void> {
    setBusy(true);
    setCopied(false);
    const result = await run('review.export', { showId: review.show.id, files: [...files] });
    setBusy(false);
    setOutcome(
      result.ok
        ? { kind: 'saved', path: result.value.path, count: files.length }
        : { kind: 'failed', error: result.error },
    );
  }

  return (
    <div className={styles.export}>
      <div className={styles.buttons}>
        <Button disabled={isBusy} onClick={() => void save([pageFile(i18n, review)])}>
          {t('finding.exportHtml')}
        </Button>
        <Button disabled={isBusy} onClick={() => void save(csvFiles(i18n, review))}>
          {t('finding.exportCsv')}
        </Button>
      </div>
      {outcome?.kind === 'failed' && (
        <Notice tone="danger" onDismiss={() => setOutcome(null)}>
          {errorMessage(i18n, outcome.error)}
        </Notice>
      )}
      {outcome?.kind === 'saved' && (
        <Notice tone="info" onDismiss={() => setOutcome(null)}>
          {outcome.count === 1
            ? t('finding.exported')
            : t('finding.exportedCsv', { count: outcome.count })}
          <span className={styles.path}>{outcome.path}</span>
          <Button onClick={() => void copyText(outcome.path).then(setCopied)}>
            {t(isCopied ? 'data.copied' : 'data.copyPath')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { BIN_DAYS, type ListedShow } from '#shared/model/show-list.ts';

import { startText } from '#renderer/ui/show-figure-text.ts';
import styles from './ShowsSheet.module.css';

interface BinPaneProps {
  readonly bin: readonly ListedShow[];
  onChanged(): void;
}

const DAY_MS = 86_400_000;

/** Deleted shows: brought back, or erased for good. */
export function BinPane({ bin, onChanged }: BinPaneProps): ReactElement {
  const i18n = useI18n();
  const { t, tn, format } = i18n;
  const run = useCommand();
  const [error, setError] = useState<AppError | null>(null);

  async function act(name: 'shows.restore' | 'shows.erase', showIds: ShowId[]): Promise<void> {
    const result = await run(name, { showIds });
    setError(result.ok ? null : result.error);
    onChanged();
  }

  if (bin.length === 0) {
    return (
      <EmptyState title={t('shows.bin.empty')}>
        {t('shows.bin.emptyHint', { days: BIN_DAYS })}
      </EmptyState>
    );
  }
  return (
    <div className={styles.pane}>
      <p className={styles.quiet}>{t('shows.bin.hint', { days: BIN_DAYS })}</p>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      <ul className={styles.bin} aria-label={t('shows.part.bin')}>
        {bin.map((show) => (
          <li key={show.id}>
            <span className={styles.words}>
              <span className={styles.title} translate="no">
                {show.title}
              </span>
              <span className={styles.facts}>
                {[
                  startText(i18n, show),
                  t('shows.bin.until', {
                    day: format.day((show.removedTs ?? 0) + BIN_DAYS * DAY_MS),
                  }),
                ].join(' · ')}
              </span>
            </span>
            <Button
              aria-label={t('shows.bin.restoreNamed', { title: show.title })}
              onClick={() => void act('shows.restore', [show.id])}
            >
              {t('shows.bin.restore')}
            </Button>
            <ConfirmButton
              label={t('shows.bin.erase')}
              tone="quiet"
              confirmLabel={t('shows.bin.eraseSure')}
              onConfirm={() => void act('shows.erase', [show.id])}
            />
          </li>
        ))}
      </ul>
      <div>
        <ConfirmButton
          label={t('shows.bin.emptyAll')}
          tone="plain"
          confirmLabel={tn('shows.bin.emptyAllSure', bin.length)}
          onConfirm={() =>
            void act(
              'shows.erase',
              bin.map(({ id }) => id),
            )
          }
        />
      </div>
    </div>
  );
}

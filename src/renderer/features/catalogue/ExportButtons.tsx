import { useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import styles from './CatalogueSheet.module.css';

const FORMATS = ['xlsx', 'csv'] as const;

/** The whole catalogue, or this show's shelf, as a file in the data folder's exports; where it is, is said. */
export function ExportButtons({ isEmpty }: { readonly isEmpty: boolean }): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const { items } = useShelf();
  const [isShelfWanted, setShelfWanted] = useState(false);
  const isShelf = isShelfWanted && items.length > 0;
  const [isBusy, setBusy] = useState(false);
  const [path, setPath] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  async function save(format: (typeof FORMATS)[number]): Promise<void> {
    setBusy(true);
    setPath(null);
    const what = isShelf ? 'shelf' : 'catalogue';
    const result = await run('catalogue.export', { what, format, language });
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (result.ok) setPath(result.value.path);
  }

  return (
    <span className={styles.exports}>
      <span role="status" className={styles.quiet}>
        {error !== null && errorMessage(i18n, error)}
        {path !== null && <span translate="no">{t('catalogue.exported', { path })}</span>}
      </span>
      {items.length > 0 && (
        <label className={styles.shelfOnly}>
          <input
            type="checkbox"
            checked={isShelf}
            onChange={({ target }) => setShelfWanted(target.checked)}
          />
          {t('catalogue.exportShelf')}
        </label>
      )}
      {FORMATS.map((format) => (
        <Button key={format} disabled={isBusy || isEmpty} onClick={() => void save(format)}>
          {t(`catalogue.export.${format}`)}
        </Button>
      ))}
    </span>
  );
}

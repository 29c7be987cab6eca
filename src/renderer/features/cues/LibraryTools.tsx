import { useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError, Result } from '#shared/contract/app-error.ts';
import { starterCues } from '#shared/rules/cue-library/starter-cues.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import styles from './Library.module.css';

const STARTERS = { zh: starterCues('zh'), en: starterCues('en') } as const;
const FORMATS = ['xlsx', 'csv'] as const;

interface LibraryToolsProps {
  readonly isEmpty: boolean;
  onAdd(): void;
  onImport(): void;
}

/** What is done with the library as a whole, and the way back from the last change. */
export function LibraryTools({ isEmpty, onAdd, onImport }: LibraryToolsProps): ReactElement {
  const i18n = useI18n();
  const { t, language } = i18n;
  const run = useCommand();
  const { lastChange } = useLibrary();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [path, setPath] = useState<string | null>(null);

  async function tell<T>(work: () => Promise<Result<T>>): Promise<T | null> {
    setBusy(true);
    setPath(null);
    const result = await work();
    setBusy(false);
    setError(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  }

  async function save(format: (typeof FORMATS)[number]): Promise<void> {
    const saved = await tell(() => run('cue.exportDeck', { format, language }));
    if (saved !== null) setPath(saved.path);
  }

  function take(of: keyof typeof STARTERS): void {
    const cards = STARTERS[of].map((card) => ({ ...card }));
    void tell(() => run('cue.addCards', { cards, isStarter: true }));
  }

  return (
    <>
      <div className={styles.tools}>
        <Button tone="go" onClick={onAdd}>
          {t('cues.addCard')}
        </Button>
        <Button onClick={onImport}>{t('library.import')}</Button>
        {(language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)).map((of) => (
          <Button key={of} disabled={isBusy} onClick={() => take(of)}>
            {t(`library.starter.${of}`, { count: STARTERS[of].length })}
          </Button>
        ))}
        <span className={styles.exports}>
          {FORMATS.map((format) => (
            <Button key={format} disabled={isBusy || isEmpty} onClick={() => void save(format)}>
              {t(`library.export.${format}`)}
            </Button>
          ))}
        </span>
      </div>
      <div className={styles.told} role="status">
        {lastChange !== null && (
          <span>
            {t(`library.change.${lastChange.kind}`, { count: lastChange.count })}{' '}
            <Button
              disabled={isBusy}
              onClick={() =>
                void tell(() => run('cue.undoLibrary', { changeId: lastChange.changeId }))
              }
            >
              {t('library.undo')}
            </Button>
          </span>
        )}
        {path !== null && <span translate="no">{t('library.exported', { path })}</span>}
      </div>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </>
  );
}
